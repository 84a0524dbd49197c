# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory quarantine`, as a coordinator types it, against a database of its own."""

from __future__ import annotations

import json
from typing import Any

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.cli.test_directory import story

REGION = ("--region", "waalstad")
LIST = "Nr;Naam;Wijk\n1;;W7\n2;;W8\n3;;W9\n"
GROUP = ("quarantine",)


@pytest.mark.parametrize("command", ["list", "show", "accept", "drop"])
def test_help_has_an_example(command: str):
    result = CliRunner().invoke(app, ["directory", "quarantine", command, "--help"])

    assert result.exit_code == 0
    assert f"Example: ruimbaan directory quarantine {command}" in result.stdout


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """One story, with what each step said: code, stdout, stderr."""
    folder = tmp_path_factory.mktemp("quarantine")
    source = folder / "lijst.csv"
    source.write_text(LIST, encoding="utf-8")
    steps: dict[str, tuple[list[str], str]] = {
        "nothing": ([*GROUP, "list", *REGION], ""),
        "import": (["import", str(source), *REGION, "--yes"], ""),
        "list": ([*GROUP, "list", *REGION], ""),
        "list for programs": ([*GROUP, "list", *REGION, "--json"], ""),
        "show": ([*GROUP, "show", "1", *REGION, "--language", "en"], ""),
        "show for programs": ([*GROUP, "show", "1", *REGION, "--json"], ""),
        "refused": ([*GROUP, "accept", "1", *REGION, "--yes"], ""),
        "no": ([*GROUP, "accept", "1", *REGION, "--set", "Naam=Soep"], "n\n"),
        "yes": ([*GROUP, "accept", "1", *REGION, "--set", "Naam=Soep"], "y\n"),
        "only a look": ([*GROUP, "accept", "2", *REGION, "--set", "name=Brood", "--json"], ""),
        "for programs": (
            [*GROUP, "accept", "2", *REGION, "--set", "name=Brood", "--json", "--yes"],
            "",
        ),
        "bad set": ([*GROUP, "accept", "3", *REGION, "--set", "Brood"], ""),
        "kept": ([*GROUP, "drop", "3", *REGION], "n\n"),
        "unknown": ([*GROUP, "drop", "3", "99", *REGION, "--yes"], ""),
        "dropped": ([*GROUP, "drop", "3", *REGION, "--yes", "--json"], ""),
        "gone": ([*GROUP, "show", "3", *REGION], ""),
        "no region": ([*GROUP, "list", "--region", "atlantis"], ""),
        "at the end": ([*GROUP, "list", *REGION, "--json"], ""),
    }
    return dict(zip(steps, story(list(steps.values()), folder), strict=True))


def test_what_waits_is_listed_with_its_number_place_and_reason(told: dict[str, Any]):
    assert "Er wacht niets in quarantaine." in told["nothing"][1]
    assert "1  lijst.csv:2" in told["list"][1]
    assert "Deze regel heeft geen naam." in told["list"][1]
    assert "Er wachten er 3." in told["list"][1]
    first = json.loads(told["list for programs"][1])["waiting"][0]
    assert (first["number"], first["source"], first["place"]) == (1, "lijst.csv", "lijst.csv:2")
    assert first["findings"][0]["code"] == "RB-KRT-092"


def test_one_is_shown_whole_with_reason_and_advice(told: dict[str, Any]):
    assert "Wijk: W7" in told["show"][1]
    assert "This line has no name." in told["show"][1]
    assert "Fill in what people call it." in told["show"][1]
    assert json.loads(told["show for programs"][1])["content"] == {"Nr": "1", "Wijk": "W7"}


def test_what_is_still_wrong_is_said_and_ends_with_1(told: dict[str, Any]):
    assert told["refused"][0] == 1
    assert "Nog steeds geweigerd. Er is niets opgeslagen." in told["refused"][1]


def test_nothing_is_stored_without_a_yes(told: dict[str, Any]):
    assert "Er is niets veranderd." in told["no"][1]
    assert json.loads(told["only a look"][1])["stored"] is False
    assert json.loads(told["only a look"][1])["refused"] is False


def test_what_is_filled_in_comes_on_the_map(told: dict[str, Any]):
    assert "name: – → Soep" in told["yes"][1]
    assert "1 staat nu in waalstad." in told["yes"][1]
    report = json.loads(told["for programs"][1])
    assert (report["stored"], report["number"]) == (True, 2)
    assert {change["kind"] for change in report["changes"]} == {"added"}


def test_a_value_without_a_name_is_refused(told: dict[str, Any]):
    assert told["bad set"][0] == 2
    assert "NAME=VALUE" in told["bad set"][2]


def test_what_is_thrown_away_is_asked_first_and_all_or_none(told: dict[str, Any]):
    assert "Er is niets veranderd." in told["kept"][1]
    assert (told["unknown"][0], told["unknown"][2].startswith("RB-KRT-019")) == (2, True)
    assert json.loads(told["dropped"][1]) == {"region": "waalstad", "dropped": [3]}
    assert (told["gone"][0], told["gone"][2].startswith("RB-KRT-019")) == (2, True)
    assert json.loads(told["at the end"][1])["waiting"] == []


def test_a_region_that_is_not_there_is_told(told: dict[str, Any]):
    assert (told["no region"][0], told["no region"][2].startswith("RB-KRT-018")) == (2, True)
