# SPDX-License-Identifier: EUPL-1.2
"""What is over stays over: another question that still runs opens no earlier words again."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.states import State
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.trust.files.models import GrantRecord
from tests.parts.handing_over import MARK, by_link, do, known, organisation_of, question, send, to
from tests.parts.own_files import Other, Person, person, read, worker

pytestmark = pytest.mark.django_db
GOAL = "Begeleiding thuis"
TODAY = timezone.localdate().isoformat()


def file_of(one: Other, handoff: HandoffRecord) -> Any:
    return one.client.get(f"/werk/overdracht/{handoff.pk}/fhir")


def shown_to(one: Other) -> list[str]:
    rows = GrantRecord.objects.filter(party=organisation_of(one).pk, revoked=None)
    return sorted(rows.values_list("part", flat=True))


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
    assert GOAL in file_of(bram, first).content.decode()

    do(sterre, first.pk, "ontmoet")

    page = read(bram.client, where)
    assert MARK not in page
    assert "/fhir" not in page
    assert file_of(bram, first).status_code == 404


def test_a_no_closes_a_question_for_good_though_the_same_place_is_asked_for_something_else():
    sterre, joke = person(), worker("joke")
    send(sterre, question(to(organisation_of(joke))))
    first = HandoffRecord.objects.get()
    where = f"/werk/overdracht/{first.pk}"
    send(sterre, question(to(organisation_of(joke)), vraag="Iets anders"))
    assert MARK in read(joke.client, where)
    assert GOAL in file_of(joke, first).content.decode()

    joke.client.post(where, {"doe": "nee", "reden": "no-place"})

    assert MARK not in read(joke.client, where)
    assert file_of(joke, first).status_code == 404


def test_what_the_person_stopped_is_no_file_either_while_another_question_runs():
    sterre, joke = person(), worker("joke")
    send(sterre, question(to(organisation_of(joke))))
    first = HandoffRecord.objects.get()
    send(sterre, question(to(organisation_of(joke)), vraag="Iets anders"))

    do(sterre, first.pk, "anders")

    assert joke.client.get(f"/werk/overdracht/{first.pk}").status_code == 404
    assert file_of(joke, first).status_code == 404


@pytest.mark.parametrize("by", ["person", "receiver"])
def test_the_parts_of_a_question_close_with_it_but_for_what_goes_with_another(by: str):
    sterre, joke = person(), worker("joke")
    sterre.writes("wensen", words="Een tuin-geheim")
    sterre.writes("verhaal", words="Een verhaal")
    send(sterre, question(to(organisation_of(joke)), wat=["wishes", "story"]))
    first = HandoffRecord.objects.get()
    send(sterre, question(to(organisation_of(joke)), vraag="Iets anders", wat=["story"]))
    second = HandoffRecord.objects.exclude(pk=first.pk).get()
    assert "Een tuin-geheim" in read(joke.client, f"/werk/overdracht/{second.pk}")

    if by == "person":
        do(sterre, first.pk, "anders")
    else:
        no = {"doe": "nee", "reden": "no-place"}
        joke.client.post(f"/werk/overdracht/{first.pk}", no)

    assert shown_to(joke) == ["handoff", "story"]
    page = read(joke.client, f"/werk/overdracht/{second.pk}")
    assert "Iets anders" in page
    assert "Een tuin-geheim" not in page


def test_of_a_question_from_before_the_parts_were_kept_only_the_question_stays():
    sterre, joke = person(), worker("joke")
    for goes_along in ([], ["wishes"]):
        send(sterre, question(to(organisation_of(joke)), wat=goes_along))
    HandoffRecord.objects.update(parts=None)
    first = HandoffRecord.objects.order_by("made")[0]

    do(sterre, first.pk, "anders")

    assert shown_to(joke) == ["handoff"]


def test_another_question_opens_nothing_to_who_steps_forward_for_an_open_one():
    """Nobody is shown an open question before the person says yes to that one."""
    sterre, joke = person(), worker("joke")
    send(sterre, question(to(organisation_of(joke)), vraag="Iets anders"))
    send(sterre, question(to(organisation_of(joke))))
    open_one = HandoffRecord.objects.order_by("-made")[0]
    where = f"/werk/overdracht/{open_one.pk}"
    assert MARK in read(joke.client, where)
    HandoffRecord.objects.filter(pk=open_one.pk).update(parts=[], state=State.RECEIVED)

    assert joke.client.get(where).status_code == 404
    assert file_of(joke, open_one).status_code == 404
    assert joke.client.post(where, {"doe": "ja", "dag": "2099-01-01"}).status_code == 404
    inbox = read(joke.client, "/werk/overdracht")
    assert where not in inbox
    assert inbox.count("<strong>Sterre</strong>") == 1
    mine = sterre.read(f"/mijn/overdracht/{open_one.pk}")
    assert "Mogen zij je vraag zien?" in mine
    assert mine.count("Zij zien deze vraag nog niet.") == 2
    assert "nog niets van jou" not in mine
    assert "Wie ziet iets?" not in mine


def test_a_question_that_is_shown_no_more_is_not_listed_for_who_stays_with_another():
    """What a worker reads as who stays opens no question to the organisation."""
    sterre, joke = person(), worker("joke")
    sterre.knows(joke.party)
    send(sterre, question("link", known(joke), plek="Elders"))
    send(sterre, question(to(organisation_of(joke))))
    asked = HandoffRecord.objects.order_by("-made")[0]
    assert f"/werk/overdracht/{asked.pk}" in read(joke.client, "/werk/overdracht")

    stop_by_hand(sterre, joke)

    assert f"/werk/overdracht/{asked.pk}" not in read(joke.client, "/werk/overdracht")


def met_with(sterre: Person, joke: Other) -> HandoffRecord:
    """They met, and the person said what came of it."""
    sterre.writes("wensen", words="Een tuin-geheim")
    send(sterre, question(to(organisation_of(joke)), wat=["wishes"]))
    row = HandoffRecord.objects.get()
    joke.client.post(f"/werk/overdracht/{row.pk}", {"doe": "ja", "dag": TODAY})
    do(sterre, row.pk, "ontmoet")
    do(sterre, row.pk, "oordeel", oordeel="helped")
    row.refresh_from_db()
    assert row.state == State.COMPLETED
    return row


def asks_again_and_ends(sterre: Person, joke: Other, by: str) -> HandoffRecord:
    send(sterre, question(to(organisation_of(joke)), vraag="Iets anders", wat=["wishes", "story"]))
    later = HandoffRecord.objects.order_by("-made")[0]
    if by == "person":
        do(sterre, later.pk, "anders")
    else:
        no = {"doe": "nee", "reden": "no-place"}
        assert joke.client.post(f"/werk/overdracht/{later.pk}", no).status_code == 302
    return later


def stop_by_hand(sterre: Person, joke: Other) -> None:
    for grant in GrantRecord.objects.filter(party=organisation_of(joke).pk, revoked=None):
        sterre.client.post(f"/mijn/delen/{grant.pk}/stop")
    assert shown_to(joke) == []


@pytest.mark.parametrize("by", ["person", "receiver"])
def test_a_later_question_that_ends_closes_nothing_of_who_the_person_met(by: str):
    sterre, joke = person(), worker("joke")
    sterre.writes("verhaal", words="Een verhaal-geheim")
    first = met_with(sterre, joke)

    later = asks_again_and_ends(sterre, joke, by)

    assert shown_to(joke) == ["handoff", "wishes"]
    page = read(joke.client, f"/werk/overdracht/{first.pk}")
    assert MARK in page
    assert "Een tuin-geheim" in page
    assert "Een verhaal-geheim" not in page
    assert "Iets anders" not in page
    assert file_of(joke, later).status_code == 404


@pytest.mark.parametrize("by", ["person", "receiver"])
def test_what_the_person_stopped_by_hand_after_meeting_stays_closed_by_a_later_end(by: str):
    sterre, joke = person(), worker("joke")
    first = met_with(sterre, joke)
    stop_by_hand(sterre, joke)

    asks_again_and_ends(sterre, joke, by)

    assert shown_to(joke) == []
    assert MARK not in read(joke.client, f"/werk/overdracht/{first.pk}")
    assert file_of(joke, first).status_code == 404


def test_what_ran_out_after_meeting_stays_closed_by_a_later_end():
    sterre, joke = person(), worker("joke")
    first = met_with(sterre, joke)
    GrantRecord.objects.filter(party=organisation_of(joke).pk).update(ends=timezone.now())

    asks_again_and_ends(sterre, joke, "person")

    assert MARK not in read(joke.client, f"/werk/overdracht/{first.pk}")
    assert file_of(joke, first).status_code == 404


@pytest.mark.parametrize("by", ["person", "receiver"])
@pytest.mark.parametrize("answered", [False, True])
def test_what_the_person_stopped_by_hand_while_it_ran_stays_closed_by_a_later_end(
    by: str, answered: bool
):
    sterre, joke = person(), worker("joke")
    sterre.writes("wensen", words="Een tuin-geheim")
    send(sterre, question(to(organisation_of(joke)), wat=["wishes"]))
    first = HandoffRecord.objects.get()
    if answered:
        joke.client.post(f"/werk/overdracht/{first.pk}", {"doe": "ja", "dag": TODAY})
    stop_by_hand(sterre, joke)

    asks_again_and_ends(sterre, joke, by)

    assert shown_to(joke) == []
    assert file_of(joke, first).status_code == 404


@pytest.mark.parametrize("by", ["person", "receiver"])
def test_a_part_that_was_stopped_by_hand_stays_closed_and_the_question_open(by: str):
    sterre, joke = person(), worker("joke")
    sterre.writes("wensen", words="Een tuin-geheim")
    send(sterre, question(to(organisation_of(joke)), wat=["wishes"]))
    wishes = GrantRecord.objects.get(party=organisation_of(joke).pk, part="wishes")
    sterre.client.post(f"/mijn/delen/{wishes.pk}/stop")

    asks_again_and_ends(sterre, joke, by)

    assert shown_to(joke) == ["handoff"]


@pytest.mark.parametrize("answered", [False, True])
def test_what_was_stopped_by_hand_is_not_opened_by_a_later_question(answered: bool):
    sterre, joke = person(), worker("joke")
    send(sterre, question(to(organisation_of(joke))))
    first = HandoffRecord.objects.get()
    path = f"/werk/overdracht/{first.pk}"
    yes = {"doe": "ja", "dag": TODAY}
    if answered:
        joke.client.post(path, yes)
    stop_by_hand(sterre, joke)

    send(sterre, question(to(organisation_of(joke)), vraag="Iets anders"))
    later = HandoffRecord.objects.order_by("-made")[0]

    assert "Iets anders" in read(joke.client, f"/werk/overdracht/{later.pk}")
    assert joke.client.get(path).status_code == 404
    assert joke.client.post(path, yes).status_code == (302 if answered else 404)
    listed = read(joke.client, "/werk/overdracht")
    assert f"/werk/overdracht/{later.pk}" in listed
    assert path not in listed
    assert ("Je deelt deze vraag niet meer." in sterre.read(f"/mijn/overdracht/{first.pk}")) is (
        not answered
    )
    assert "ziet je vraag." not in sterre.read(f"/mijn/overdracht/{first.pk}")
