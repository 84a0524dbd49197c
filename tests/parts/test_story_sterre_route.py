# SPDX-License-Identifier: EUPL-1.2
"""Het verhaal van Sterre, van de eerste vraag tot een weekend met haar zoon: op haar eigen pagina's,
dag na dag. Noor, die haar route mag zien, ziet precies de route en nooit een moeilijke dag."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from tests.parts.journey_routes import hidden, keep, kept, own_side, say, words_of
from tests.parts.own_files import Other, Person, person, worker
from tests.signed_in import enter

pytestmark = pytest.mark.django_db
AGAIN, FOR_ME = "/mijn/route/anders", "/mijn/route/voor-mij"
BEGIN = datetime.fromisoformat("2026-11-23T10:00:00+01:00")
Day = Callable[[int], None]


@pytest.fixture
def sterre(monkeypatch: pytest.MonkeyPatch) -> Person:
    monkeypatch.setattr(timezone, "now", lambda: BEGIN)
    return person()


@pytest.fixture
def noor() -> Other:
    return worker()


@pytest.fixture
def day(sterre: Person, noor: Other, monkeypatch: pytest.MonkeyPatch) -> Day:
    """It is another day, and everybody signs in again."""

    def move(number: int) -> None:
        moment = BEGIN + timedelta(days=number)
        monkeypatch.setattr(timezone, "now", lambda: moment)
        for one, strong in ((sterre, False), (noor, True)):
            one.client.cookies.clear()
            enter(one.client, one.account, strong=strong)

    return move


def step(one: Person, service: str) -> UUID:
    return next(found.id for found in kept(one).steps if found.service == service)


def look_again(one: Person) -> str:
    """What would be different, and yes to it."""
    page = one.client.post(AGAIN, {"doe": "kijk"})
    fields = hidden(page.content.decode())
    if "version" in fields:
        assert one.client.post(AGAIN, {"doe": "ja", **fields})["Location"] == "/mijn/route"
    return words_of(page)


def seen_by(other: Other, one: Person) -> str:
    return re.sub(r"om \d\d\.\d\d uur", "", words_of(other.look(one)))


def home(client: Client) -> str:
    return words_of(client.get("/mijn"))


def test_het_verhaal_van_sterre(sterre: Person, noor: Other, day: Day):
    # Dag 0. Sterre bewaart haar route en laat hem aan Noor zien, drie maanden lang.
    keep(sterre)
    sterre.knows(noor.party)
    sterre.shows(noor.party, "route")
    assert "Vraag aan: Eerste gesprek verslavingszorg" in home(sterre.client)

    # Dag 1. Ze vraagt het eerste gesprek aan, en meldt zich alvast bij de gemeente.
    day(1)
    say(sterre, step(sterre, "W-intake"), "asked")
    say(sterre, step(sterre, "W-melding-thuis"), "done")
    say(sterre, step(sterre, "W-onderzoek-thuis"), "asked")

    # Dag 29. De organisatie is aan zet, niet Sterre.
    day(29)
    page = home(sterre.client)
    assert "De Kribbe heeft tijd tot 24 december." in page
    assert "Je wacht al 28 dagen op De Kribbe." in page
    assert "Nu hoef je niets te doen. Niets gehoord? Bel vanaf 25 december." in page
    assert "Gemeente Waalstad heeft tijd tot 5 januari 2027." in page
    waits = words_of(sterre.client.get("/mijn/route"))
    assert "Je wacht al 28 dagen op gemeente Waalstad." in waits
    assert "Niets gehoord? Bel vanaf 6 januari 2027." in waits

    # Dag 31. Het gesprek is geweest. De detox is aangevraagd; de rest schuift een dag op.
    day(31)
    say(sterre, step(sterre, "W-intake"), "done")
    say(sterre, step(sterre, "W06"), "asked")
    look_again(sterre)

    # Dag 61. De detox is begonnen. De bijstand kan omlaag: wie kan dat laten?
    day(61)
    say(sterre, step(sterre, "W06"), "began")
    page = words_of(sterre.client.get(FOR_ME))
    assert "Hele bijstand" in page
    assert "Dit laten zoals het is, kan: de klantmanager" in page

    # Dag 71. Klaar. De deeltijd laat wachten.
    day(71)
    say(sterre, step(sterre, "W06"), "done")
    say(sterre, step(sterre, "W-vervolg-aanvraag"), "done")
    say(sterre, step(sterre, "W08"), "asked")
    assert "Wat kan er weggaan?" not in words_of(sterre.client.get(FOR_ME))
    look_again(sterre)
    before, route = seen_by(noor, sterre), kept(sterre)
    assert "Wachten: Deeltijdbehandeling" in before

    # Dag 71, 's avonds. Een moeilijke periode. Die blijft van Sterre, en haar plek blijft.
    hard = {"doe": "begin", "soort": "hard", "woorden": "Zelf gebeld. Trots op."}
    sterre.client.post(FOR_ME, hard)
    page = words_of(sterre.client.get(FOR_ME))
    assert "Je plek op de route blijft." in page
    assert "Wachten: Deeltijdbehandeling" in page
    assert "Kunnen we een afspraak maken over gebruik, in plaats van een eis?" in page
    assert kept(sterre) == route
    assert seen_by(noor, sterre) == before

    # Dag 73. Ze gaat verder. Ze vertelt het zelf aan Noor, of niet: het product stuurt niets.
    day(73)
    sterre.client.post(FOR_ME, {"doe": "verder"})
    (moment,) = own_side(sterre).moments
    assert (moment.until or moment.since) - moment.since == timedelta(days=2)
    assert "Trots" not in seen_by(noor, sterre)

    # Dag 84. De gemeente is over haar tijd. Sterre mag bellen, en weet wat ze kan zeggen.
    day(84)
    page = home(sterre.client)
    assert "gemeente Waalstad had tijd tot".lower() in page.lower()
    assert "Ik wacht al 83 dagen. Op welke dag kan ik beginnen?" in page

    # Dag 99. De deeltijd begint. Noor ziet niets meer: drie maanden zijn om.
    day(99)
    say(sterre, step(sterre, "W08"), "began")
    assert noor.look(sterre).status_code == 404

    # Dag 120. Het onderzoek is klaar, weken te laat. Opnieuw kijken: wat gedaan is, blijft.
    day(120)
    done = {found.id for found in kept(sterre).steps if found.service in {"W-intake", "W06", "W08"}}
    say(sterre, step(sterre, "W-onderzoek-thuis"), "done")
    page = look_again(sterre)
    assert "Begeleiding thuis: " in page
    assert "later. Nu rond" in page
    assert done <= {found.id for found in kept(sterre).steps}

    # Dag 170. Alles wat gevraagd werd komt, stap voor stap, tot het weekend met haar zoon.
    for number, service in ((122, "W-besluit-thuis"), (140, "W23"), (170, "W08")):
        day(number)
        say(sterre, step(sterre, service), "done")
    look_again(sterre)
    day(190)
    say(sterre, step(sterre, "W-kind-weekend"), "done")

    arrived = {goal.text.nl for goal in kept(sterre).goals}
    assert arrived == {"Begeleiding thuis", "Detox", "Weekend met je kind"}
    assert "Weekend met je kind" in sterre.read("/mijn/route")
