# SPDX-License-Identifier: EUPL-1.2
"""What is over stays over: another question that still runs opens no earlier words again."""

from __future__ import annotations

import pytest

from ruimbaan.parts.handoff.models import HandoffRecord
from tests.parts.handing_over import MARK, by_link, do, known, organisation_of, question, send, to
from tests.parts.own_files import person, read, worker

pytestmark = pytest.mark.django_db


def test_who_stayed_has_let_go_once_they_met_also_while_staying_with_another_question():
    sterre, bram = person(), worker("bram")
    sterre.knows(bram.party)
    link = by_link(sterre, blijft=known(bram))
    link.opens()
    link.answers("ja", dag="2099-01-01")
    first = HandoffRecord.objects.get()
    where = f"/werk/overdracht/{first.pk}"
    assert MARK in read(bram.client, where)
    send(sterre, question("link", known(bram), vraag="Iets anders"))

    do(sterre, first.pk, "ontmoet")

    assert MARK not in read(bram.client, where)


def test_a_no_closes_a_question_for_good_though_the_same_place_is_asked_for_something_else():
    sterre, joke = person(), worker("joke")
    send(sterre, question(to(organisation_of(joke))))
    first = HandoffRecord.objects.get()
    where = f"/werk/overdracht/{first.pk}"
    send(sterre, question(to(organisation_of(joke)), vraag="Iets anders"))
    assert MARK in read(joke.client, where)

    joke.client.post(where, {"doe": "nee", "reden": "no-place"})

    assert MARK not in read(joke.client, where)
