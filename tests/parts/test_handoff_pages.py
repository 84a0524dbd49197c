# SPDX-License-Identifier: EUPL-1.2
"""Overdracht on the pages, end to end: asking, seeing, answering, meeting, and the last word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.states import State
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.handoff.models import HandoffRecord, Receipt, StepRecord
from ruimbaan.parts.handoff.records import as_handoff
from tests.parts.handing_over import (
    COMPOSE,
    MARK,
    by_link,
    day_on_page,
    do,
    known,
    only_handoff,
    organisation_of,
    question,
    send,
    to,
)
from tests.parts.own_files import Other, Person, person, read, worker

pytestmark = pytest.mark.django_db
LATER = (timezone.localdate() + timedelta(days=9)).isoformat()


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def bram(sterre: Person) -> Other:
    """Whom Sterre knows, and who stays with her."""
    one = worker("bram", organisation=Organisation.objects.create(name="De Kribbe"))
    sterre.knows(one.party)
    return one


@pytest.fixture
def noor() -> Other:
    return worker("noor", organisation=Organisation.objects.create(name="De Kade"))


def state() -> str:
    return only_handoff().state


def test_end_to_end_with_a_signed_link(sterre: Person, bram: Other):
    link = by_link(sterre, blijft=known(bram))
    door = link.door().content.decode()
    assert MARK not in door
    assert "Sterre" not in door

    page = link.opens().content.decode()

    assert MARK in page
    assert "Sterre vraagt u iets" in page
    assert state() == State.RECEIVED
    link.answers("ja", dag=LATER)
    assert state() == State.ACCEPTED
    assert as_handoff(only_handoff()).responsible == bram.party.id
    assert "Was het eerder?" in sterre.read(f"/mijn/overdracht/{only_handoff().pk}")
    do(sterre, only_handoff().pk, "ontmoet")
    assert state() == State.MET
    assert as_handoff(only_handoff()).responsible == only_handoff().receiver
    do(sterre, only_handoff().pk, "oordeel", oordeel="helped", woorden="Fijn gesprek.")
    assert state() == State.COMPLETED
    (receipt,) = Receipt.objects.all()
    assert (receipt.sender, receipt.receiver, receipt.outcome) == (
        organisation_of(bram).pk,
        None,
        State.MET,
    )


def test_end_to_end_with_an_inbox(sterre: Person, bram: Other, noor: Other):
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram)))
    handoff = only_handoff().pk

    assert "Sterre" in read(noor.client, "/werk/overdracht")
    assert MARK in read(noor.client, f"/werk/overdracht/{handoff}")
    answered = noor.client.post(f"/werk/overdracht/{handoff}", {"doe": "ja", "dag": LATER})
    assert answered.status_code == 302
    assert "De Kade zegt ja" in sterre.read(f"/mijn/overdracht/{handoff}")
    assert "De Kade zegt ja" in read(bram.client, f"/werk/overdracht/{handoff}")
    do(sterre, handoff, "ontmoet")
    assert read(bram.client, "/werk/overdracht").count("Sterre") == 0


def test_first_one_looks_and_only_then_it_is_sent(sterre: Person, noor: Other):
    sterre.writes("wensen", words="Een hond.")
    filled = question(to(organisation_of(noor)), wat="wishes")

    page = sterre.client.post(COMPOSE, filled).content.decode()

    assert "Een hond." in page
    assert "Dit blijft dicht" in page
    assert not HandoffRecord.objects.exists()
    send(sterre, filled)
    assert "Een hond." in read(noor.client, f"/werk/overdracht/{only_handoff().pk}")


def test_what_does_not_go_along_stays_closed(sterre: Person, noor: Other):
    sterre.writes("wensen", words="Een hond.")
    sterre.writes("notities", words="Slecht geslapen.")
    send(sterre, question(to(organisation_of(noor))))

    page = read(noor.client, f"/werk/overdracht/{only_handoff().pk}")

    assert "Een hond." not in page
    assert "Slecht geslapen." not in page


def test_a_no_has_a_reason_and_takes_the_look_away(sterre: Person, bram: Other):
    link = by_link(sterre, blijft=known(bram))
    link.opens()
    assert link.answers("nee").status_code == 422
    assert state() == State.RECEIVED

    page = link.answers("nee", reden="no-place", zeg="Bel De Brug.").content.decode()

    assert MARK not in page
    assert state() == State.REJECTED
    mine = sterre.read(f"/mijn/overdracht/{only_handoff().pk}")
    assert "Er is nu geen plek." in mine
    assert "Bel De Brug." in mine
    assert "Dat ligt niet aan jou." in mine
    assert as_handoff(only_handoff()).responsible == bram.party.id
    assert MARK not in link.opens().content.decode()
    assert Receipt.objects.get().reason == "no-place"


def test_after_a_no_the_same_question_goes_to_the_next(sterre: Person, noor: Other):
    link = by_link(sterre)
    link.opens()
    link.answers("nee", reden="hours")
    first = only_handoff()
    asked = sterre.read(f"{COMPOSE}?na={first.pk}")
    assert MARK in asked

    send(sterre, question(to(organisation_of(noor)), na=str(first.pk)))

    assert HandoffRecord.objects.get(after=first).receiver == organisation_of(noor).pk


def test_who_points_to_another_is_named_there(sterre: Person, bram: Other, noor: Other):
    send(sterre, question(to(organisation_of(noor)), known(bram)))
    first = only_handoff()
    noor.client.post(
        f"/werk/overdracht/{first.pk}", {"doe": "nee", "reden": "other-help-fits", "zeg": "De Brug"}
    )
    kees = worker("kees", organisation=Organisation.objects.create(name="De Brug"))

    send(sterre, question(to(organisation_of(kees)), known(bram), na=str(first.pk)))

    passed = HandoffRecord.objects.get(after=first)
    assert passed.via == organisation_of(noor).pk
    assert as_handoff(passed).responsible == bram.party.id
    assert "De vraag komt via De Kade." in read(kees.client, f"/werk/overdracht/{passed.pk}")


def test_another_day_is_asked_and_said_yes_to(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    handoff = only_handoff().pk
    noor.client.post(
        f"/werk/overdracht/{handoff}", {"doe": "andere-dag", "dag": LATER, "reden": "hours"}
    )
    assert "Is een andere dag goed?" in sterre.read(f"/mijn/overdracht/{handoff}")

    do(sterre, handoff, "dag-goed", **day_on_page(sterre, handoff))

    assert state() == State.REQUESTED
    assert str(only_handoff().answer_by) == LATER
    assert StepRecord.objects.count() == 4
