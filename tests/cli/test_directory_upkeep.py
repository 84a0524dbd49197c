# SPDX-License-Identifier: EUPL-1.2
"""`ruimbaan directory queue|remind|connect|address|settle|place`, as a coordinator types them: for people and for programs, what goes well and what does not."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from ruimbaan.cli.main import app
from tests.cli.directory_world import Said, step
from tests.cli.directory_world import told as told_by

REGION = ("--region", "waalstad")
COMMANDS = ("queue", "remind", "connect", "address", "settle", "place")
A_READER = """
from django.utils import timezone
from ruimbaan.parts.directory.joining.models.work import RemarkKind
from ruimbaan.parts.directory.joining.remarks import remark
from ruimbaan.parts.directory.models import Listing
place = Listing.objects.get(region="waalstad", code="W25")
remark("waalstad", place.uid, RemarkKind.WRONG, "De deur is dicht", timezone.now())
"""
HUNDRED_DAYS = """
from datetime import timedelta
from django.utils import timezone
from ruimbaan.parts.directory.joining.models import Keeper
from ruimbaan.parts.directory.models import Listing
today = timezone.localdate()
keeper = Keeper.objects.order_by("pk").first()
Keeper.objects.filter(pk=keeper.pk).update(proved_on=today)
Listing.objects.filter(uid=keeper.service).update(verified_on=today - timedelta(days=100))
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(command: str):
    result = CliRunner().invoke(app, ["directory", command, "--help"])

    assert result.exit_code == 0
    assert f"Example: ruimbaan directory {command}" in result.stdout
    assert "--json" in result.stdout


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Said]:
    first, other = ("W41", "a@example.org"), ("W42", "b@example.org")
    connect = ("connect", "W41", "W42", *REGION, "--sends", "de straatwerker")
    return told_by(
        tmp_path_factory.mktemp("upkeep"),
        step("queue", "queue", *REGION),
        step("queue for programs", "queue", *REGION, "--json", meanwhile=A_READER),
        step("queue of nowhere", "queue", "--region", "atlantis"),
        step("settle", "settle", "1", *REGION, "--json"),
        step("settle again", "settle", "1", *REGION),
        step("settle again for programs", "settle", "1", *REGION, "--json"),
        step("too early", *connect),
        step("address", "address", *first, *REGION),
        step("address for programs", "address", *other, *REGION, "--json"),
        step("no address", "address", "W41", "geen adres", *REGION),
        step("no such place", "address", "X99", "a@example.org", *REGION),
        step("connect", *connect, "--json"),
        step("connect again", *connect, "--language", "en"),
        step("with itself", "connect", "W41", "W41", *REGION, "--sends", "wij"),
        step("nobody", "remind", "--dry-run"),
        step("trial", "remind", "--dry-run", meanwhile=HUNDRED_DAYS),
        step("remind", "remind", "--json"),
        step("remind once", "remind", "--json"),
        step("place", "place", "W25", *REGION, "--column", "1", "--row", "2", "--json"),
        step("place free", "place", "W25", *REGION),
        step("half a place", "place", "W25", *REGION, "--row", "2"),
        step("no station", "place", "X99", *REGION, "--row", "2", "--column", "2"),
    )


def test_the_queue_says_what_waits_and_most_routes_go_first(told: dict[str, Said]):
    rows = told["queue for programs"].json

    assert "Routes" in told["queue"].out
    assert [row["routes"] for row in rows] == sorted((r["routes"] for r in rows), reverse=True)
    (remark,) = (row for row in rows if row["why"] == "dispute")
    assert (remark["code"], "De deur is dicht" in remark["note"]) == ("W25", True)


def test_a_region_that_is_not_there_has_no_empty_queue(told: dict[str, Said]):
    assert told["queue of nowhere"].code == 2
    assert told["queue of nowhere"].err.startswith("RB-KRT-018")


def test_a_remark_is_settled_once(told: dict[str, Said]):
    assert told["settle"].json == {"number": 1, "settled": True}
    assert (told["settle again"].code, told["settle again"].out) == (1, "")
    assert told["settle again"].err == "Opmerking 1 is er niet.\n"
    assert told["settle again for programs"].code == 1
    assert told["settle again for programs"].json == {"number": 1, "settled": False}


def test_a_place_gets_an_address_and_a_link(told: dict[str, Said]):
    assert told["address"].out == "W41 krijgt een link.\n"
    assert told["address for programs"].json == {"region": "waalstad", "code": "W42"}
    assert told["no address"].err.startswith("RB-JOIN-006")
    assert told["no such place"].err.startswith("RB-JOIN-001")
    assert {told[name].code for name in ("no address", "no such place")} == {2}


def test_two_places_are_connected_when_both_have_an_address(told: dict[str, Said]):
    assert told["too early"].err.startswith("RB-JOIN-002")
    assert told["connect"].json == {"region": "waalstad", "sender": "W41", "receiver": "W42"}
    assert told["connect again"].err.startswith("RB-JOIN-003")
    assert "was proposed already" in told["connect again"].err
    assert told["with itself"].err.startswith("RB-JOIN-005")


def test_a_reminder_is_tried_first_and_written_once(told: dict[str, Said]):
    assert told["nobody"].out == "Niemand is aan de beurt.\n"
    assert "brief 1" in told["trial"].out
    assert "Dit is een proef: er is niets geschreven." in told["trial"].out
    assert told["remind"].json["written"] is True
    (due,) = told["remind"].json["due"]
    assert (due["code"], due["letter"]) == ("W41", 1)
    assert told["remind once"].json["due"] == []


def test_a_station_is_put_somewhere_and_let_go(told: dict[str, Said]):
    found = told["place"].json
    assert (found["column"], found["row"]) == (1, 2)
    assert told["place free"].out.startswith("De kaart is opnieuw gelegd.")
    assert told["half a place"].err.startswith("RB-MET-002")
    assert told["no station"].err.startswith("RB-MET-001")
    assert {told[name].code for name in ("half a place", "no station")} == {2}
