# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory verify|done|undo`, as a coordinator types them."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.cli.directory_world import Said, step
from tests.cli.directory_world import told as told_by

REGION = ("--region", "waalstad")


@pytest.mark.parametrize("command", ["verify", "done", "undo"])
def test_help_has_an_example(command: str):
    result = CliRunner().invoke(app, ["directory", command, "--help"])

    assert result.exit_code == 0
    assert f"Example: ruimbaan directory {command}" in result.stdout
    assert "--json" in result.stdout


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Said]:
    return told_by(
        tmp_path_factory.mktemp("deeds"),
        step("nothing", "done", *REGION),
        step("verify", "verify", "W06", *REGION),
        step("again", "verify", "W06", *REGION, "--language", "en"),
        step("again for programs", "verify", "W06", *REGION, "--json"),
        step("no such place", "verify", "X99", *REGION),
        step("done", "done", *REGION),
        step("undo", "undo", "1", *REGION),
        step("undo again", "undo", "1", *REGION),
        step("verify for programs", "verify", "W06", *REGION, "--json"),
        step("undo for programs", "undo", "2", *REGION, "--json"),
        step("done for programs", "done", *REGION, "--json"),
        step("nowhere", "done", "--region", "atlantis"),
    )


def test_a_place_is_looked_at_once_a_day(told: dict[str, Said]):
    assert told["verify"].out == "W06 is vandaag nagekeken.\n"
    assert told["again"].out == "W06 was looked at today already.\n"
    assert told["again for programs"].json["verified"] is False
    assert told["verify for programs"].json["verified"] is True
    assert told["no such place"].err.startswith("RB-JOIN-001")


def test_what_was_done_is_listed_and_taken_back_once(told: dict[str, Said]):
    assert told["nothing"].out == "Er is nog niets gedaan.\n"
    assert "is nagekeken." in told["done"].out
    assert told["undo"].out.startswith("Teruggezet: ")
    assert (told["undo again"].code, told["undo again"].err[:10]) == (2, "RB-KRT-103")
    assert told["undo for programs"].json == {"region": "waalstad", "number": 2, "undone": True}
    rows = told["done for programs"].json["done"]
    assert [(row["number"], row["what"], row["undone"]) for row in rows] == [
        (2, "verified", True),
        (1, "verified", True),
    ]
    assert told["nowhere"].err.startswith("RB-KRT-018")
