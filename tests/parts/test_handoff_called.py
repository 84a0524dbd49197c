# SPDX-License-Identifier: EUPL-1.2
"""Who was named for when it stays silent reads a name and a kind of question, and no longer than the
person lets them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.reminding import Nudge
from ruimbaan.core.handoff.states import State
from ruimbaan.parts.handoff.models import NudgeRecord, StepRecord
from ruimbaan.parts.handoff.services import tell
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.trust.queries import acquaintances_of
from tests.parts.handing_over import (
    COMPOSE,
    known,
    only_handoff,
    organisation_of,
    question,
    send,
    to,
    works_at,
)
from tests.parts.own_files import Other, Person, person, read
from tests.parts.test_handoff_letters import in_working_days
from tests.parts.test_handoff_story import dagen_later

pytestmark = pytest.mark.django_db
Shut = Callable[[Person], None]
CALLED = "U bent genoemd"


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def noor() -> Other:
    """Was asked."""
    return works_at("De Kade", "noor")


@pytest.fixture
def bas(sterre: Person, noor: Other) -> Other:
    """Who was named for a question that stays silent."""
    one = works_at("Maatjes", "bas", "bas@example.org")
    sterre.knows(one.party)
    send(sterre, question(to(organisation_of(noor)), "ik", known(one)))
    return one


def closes(sterre: Person) -> None:
    sterre.client.post("/mijn/dicht", {"doe": "dicht"})


def forgets(sterre: Person) -> None:
    (ken,) = acquaintances_of(sterre.journey)
    assert sterre.client.post(f"/mijn/delen/ken/{ken}/weg").status_code == 302


def is_called(one: Other) -> bool:
    page = read(one.client, "/werk")
    return CALLED in page and "Sterre" in page


def mailed() -> bool:
    return Letter.objects.filter(kind="handoff.silent_named").exists()


@pytest.mark.parametrize("shut", [closes, forgets])
def test_the_row_goes_when_the_person_shuts_it_off(sterre: Person, bas: Other, shut: Shut):
    dagen_later(12)
    assert is_called(bas)
    assert mailed()

    shut(sterre)

    page = read(bas.client, "/werk")
    assert CALLED not in page
    assert "Sterre" not in page
    assert "Dan bellen we" not in sterre.read(f"/mijn/overdracht/{only_handoff().pk}")


@pytest.mark.parametrize("shut", [closes, forgets])
def test_no_letter_leaves_for_who_may_not_be_called(sterre: Person, bas: Other, shut: Shut):
    shut(sterre)
    dagen_later(12)

    assert not mailed()
    assert Nudge.SILENT_NAMED not in tell(timezone.now()).told


def test_who_may_be_called_again_is(sterre: Person, bas: Other):
    closes(sterre)
    dagen_later(12)
    sterre.client.post("/mijn/dicht", {"doe": "open"})

    tell(timezone.now())

    assert mailed()
    assert is_called(bas)


def test_no_answer_is_asked_while_the_file_is_closed(sterre: Person, bas: Other):
    closes(sterre)

    told = tell(in_working_days(12)).told

    assert Nudge.ASK_AGAIN not in told
    assert Nudge.SILENT in told
    assert not NudgeRecord.objects.filter(nudge=Nudge.ASK_AGAIN).exists()


def test_before_sending_it_is_said_what_who_is_called_reads(sterre: Person):
    page = sterre.read(COMPOSE)

    assert "Dan leest die je naam en het soort vraag." in page


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ({"doe": "nee", "reden": "area"}, "en er is nog geen volgende weg."),
        ({"doe": "ja"}, "en er is nog geen bevestiging."),
        ({"doe": "andere-dag", "reden": "hours"}, "en de andere dag is voorbij."),
        ({}, "en het blijft stil."),
    ],
)
def test_the_row_says_silence_only_where_no_answer_came(
    sterre: Person, bas: Other, noor: Other, said: dict[str, str], reads: str
):
    day = {"dag": timezone.localdate().isoformat()} if said.get("doe") != "nee" else {}
    if said:
        noor.client.post(f"/werk/overdracht/{only_handoff().pk}", {**said, **day})

    dagen_later(12)
    held = StepRecord.objects.filter(end=State.ON_HOLD)
    held.update(day=timezone.localdate() - timedelta(days=12))

    page = read(bas.client, "/werk")
    assert reads in page
    assert ("blijft stil" in page) is (not said)
