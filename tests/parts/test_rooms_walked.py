# SPDX-License-Identifier: EUPL-1.2
"""Every room of the three journeys, walked by who works: asked in everyday words, found with who may
say yes here, asked for or simply done, noted, and looked back on. Also what was left undone."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import yaml
from django.test import Client

from ruimbaan.parts.discretion.may_i import queries
from tests.parts.own_files import Other, read, worker

pytestmark = pytest.mark.django_db
TESTS = Path(__file__).parents[1]
REGIONS = {"W": "waalstad", "G": "grachtstad", "V": "vestingstad"}
ASK, NOTE, NOTES = "/werk/ruimte/vragen/nieuw", "/werk/ruimte/notitie", "/werk/ruimte/notities"


def rooms() -> Iterator[dict[str, Any]]:
    """Each use of room in the journeys, with the words in which it is asked for."""
    asked = yaml.safe_load((TESTS / "stories/may_i/rooms.yaml").read_text(encoding="utf-8"))
    by_event = {row["event"]: row for row in asked}
    with (TESTS / "data/journeys.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["discretion"]:
                yield {**by_event[row["event_id"]], "region": REGIONS[row["region"]]}


ROOMS = tuple(rooms())


@pytest.fixture
def noor() -> Other:
    return worker("noor")


def answer_to(who: Other, room: dict[str, Any]) -> str:
    sent = {"vraag": room["asks"], "wie": room["by"], "regio": room["region"]}
    return str(who.client.post("/ruimte", sent).content.decode())


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_sterre_has_seven_karim_eight_and_wim_ten():
    people = [room["event"].split("-")[0] for room in ROOMS]

    assert {name: people.count(name) for name in people} == {"sterre": 7, "karim": 8, "wim": 10}


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room["event"])
def test_the_right_room_is_found_with_who_may_say_yes_and_what_is_left(
    noor: Other, room: dict[str, Any]
):
    html = answer_to(noor, room)
    card = words(html.split('class="rb-card rb-may')[1].split("</section>")[0])
    link = re.search(rf'href="({ASK}[^"]*)"', html)

    assert room["who"] in card
    assert ("Ja zeggen kan:" in card or "Wie " in card) is bool(room["who"])
    assert ("iets laten" in card) is room.get("leave", False)
    assert f'href="{NOTE}"' in html
    assert bool(link) is ("Vraag om een ja" in card)  # within one's own room nothing is asked
    if link:
        form = words(read(noor.client, link[1]))
        assert "Wie mag ja zeggen?" in form
        assert room["who"].removeprefix("de ").removeprefix("het ") in form


def test_each_is_noted_and_looked_back_on(noor: Other):
    for room in ROOMS:
        rule = queries.rule_in(room["region"], room["rules"][0])
        assert rule is not None
        form = {"form": str(uuid4()), "wat": f"Gedaan: {room['event']}.", "regel": rule.id}
        assert noor.client.post(NOTE, form).status_code == 302
    notes = read(noor.client, NOTES)
    links = re.findall(rf'href="({NOTE}/[0-9a-f-]+)"', notes)

    assert [room["event"] for room in ROOMS if room["event"] not in notes] == []
    assert len(set(links)) == len(ROOMS)
    for link in set(links):
        noor.client.post(link, {"doe": "deed", "effect": "helped"})
    assert read(noor.client, NOTES).count("Het hielp") >= len(ROOMS)


def test_a_route_leads_to_the_situation_of_what_it_asks(client: Client):
    page = client.get("/routecheck/voorbeeld/karim").content.decode()
    rung = page.split("Ruimte vragen", 1)[1]
    link = "/ruimte/bed-vasthouden?regio=grachtstad"

    assert f'href="{link}"' in rung
    assert "/ruimte/plek-na-terugval" not in page  # the same rule, at another kind of place
    answer = words(client.get(link).content.decode())
    assert "Ja zeggen kan: de coördinator opvang Grachtstad" in answer
    assert f"{ASK}?regel=R52-G" in client.get(link).content.decode()


@pytest.mark.parametrize("region", ["", "atlantis", "../waalstad"])
def test_a_region_that_is_not_there_is_left_out(client: Client, region: str):
    response = client.get("/ruimte/hond", {"regio": region})

    assert response.status_code == 200
    assert "Kies hierboven je gemeente" in response.content.decode()
