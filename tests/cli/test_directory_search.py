# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory reindex|gaps`: lists made anew, and what was looked for in vain."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.cli.directory_world import Said, step
from tests.cli.directory_world import told as told_by

REGION = ("--region", "waalstad")
LOST = """
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.models import Posting
Posting.objects.all().delete()
Listing.objects.filter(region="waalstad", code="W34").delete()
Listing.objects.filter(region="waalstad", code="W35").update(name="Onzin")
"""
WHAT_IS_LEFT = """
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.models import Posting
assert Posting.objects.exists()
assert Listing.objects.filter(region="waalstad", code="W34").exists()
assert Listing.objects.get(region="waalstad", code="W35").name == "Zelfhulpgroep"
"""
LOOKED_FOR = """
from django.utils import timezone
from ruimbaan.parts.directory.search.gaps import LEAST, record
for _ in range(LEAST):
    record("waalstad", ["filter:women_only", "unknown"], timezone.localdate())
record("waalstad", ["filter:free"], timezone.localdate())
"""


@pytest.mark.parametrize("command", ["reindex", "gaps"])
def test_help_has_an_example(command: str):
    result = CliRunner().invoke(app, ["directory", command, "--help"])

    assert result.exit_code == 0
    assert f"Example: ruimbaan directory {command}" in result.stdout
    assert "--json" in result.stdout


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Said]:
    return told_by(
        tmp_path_factory.mktemp("search"),
        step("no gaps", "gaps", *REGION),
        step("no gaps for programs", "gaps", *REGION, "--json"),
        step("reindex", "reindex", *REGION, meanwhile=LOST),
        step("again for programs", "reindex", *REGION, "--json", meanwhile=WHAT_IS_LEFT),
        step("gaps", "gaps", *REGION, meanwhile=LOOKED_FOR),
        step("gaps in English", "gaps", *REGION, "--language", "en"),
        step("gaps for programs", "gaps", *REGION, "--json"),
        step("nowhere", "reindex", "--region", "atlantis"),
        step("gaps of nowhere", "gaps", "--region", "atlantis", "--language", "en"),
    )


def test_lists_and_index_come_back_from_the_records(told: dict[str, Said]):
    found = told["again for programs"].json

    assert found["region"] == "waalstad"
    assert found["services"] > 40
    said = f"{found['services']} plekken van waalstad opnieuw op de lijst gezet.\n"
    assert (told["reindex"].code, told["reindex"].out) == (0, said)


def test_what_was_missed_is_told_only_when_it_was_missed_often(told: dict[str, Said]):
    assert told["no gaps"].out.startswith("Niets is zo vaak gezocht en niet gevonden")
    assert told["no gaps for programs"].json == {"region": "waalstad", "least": 10, "gaps": []}
    assert told["gaps"].out.splitlines() == ["10 keer: filter:women_only", "10 keer: unknown"]
    assert told["gaps in English"].out.splitlines()[0] == "10 times: filter:women_only"
    assert told["gaps for programs"].json["gaps"] == [
        {"topic": "filter:women_only", "count": 10},
        {"topic": "unknown", "count": 10},
    ]


def test_a_region_that_is_not_there_is_told(told: dict[str, Said]):
    assert told["nowhere"].code == told["gaps of nowhere"].code == 2
    assert told["nowhere"].err.startswith("RB-KRT-018")
    assert 'There is no region "atlantis".' in told["gaps of nowhere"].err
