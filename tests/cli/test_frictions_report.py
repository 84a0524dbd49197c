# SPDX-License-Identifier: EUPL-1.2
"""The report of a public log: what it says, what it leaves out, and that it can be made again."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tools.paths import ROOT

LOG = ROOT / "tests" / "data" / "logs" / "eventdataR_patients.csv"
COLUMNS = ("--case", "patient", "--activity", "handling", "--complete", "time")
SAID = ("--resource", "employee", "--day", "2026-11-02")
FEW = "case,activity,complete\n" + "".join(
    f"{n},{what},2026-01-0{day}T10:00:00Z\n"
    for n in range(9)
    for day, what in enumerate(("Aanmelden", "Gesprek"), 1)
)


def report(log: Path, out: Path, *more: str) -> tuple[str, bytes]:
    done = CliRunner().invoke(app, ["frictions", "report", str(log), "--out", str(out), *more])
    assert done.exit_code == 0, done.output
    return (out / "report.html").read_text("utf-8"), (out / "report.pdf").read_bytes()


def test_the_report_of_a_public_log(tmp_path: Path):
    page, paper = report(LOG, tmp_path, *COLUMNS, *SAID, "--title", "Vijfhonderd mensen")

    assert "<h1>Vijfhonderd mensen</h1>" in page
    assert re.findall('<h2 id="([a-z]+)"', page) == [
        *("flows", "through", "handovers", "waiting", "measures", "quality")
    ]
    assert "Registration → Triage and Assessment, 654 keer" in page
    assert page.count("<svg") == 3
    assert "http" not in page.replace("http://www.w3.org/2000/svg", "")  # asks for nothing
    with pikepdf.open(BytesIO(paper)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "nl"
        assert pdf.open_metadata()["dc:title"] == "Vijfhonderd mensen"
        assert "/StructTreeRoot" in pdf.Root


def test_the_same_log_on_the_same_day_gives_the_same_bytes(tmp_path: Path):
    once = report(LOG, tmp_path / "one", *COLUMNS, *SAID)

    assert report(LOG, tmp_path / "two", *COLUMNS, *SAID) == once


def test_in_english(tmp_path: Path):
    page, _paper = report(LOG, tmp_path, *COLUMNS, *SAID, "--language", "en")

    assert '<html lang="en">' in page
    assert "What follows what" in page
    assert "Wat volgt" not in page


def test_fewer_than_ten_people_are_in_no_table(tmp_path: Path):
    log = tmp_path / "few.csv"
    log.write_text(FEW)

    page, _paper = report(log, tmp_path)

    assert "1 paren van minder dan tien mensen staan er niet in." in page
    assert "Aanmelden" not in page


@pytest.mark.parametrize("out", ["taken", "taken/inside"])
def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, out: str):
    (tmp_path / "taken").write_text("a file")

    done = CliRunner().invoke(
        app, ["frictions", "report", str(LOG), "--out", str(tmp_path / out), *COLUMNS]
    )

    assert done.exit_code == 2
    assert "RB-EVENT" in done.output
