# SPDX-License-Identifier: EUPL-1.2
"""The demo's handoffs, each with a page that shows where it stands."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.parts.accounts import demo as people
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.handoff import demo as handoffs
from ruimbaan.parts.handoff.models import HandoffRecord
from tests.parts.own_files import read
from tests.signed_in import enter

pytestmark = pytest.mark.django_db
ACCOUNTS = {persona.name: persona.id for persona in people.PERSONAS}


def prepare() -> None:
    parties = {persona.name: people.party_of(persona) for persona in people.PERSONAS}
    handoffs.prepare(ACCOUNTS, parties, timezone.now())


def as_persona(name: str) -> Client:
    browser = Client()
    enter(browser, Account.objects.get(pk=ACCOUNTS[name]), strong=True)
    return browser


@pytest.fixture
def demo() -> None:
    people.prepare(timezone.now())
    prepare()
    prepare()


@pytest.mark.usefixtures("demo")
def test_sterre_has_one_waiting_one_refused_one_agreed_and_one_met():
    states = HandoffRecord.objects.order_by("state").values_list("state", flat=True)
    assert list(states) == ["accepted", "met", "rejected", "requested"]
    page = read(as_persona("sterre"), "/mijn/overdracht")

    for goal in ("avonden", "deeltijd", "tuin", "post"):
        assert goal in page
    assert "Er is nu geen plek." in page
    assert "Jullie hebben elkaar ontmoet." in page


@pytest.mark.usefixtures("demo")
def test_the_day_of_the_answer_is_the_same_all_over_the_page():
    waiting = HandoffRecord.objects.get(state="requested")

    page = read(as_persona("sterre"), f"/mijn/overdracht/{waiting.pk}")

    days = re.findall(r"uiterlijk (\d+ [a-z]+)", page)
    assert len(days) == 3
    assert len(set(days)) == 1


@pytest.mark.usefixtures("demo")
def test_joke_reads_who_waits_and_bram_what_is_his_to_do():
    joke, bram = read(as_persona("joke"), "/werk"), read(as_persona("bram"), "/werk")

    assert "Wie laat ik wachten?" in joke
    assert "Sterre" in joke
    assert "Overdrachten zonder antwoord" in bram
    assert "Bruggen die binnenkort aflopen" in bram


@pytest.mark.usefixtures("demo")
def test_a_role_that_sees_no_people_has_no_today():
    assert "Wie laat ik wachten?" not in read(as_persona("nadia"), "/werk")
