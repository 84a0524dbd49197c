# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan simulate`: an answer that is the same to the byte, also when it was stopped halfway."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
import yaml

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.integrations.regions import load_region
from ruimbaan.integrations.what_if import load_what_if
from tools.paths import ROOT

CHANGE: dict[str, Any] = {
    "region": "waalstad",
    "title": {"nl": "Vier plekken erbij", "en": "Four places more"},
    "changes": [
        {"add_places": 4, "at": "W06"},
        {"start_earlier": ["H01-W", "H03-W"], "share": 50, "from": 30},
    ],
}
SLIDERS: dict[str, Any] = {
    "region": "waalstad",
    "title": {"nl": "Meer plekken", "en": "More places"},
    "sliders": [
        {
            "id": "detox",
            "label": {"nl": "Detox", "en": "Detox"},
            "unit": {"nl": "plekken", "en": "places"},
            "add_places_at": "W06",
            "positions": [0, 4],
        }
    ],
}
SMALL = ("--runs", "2", "--people", "30", "--seed", "5")
MANY = ("--runs", "16")
STOPPED = 130
LOOKED_EACH = 0.05  # seconds
WAALSTAD = load_region("waalstad").world


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "ruimbaan.cli", "simulate", *words]


def done(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words), cwd=folder, capture_output=True, text=True, timeout=300, check=False
    )


def written(folder: Path, content: object, name: str = "change.yaml") -> Path:
    file = folder / name
    file.write_text(yaml.safe_dump(content), encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("simulate")


@pytest.fixture(scope="module")
def asked(folder: Path) -> tuple[str, ...]:
    return ("--region", "waalstad", "--change", str(written(folder, CHANGE)), *SMALL)


@pytest.fixture(scope="module")
def answer(asked: tuple[str, ...], folder: Path) -> str:
    found = done(*asked, "--json", folder=folder)
    assert found.returncode == 0, found.stderr
    return found.stdout


def test_it_says_before_after_and_the_difference(answer: str):
    told = json.loads(answer)

    assert told["world"] == WAALSTAD.digest
    assert told["plan"] == {
        "years": 2,
        "people": 30,
        "runs": 2,
        "seed": 5,
        "run_in": 365,
        "follow": 365,
    }
    marks = [mark for mark, *_ in told["before"]["reached"]]
    assert marks == list(range(28, 365, 28))
    for old, new, apart in zip(
        *(told[part]["reached"] for part in ("before", "after", "difference")), strict=True
    ):
        assert apart[1] == pytest.approx(new[1] - old[1], abs=2e-4)
        assert old[2] <= old[1] <= old[3]


def test_two_processes_give_the_same_bytes(answer: str, asked: tuple[str, ...], folder: Path):
    assert done(*asked, "--json", "--processes", "2", folder=folder).stdout == answer


@pytest.fixture(scope="module")
def many(asked: tuple[str, ...], folder: Path) -> str:
    return done(*asked, *MANY, "--json", folder=folder).stdout


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_stopped_and_gone_on_with_gives_the_same_bytes(
    how: signal.Signals, asked: tuple[str, ...], many: str, folder: Path
):
    """As soon as one run is kept it is stopped; what is kept is all that the second command is told."""
    kept = folder / f"kept-{how}.json"
    with subprocess.Popen(
        command(*asked, *MANY, "--keep", str(kept)), cwd=folder, stderr=subprocess.PIPE, text=True
    ) as process:
        while not kept.exists() and process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOKED_EACH)
        process.send_signal(how)
        _, said = process.communicate(timeout=300)
    runs = len(json.loads(kept.read_text("utf-8"))["done"])
    again = done("--resume", str(kept), "--json", folder=folder)

    assert process.returncode == STOPPED
    assert str(kept) in said
    assert 0 < runs < 32
    assert again.returncode == 0, again.stderr
    assert again.stdout == many
    assert not kept.exists()


def test_ctrl_c_while_processes_start_stops_all_of_it(asked: tuple[str, ...], folder: Path):
    """A terminal tells every process of a command, also one that still reads its modules."""
    with subprocess.Popen(
        command(*asked, *MANY, "--processes", "4", "--keep", "kept-by-four.json"),
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        me = psutil.Process(process.pid)
        while process.poll() is None and not any(_works(one) for one in me.children()):
            with suppress(subprocess.TimeoutExpired):
                process.wait(LOOKED_EACH)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=300)

    assert process.returncode == STOPPED
    assert "Traceback" not in said


def _works(process: psutil.Process) -> bool:
    """Not the one that keeps count of what is shared."""
    with suppress(psutil.NoSuchProcess):
        return any("spawn_main" in word for word in process.cmdline())
    return False


@pytest.mark.parametrize("out", ["nowhere/answer.json", ".", "mine.json"])
def test_a_place_that_cannot_be_written_is_said_before_anything_is_worked_out(
    out: str, asked: tuple[str, ...], tmp_path: Path
):
    found = done(*asked, "--out", out, "--keep", "mine.json", folder=tmp_path)

    assert found.returncode == 2
    assert "RB-KRT-013" in found.stderr
    assert "Traceback" not in found.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_another_job_kept_is_not_written_over(asked: tuple[str, ...], tmp_path: Path):
    kept = tmp_path / "simulate-waalstad.json"
    kept.write_text("of another job", encoding="utf-8")

    found = done(*asked, folder=tmp_path)

    assert found.returncode == 2
    assert "RB-KRT-013" in found.stderr
    assert "--resume" in found.stderr
    assert kept.read_text("utf-8") == "of another job"


def test_when_writing_fails_after_all_every_run_is_kept(
    asked: tuple[str, ...], answer: str, tmp_path: Path
):
    """/dev/full can be opened, and has no room."""
    kept = tmp_path / "kept.json"

    found = done(*asked, "--out", "/dev/full", "--keep", str(kept), folder=tmp_path)
    again = done("--resume", str(kept), "--out", "answer.json", "--json", folder=tmp_path)

    assert found.returncode == 2
    assert "RB-KRT-013" in found.stderr
    assert again.returncode == 0, again.stderr
    assert (tmp_path / "answer.json").read_text("utf-8") == answer
    assert not kept.exists()


def test_a_table_for_people_says_what_is_left_out(asked: tuple[str, ...], folder: Path):
    found = done(*asked, "--language", "en", folder=folder)

    assert "Four places more" in found.stdout
    assert "Left out: relapse" in found.stdout


def test_a_grid_has_every_position(folder: Path):
    file, out = written(folder, SLIDERS, "sliders.yaml"), folder / "grid.json"
    asked = ("--region", "waalstad", "--grid", str(file), "--on", "2026-11-20", *SMALL)
    found = done(*asked, "--out", str(out), folder=folder)
    told = json.loads(out.read_text("utf-8"))

    assert found.returncode == 0, found.stderr
    assert told["worked_out"] == "2026-11-20"
    assert list(told["cells"]) == ["0", "4"]
    assert {one[1] for one in told["cells"]["0"]["difference"]["reached"]} == {0.0}


def test_the_file_of_the_demo_is_in_order():
    what_if, _ = load_what_if(ROOT / "demo" / "wat-als" / "waalstad.yaml", WAALSTAD)

    assert next(what_if.cells()) == (0,) * len(what_if.sliders)
    assert len(what_if.sliders) <= 3


def with_change(**one: object) -> dict[str, object]:
    return {**CHANGE, "changes": [one]}


def with_slider(**other: object) -> dict[str, object]:
    return {**SLIDERS, "sliders": [{**SLIDERS["sliders"][0], **other}]}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ([], "RB-SIM-002"),
        ({**CHANGE, "more": 1}, "RB-SIM-002"),
        ({**CHANGE, "sliders": SLIDERS["sliders"]}, "RB-SIM-002"),
        (with_change(add_places=4), "RB-SIM-002"),
        (with_change(add_places=0, at="W06"), "RB-SIM-002"),
        (with_change(add_places=4, at="W06", share=50), "RB-SIM-002"),
        (with_change(bend=["H01-W"], at="W06"), "RB-SIM-002"),
        (with_change(bend=["H01-W"], share=101), "RB-SIM-002"),
        (with_slider(positions=[0, 1, 4]), "RB-SIM-002"),
        (with_slider(positions=[2, 4]), "RB-SIM-002"),
        (with_slider(positions=[0]), "RB-SIM-002"),
        (with_change(bend=["H01"]), "RB-SIM-003"),
        (with_change(add_places=4, at="W6"), "RB-SIM-003"),
        (with_change(start_earlier=["R36-W"]), "RB-SIM-004"),
        (with_change(add_places=4, at="W01"), "RB-SIM-005"),
        (with_change(add_places=4, at="W-intake"), "RB-SIM-005"),
        ({**CHANGE, "region": "grachtstad"}, "RB-SIM-006"),
    ],
)
def test_a_file_that_is_not_right_is_refused(content: object, code: str, tmp_path: Path):
    with pytest.raises(DomainError) as refused:
        load_what_if(written(tmp_path, content), WAALSTAD)

    assert refused.value.code == code


@pytest.mark.parametrize("text", ["a: [", "\x00", "a: &b [*b]", "- !!python/object:os.x {}"])
def test_any_bytes_are_refused(text: str, tmp_path: Path):
    file = tmp_path / "any.yaml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(DomainError):
        load_what_if(file, WAALSTAD)
    with pytest.raises(DomainError):
        load_what_if(tmp_path / "gone.yaml", WAALSTAD)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "RB-SIM-023"),
        (("--region", "waalstad"), "RB-SIM-023"),
        (("--region", "waalstad", "--grid", "change.yaml"), "RB-SIM-024"),
        (("--region", "waalstad", "--change", "sliders.yaml"), "RB-SIM-025"),
        (("--resume", "change.yaml"), "RB-SIM-020"),
        (("--resume", "other.json"), "RB-SIM-021"),
    ],
)
def test_what_is_not_asked_right_is_said(words: tuple[str, ...], code: str, tmp_path: Path):
    written(tmp_path, CHANGE)
    written(tmp_path, SLIDERS, "sliders.yaml")
    plan = {"years": 2, "people": 30, "runs": 2, "seed": 5}
    halfway = {"format": 1, "content": CHANGE, "grid": False, "plan": plan, "done": []}
    kept = {**halfway, "world": "another", "people": "another"}
    (tmp_path / "other.json").write_text(json.dumps(kept), encoding="utf-8")
    found = done(*words, folder=tmp_path)

    assert found.returncode == 2
    assert code in found.stderr
