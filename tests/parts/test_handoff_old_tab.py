# SPDX-License-Identifier: EUPL-1.2
"""A page that was left open: its buttons work as long as the question is as that page says."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.states import State
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.handoff import own_moves
from ruimbaan.parts.handoff.models import HandoffRecord, Receipt
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.handing_over import (
    by_link,
    do,
    known,
    only_handoff,
    organisation_of,
    question,
    send,
    stays,
    to,
    works_at,
)
from tests.parts.own_files import Other, Person, person, worker
from tests.parts.test_handoff_open import DAY_TREATMENT, on_map

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate().isoformat()
LATE = "Iemand anders was net eerder."


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def bram(sterre: Person) -> Other:
    """Who stays, and can be written to."""
    return stays(sterre, "bram@example.org")


@pytest.fixture
def noor() -> Other:
    return works_at("De Kade", "noor")


def presses(sterre: Person, what: str) -> bool:
    """Whether it was taken."""
    answer = do(sterre, only_handoff().pk, what, form=str(uuid4()))
    if answer.status_code == 422:
        assert LATE in answer.content.decode()
    return answer.status_code in {200, 302}


def running() -> int:
    return GrantRecord.objects.filter(revoked=None, party_kind__in=("link", "organisation")).count()


@pytest.mark.parametrize("end", ["no", "stopped", "met"])
def test_no_new_link_for_what_is_over(sterre: Person, end: str):
    link = by_link(sterre)
    link.opens()
    if end == "no":
        link.answers("nee", reden="no-place")
    elif end == "stopped":
        do(sterre, only_handoff().pk, "anders")
    else:
        link.answers("ja", dag=TODAY)
        do(sterre, only_handoff().pk, "ontmoet")
    before, receiver = running(), only_handoff().receiver

    assert not presses(sterre, "nieuwe-link")

    assert (running(), only_handoff().receiver) == (before, receiver)


def test_no_link_for_a_place_with_an_account(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))

    assert not presses(sterre, "nieuwe-link")

    assert only_handoff().receiver == organisation_of(noor).pk


@pytest.mark.parametrize("answered", [False, True])
def test_not_yet_is_nothing_before_a_yes_and_after_meeting(
    sterre: Person, bram: Other, noor: Other, answered: bool
):
    send(sterre, question(to(organisation_of(noor)), known(bram)))
    if answered:
        where = f"/werk/overdracht/{only_handoff().pk}"
        noor.client.post(where, {"doe": "ja", "dag": TODAY})
        do(sterre, only_handoff().pk, "ontmoet")

    assert not presses(sterre, "nog-niet")

    assert not Letter.objects.filter(kind="handoff.not-met").exists()


@pytest.fixture
def joke(sterre: Person) -> Other:
    """Stepped forward for an open question."""
    send(sterre, question("open", kaart=f"waalstad:{DAY_TREATMENT}"))
    one = worker("joke", organisation=on_map())
    one.client.post(f"/werk/overdracht/{only_handoff().pk}", {"doe": "wij"})
    assert only_handoff().receiver is not None
    return one


def test_a_yes_to_what_was_stopped_shows_nothing(sterre: Person, joke: Other):
    do(sterre, only_handoff().pk, "anders")

    assert not presses(sterre, "laat-zien")

    assert (running(), only_handoff().parts) == (0, [])


def test_a_yes_shows_nothing_again_that_was_stopped_by_hand(sterre: Person, joke: Other):
    assert presses(sterre, "laat-zien")
    sterre.client.post(f"/mijn/delen/{GrantRecord.objects.get().pk}/stop")

    assert not presses(sterre, "laat-zien")

    assert running() == 0


def test_the_same_yes_twice_is_one(sterre: Person, joke: Other):
    assert presses(sterre, "laat-zien")
    assert presses(sterre, "laat-zien")

    assert running() == 1


def test_nobody_stepped_forward_and_nobody_is_shown_anything(sterre: Person):
    send(sterre, question("open", kaart=f"waalstad:{DAY_TREATMENT}"))

    assert not presses(sterre, "laat-zien")


def test_a_meeting_that_is_said_twice_at_once_counts_once(sterre: Person, noor: Other):
    """Both presses read the row before either wrote it."""
    send(sterre, question(to(organisation_of(noor))))
    handoff = only_handoff().pk
    noor.client.post(f"/werk/overdracht/{handoff}", {"doe": "ja", "dag": TODAY})
    first, second = (HandoffRecord.objects.get(pk=handoff) for _ in range(2))

    for row in (first, second):
        own_moves.we_met(Actor(account=sterre.account.pk), row, timezone.now())

    assert only_handoff().state == State.MET
    assert Receipt.objects.count() == 1
