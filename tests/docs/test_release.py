# SPDX-License-Identifier: EUPL-1.2
"""Making a release: notes become two changelogs, archives get the same bytes, versions agree, and the
list of what is in an environment is CycloneDX. The whole of it is `make release`."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import tarfile
from datetime import date
from importlib.metadata import distribution, version
from pathlib import Path

import pytest
import yaml

from ruimbaan import __version__
from ruimbaan.core.kernel.texts import Text
from tools.changelog import VERSION, Note, main, read_notes, told_in, with_version
from tools.paths import ROOT
from tools.release import why_not
from tools.repeatable import packed_anew
from tools.sbom import write_sbom

DAY = date(2026, 11, 23)
PAGE = "# Changelog\n\nWhat changes.\n"
NOTES = (
    Note(3, "", "added", Text("Iets nieuws.", "Something new.")),
    Note(4, "b", "fixed", Text("Iets hersteld.", "Something mended.")),
)


def test_notes_of_a_version_come_before_those_of_earlier_ones():
    first = with_version(PAGE, "0.1.0", DAY, {"Added": ["One."]})
    second = with_version(first, "0.2.0", DAY, {"Added": ["Two."], "Fixed": ["Three."]})

    assert first == f"{PAGE}\n## 0.1.0 – 2026-11-23\n\n### Added\n- One.\n"
    assert second == (
        f"{PAGE}\n## 0.2.0 – 2026-11-23\n\n### Added\n- Two.\n\n### Fixed\n- Three.\n"
        "\n## 0.1.0 – 2026-11-23\n\n### Added\n- One.\n"
    )


def test_notes_that_came_later_go_under_the_same_version_once():
    first = with_version(PAGE, "0.1.0", DAY, {"Added": ["One."]})
    again = with_version(first, "0.1.0", DAY, {"Added": ["One.", "Two."]})

    assert again == f"{PAGE}\n## 0.1.0 – 2026-11-23\n\n### Added\n- One.\n- Two.\n"


def test_what_somebody_wrote_above_the_lists_stays():
    first = with_version(PAGE, "0.1.0", DAY, {"Added": ["One."]})
    written = first.replace("2026-11-23\n", "2026-11-23\n\nThe first release.\n")

    again = with_version(written, "0.1.0", DAY, {"Added": ["Two."]})

    assert "2026-11-23\n\nThe first release.\n\n### Added\n- One.\n- Two.\n" in again


def test_an_older_version_keeps_its_place_when_notes_are_added():
    both = with_version(
        with_version(PAGE, "0.1.0", DAY, {"Added": ["One."]}), "0.2.0", DAY, {"Added": ["Two."]}
    )

    more = with_version(both, "0.1.0", DAY, {"Fixed": ["Three."]})

    assert more.index("0.2.0") < more.index("0.1.0") < more.index("Three.")
    assert "### Added\n- Two.\n\n## 0.1.0" in more


def test_each_language_has_its_own_words():
    assert told_in("nl", NOTES) == {"Nieuw": ["Iets nieuws."], "Hersteld": ["Iets hersteld."]}
    assert told_in("en", NOTES) == {"Added": ["Something new."], "Fixed": ["Something mended."]}


def test_notes_are_read_by_kind_and_then_by_issue(tmp_path: Path):
    for name in ("10b.fixed.md", "9.fixed.md", "10.added.md", "10.fixed.md"):
        (tmp_path / name).write_text(f"nl: N {name}\nen: E {name}\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("no note", encoding="utf-8")

    assert [note.text.en for note in read_notes(tmp_path)] == [
        f"E {name}" for name in ("10.added.md", "9.fixed.md", "10.fixed.md", "10b.fixed.md")
    ]


def test_a_version_that_is_none_moves_nothing(capsys: pytest.CaptureFixture[str]):
    assert main(["0.1", "--day", "2026-11-23"]) == 1
    assert "three numbers" in capsys.readouterr().out


TOLD = {"CHANGELOG.md": "## 0.1.0 – 2026-11-23\n", "WIJZIGINGEN.md": "## 0.1.0 – 2026-11-23\n"}


def test_what_is_told_committed_and_numbered_can_be_released():
    assert why_not("0.1.0", [], TOLD, changed=False) == ""


@pytest.mark.parametrize(
    ("version", "notes", "pages", "changed", "reason"),
    [
        ("0.1.0.dev0", [], TOLD, False, "three numbers"),
        ("0.1.0", ["12.added.md"], TOLD, False, "1 notes wait"),
        ("0.1.0", [], {**TOLD, "WIJZIGINGEN.md": ""}, False, "WIJZIGINGEN.md say nothing"),
        ("0.2.0", [], TOLD, False, "CHANGELOG.md and WIJZIGINGEN.md"),
        ("0.1.0", [], TOLD, True, "not committed"),
    ],
)
def test_what_is_not_ready_says_why(version, notes, pages, changed, reason):
    assert reason in why_not(version, notes, pages, changed=changed)


def archive(names: list[str], moment: int, owner: str, mode: int) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as target:
        for name in names:
            made = tarfile.TarInfo(name)
            made.size, made.mtime, made.uname, made.mode = len(name), moment, owner, mode
            target.addfile(made, io.BytesIO(name.encode()))
    return packed.getvalue()


def test_the_same_files_give_the_same_bytes_whoever_packed_them_when():
    one = packed_anew(archive(["a", "b"], 5, "noor", 0o644), 1_700_000_000)
    two = packed_anew(archive(["b", "a"], 9, "karim", 0o600), 1_700_000_000)

    assert one == two
    with tarfile.open(fileobj=io.BytesIO(one)) as found:
        assert [member.name for member in found] == ["a", "b"]
        assert found.extractfile("a").read() == b"a"  # type: ignore[union-attr]


def test_another_file_gives_other_bytes():
    assert packed_anew(archive(["a"], 5, "x", 0o644), 9) != packed_anew(
        archive(["c"], 5, "x", 0o644), 9
    )
    assert packed_anew(archive(["a"], 5, "x", 0o644), 9) != packed_anew(
        archive(["a"], 5, "x", 0o755), 9
    )


def test_the_version_is_the_same_everywhere():
    publiccode = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    chart = yaml.safe_load((ROOT / "deploy/helm/ruimbaan/Chart.yaml").read_text(encoding="utf-8"))

    assert VERSION.match(__version__)
    assert publiccode["softwareVersion"] == chart["appVersion"] == __version__


@pytest.fixture
def small_environment(tmp_path: Path) -> Path:
    """The Python of an environment in which one package of ours is installed, and nothing else."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / "small"], check=True)
    (packages,) = (tmp_path / "small").glob("lib/python3*/site-packages")
    known = distribution("packaging").locate_file("")
    (about,) = Path(str(known)).glob("packaging-*.dist-info")
    shutil.copytree(about, packages / about.name)
    return tmp_path / "small" / "bin" / "python"


def test_the_list_of_an_environment_is_cyclonedx_and_says_no_moment(
    small_environment: Path, tmp_path: Path
):
    write_sbom(small_environment, tmp_path / "list.json", clean=False)
    found = json.loads((tmp_path / "list.json").read_text(encoding="utf-8"))

    assert "timestamp" not in found["metadata"]
    assert "serialNumber" not in found
    assert (found["bomFormat"], found["specVersion"]) == ("CycloneDX", "1.6")
    assert found["metadata"]["component"]["name"] == "ruimbaan"
    (package,) = found["components"]
    assert (package["name"], package["version"]) == ("packaging", version("packaging"))
    assert package["licenses"]
