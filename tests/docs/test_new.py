# SPDX-License-Identifier: EUPL-1.2
"""What `make new` writes passes the checks as it stands, and is what CONTRIBUTING promises."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ruimbaan.core.rules.remarks import Severity
from ruimbaan.integrations.regions import list_regions, region_files, rule_folders
from ruimbaan.integrations.rulebook import load_rulebook, load_scenarios, run_scenario
from ruimbaan.integrations.rulebook.lint import lint_rulebook
from ruimbaan.integrations.worldfile import load_world_files
from tests.docs.test_changelog import NAME as NOTE
from tests.docs.test_changelog import TEXT as NOTE_TEXT
from tools.new.__main__ import KINDS, main
from tools.paths import ROOT, repository_files

BIN = Path(sys.executable).parent
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
KEPT = ("demo", "regels", "changelog.d", "docs/decisions", "docs/reference/urls.md")
CODE = ("src/ruimbaan/parts/pages", "src/ruimbaan/analytics/measures")
MEASURE = "src/ruimbaan/analytics/measures"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Enough of the repository to make anything in."""
    wanted = tuple(ROOT / name for name in (*KEPT, *CODE))
    for path in repository_files():
        if any(path.is_relative_to(one) for one in wanted):
            target = tmp_path / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    return tmp_path


def test_contributing_begins_with_each_kind():
    told = set(re.findall(r"make new KIND=(\w+) NAME=", CONTRIBUTING))

    assert told == set(KINDS)


def test_files_that_contributing_names_are_written(copy: Path, capsys: pytest.CaptureFixture[str]):
    for kind, name in re.findall(r"make new KIND=(\w+) NAME=([^\s`]+)`", CONTRIBUTING):
        assert main([kind, name], copy) == 0
    written = re.findall(r"^new      (\S+)$", capsys.readouterr().out, re.MULTILINE)

    steps = CONTRIBUTING[CONTRIBUTING.index("## Your first change") :]
    missing = [
        name for name in written if name.startswith(("regels", "demo")) and name not in steps
    ]
    assert len(written) == 8
    assert missing == []
    assert all((copy / name).exists() for name in written)


def test_a_rule_is_told_whole_and_its_scenarios_are_true(copy: Path):
    main(["rule", "waalstad/X90"], copy)

    folders = rule_folders(list_regions(copy), copy)
    remarks = [one for one in lint_rulebook(load_rulebook(folders)) if one.about == "X90"]
    assert [one.says.en for one in remarks if one.severity is not Severity.NOTE] == []
    world = load_world_files(region_files("waalstad", copy)).world
    told = [
        one
        for one in load_scenarios(region_files("waalstad", copy), "waalstad")
        if one.rule == "X90"
    ]
    assert len(told) == 2
    assert [run_scenario(one, world) for one in told] == [[], []]


def test_a_service_is_on_the_map_and_gives_something(copy: Path):
    main(["service", "waalstad/X91"], copy)

    loaded = load_world_files(region_files("waalstad", copy))
    service = loaded.world.services["X91"]
    assert [gives.fact for gives in service.gives] == ["krijgt.X91"]
    assert not loaded.warnings


@pytest.fixture
def measure(copy: Path) -> Path:
    main(["measure", "long-courses"], copy)
    return copy / MEASURE / "long_courses.py"


def test_a_measure_stands_in_order_in_the_catalogue(measure: Path):
    catalogue = measure.with_name("catalogue.py").read_text(encoding="utf-8")
    names = re.findall(r"^from (\S+) import", catalogue, re.MULTILINE)[1:]

    assert "    LONG_COURSES,\n)" in catalogue
    assert names == sorted(names)
    assert "ruimbaan.analytics.measures.long_courses" in names


def test_the_first_test_of_a_measure_passes(measure: Path, copy: Path):
    """In a package whose other folders are those of the repository."""
    for folder in (measure.parents[2], measure.parents[1]):
        for real in (ROOT / folder.relative_to(copy)).iterdir():
            if not (folder / real.name).exists():
                (folder / real.name).symlink_to(real)
    command = [f"{BIN}/pytest", "-q", "-p", "no:cacheprovider"]

    run = subprocess.run(
        [*command, "-c", "/dev/null", "--rootdir", copy, "tests/analytics/measures"],
        cwd=copy,
        env={
            **os.environ,
            "PYTHONPATH": str(copy / "src"),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        check=False,
        capture_output=True,
        text=True,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert "1 passed" in run.stdout


def test_a_screen_has_its_address_and_its_row(copy: Path):
    main(["screen", "quiet-room"], copy)

    urls = (copy / "src/ruimbaan/parts/pages/urls.py").read_text(encoding="utf-8")
    rows = (copy / "docs/reference/urls.md").read_text(encoding="utf-8")
    compile(urls, "urls.py", "exec")
    assert urls.count('path("quiet-room", page("quiet_room"), name="quiet_room"),\n]') == 1
    assert "| `pages:quiet_room` | `/quiet-room` | everyone | no | asked again | B1 | - |" in rows


def test_a_decision_takes_the_next_number(copy: Path):
    before = max(int(path.name[:4]) for path in (copy / "docs/decisions").glob("[0-9]*.md"))
    main(["decision", "one-fridge"], copy)

    page = f"{before + 1:04}-one-fridge.md"
    table = (copy / "docs/decisions/README.md").read_text(encoding="utf-8")
    assert (copy / "docs/decisions" / page).read_text(encoding="utf-8").startswith("# ")
    assert f"| {before + 1} | [one-fridge]({page}) | one fridge |\n" in table


def test_a_note_can_be_released_as_it_stands(copy: Path):
    main(["changelog", "12b.fixed"], copy)

    assert NOTE.match("12b.fixed.md")
    assert NOTE_TEXT.fullmatch((copy / "changelog.d/12b.fixed.md").read_text(encoding="utf-8"))


def test_what_is_written_passes_format_lint_and_template_checks(copy: Path):
    shutil.copyfile(ROOT / "pyproject.toml", copy / "pyproject.toml")
    main(["measure", "long-courses"], copy)
    main(["screen", "quiet-room"], copy)
    python = [
        "src/ruimbaan/analytics/measures",
        "src/ruimbaan/parts/pages/urls.py",
        "tests/analytics/measures",
    ]
    page = "src/ruimbaan/parts/pages/templates/pages/quiet_room.html"

    for command in (
        [f"{BIN}/ruff", "format", "--check", *python],
        [f"{BIN}/ruff", "check", *python],
        [f"{BIN}/djlint", page, "--lint"],
    ):
        run = subprocess.run(command, cwd=copy, check=False, capture_output=True, text=True)
        assert run.returncode == 0, run.stdout + run.stderr


REFUSED = (
    ("rule", "X90", "says no region"),
    ("rule", "nergens/X90", "there is no demo/nergens"),
    ("screen", "Quiet Room", "is no name"),
    ("measure", "long_courses", "is no name"),
    ("decision", "", "is no name"),
    ("changelog", "12.news", "is no note"),
)


def test_what_cannot_be_made_writes_nothing_and_says_why(
    copy: Path, capsys: pytest.CaptureFixture[str]
):
    before = sorted(copy.rglob("*"))

    for kind, name, why in REFUSED:
        assert main([kind, name], copy) == 1
        assert why in capsys.readouterr().out
    assert sorted(copy.rglob("*")) == before


def test_what_is_there_already_is_left_alone(copy: Path):
    main(["service", "waalstad/X91"], copy)
    path = copy / "demo/waalstad/services/x91.yaml"
    path.write_text("mine", encoding="utf-8")

    assert main(["service", "waalstad/X91"], copy) == 1
    assert path.read_text(encoding="utf-8") == "mine"
