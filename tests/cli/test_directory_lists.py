# SPDX-License-Identifier: EUPL-1.2
"""A list of one's own and its doubles, from the command line, against a database of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.cli.directory_story import told_by
from tools.paths import ROOT

OHANA = ROOT / "tests" / "contract" / "ohana" / "sample"
LIST = """Titel;Aanbieder;Tel;Wijk
Inloophuis Het Anker;Stichting Het Anker;024-1234501;W1
Het Anker, inloop;St. Het Anker;+31 24 1234501;W1
;Naamloos;;
"""


def test_a_template_is_written_and_explained(tmp_path: Path):
    target = tmp_path / "lijst.csv"

    result = CliRunner().invoke(app, ["directory", "template", str(target)])

    assert result.exit_code == 0
    assert "Regels met # tellen niet mee." in result.stdout
    assert target.read_text(encoding="utf-8-sig").startswith("Kenmerk;Naam;Organisatie")


def test_a_list_comes_in_and_its_doubles_become_one(tmp_path: Path):
    source = tmp_path / "eigen.csv"
    source.write_text(LIST, encoding="windows-1252")
    region = ["--region", "waalstad"]

    looked, stored, found, made, again = told_by(
        tmp_path,
        ["import", str(source), *region, "--dry-run"],
        ["import", str(source), *region, "--yes", "--json"],
        ["duplicates", *region, "--json"],
        ["duplicates", *region, "--same", "{0}", "{1}", "--json"],
        ["duplicates", *region, "--language", "en"],
    )

    assert "Titel → Naam" in looked
    assert "Bewaard zoals het is, zonder eigen plek: Wijk." in looked
    assert "Er is niets opgeslagen." in looked
    report: dict[str, Any] = json.loads(stored)
    assert report["stored"] is True
    assert report["refused"] == 1
    assert [(one["row"], one["column"], one["code"]) for one in report["findings"]] == [
        (4, "Titel", "RB-KRT-092")
    ]
    names = [[side["name"] for side in pair["services"]] for pair in json.loads(found)["pairs"]]
    assert ["Het Anker, inloop", "Inloophuis Het Anker"] in [sorted(pair) for pair in names]
    assert json.loads(made)["count"] == json.loads(found)["count"] - 1
    assert "Anker" not in again


def test_a_directory_of_ohana_comes_in(tmp_path: Path):
    (stored,) = told_by(tmp_path, ["import", str(OHANA), "--region", "waalstad", "--yes", "--json"])

    report = json.loads(stored)
    assert report["stored"] is True
    assert report["refused"] == 0
    assert report["added"] > 200
