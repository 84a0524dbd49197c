# SPDX-License-Identifier: EUPL-1.2
"""Two at once, the same twice, a link used twice, and what was stopped: the right answer, and nothing
lost."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Step, claim, move
from ruimbaan.core.handoff.states import By, State
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation
from ruimbaan.parts.handoff import records
from ruimbaan.parts.handoff.errors import ActedMeanwhile
from ruimbaan.parts.handoff.models import HandoffRecord, HandoffWords, Receipt, StepRecord
from ruimbaan.parts.trust.files.models import GrantRecord
from ruimbaan.parts.trust.log.whole import every_entry
from tests.parts.handing_over import (
    COMPOSE,
    MARK,
    by_link,
    colleague,
    day_on_page,
    do,
    known,
    link_of,
    only_handoff,
    organisation_of,
    question,
    send,
    to,
)
from tests.parts.own_files import Other, Person, person, worker

pytestmark = pytest.mark.django_db
LATER = (timezone.localdate() + timedelta(days=9)).isoformat()


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def noor() -> Other:
    return worker("noor", organisation=Organisation.objects.create(name="De Kade"))


def test_the_same_form_twice_is_one_handoff(sterre: Person, noor: Other):
    filled = question(to(organisation_of(noor)))
    first, second = send(sterre, filled), send(sterre, filled)

    assert first["Location"] == second["Location"]
    assert HandoffRecord.objects.count() == 1
    assert GrantRecord.objects.count() == 1


def test_the_same_form_with_a_link_twice_shows_the_code_once(sterre: Person):
    filled = question("link", plek="Deeltijd")
    link = link_of(send(sterre, filled))

    again = send(sterre, filled)

    assert again.status_code == 302
    assert link.opens().status_code == 200
    assert HandoffRecord.objects.count() == 1


def test_the_same_answer_twice_is_one_answer(sterre: Person):
    link = by_link(sterre)
    link.opens()
    first, second = link.answers("ja", dag=LATER), link.answers("ja", dag=LATER)

    assert (first.status_code, second.status_code) == (200, 200)
    assert StepRecord.objects.filter(end=State.ACCEPTED).count() == 1


def test_of_two_answers_the_first_one_holds(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    where = f"/werk/overdracht/{only_handoff().pk}"
    piet = colleague(noor)
    assert noor.client.post(where, {"doe": "ja", "dag": LATER}).status_code == 302

    late = piet.client.post(where, {"doe": "nee", "reden": "hours"})

    assert late.status_code == 422
    assert "Deze stap kan niet" in late.content.decode()
    assert only_handoff().state == State.ACCEPTED


def test_nobody_agrees_to_a_day_that_stood_on_no_page(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    handoff = only_handoff().pk
    where = f"/werk/overdracht/{handoff}"
    later = {"doe": "andere-dag", "dag": LATER, "reden": "hours"}
    noor.client.post(where, later)
    read_by_sterre = day_on_page(sterre, handoff)
    much_later = timezone.localdate() + timedelta(days=120)
    noor.client.post(where, {**later, "dag": much_later.isoformat()})

    for told in (read_by_sterre, {}, {"stappen": "x"}, {"stappen": "9" * 5000}):
        late = do(sterre, handoff, "dag-goed", **told)
        assert late.status_code == 422
        assert "Iemand anders was net eerder." in late.content.decode()
        assert only_handoff().state == State.ON_HOLD
    read_now = day_on_page(sterre, handoff)
    for _ in range(2):  # twice is once
        assert do(sterre, handoff, "dag-goed", **read_now).status_code == 302

    assert (only_handoff().state, only_handoff().answer_by) == (State.REQUESTED, much_later)
    assert StepRecord.objects.filter(end=State.REQUESTED).count() == 2


def test_two_steps_at_the_same_moment_never_both_count(sterre: Person, noor: Other):
    """Both read the same row; the second to write finds that its number is taken."""
    send(sterre, question(to(organisation_of(noor))))
    row = only_handoff()
    yes = Step(State.ACCEPTED, By.RECEIVER, timezone.now(), day=timezone.localdate())

    def meanwhile(handoff):
        records.put(row.pk, lambda one: move(one, yes))
        return move(handoff, yes)

    with pytest.raises(ActedMeanwhile):
        records.put(row.pk, meanwhile)


def test_of_two_who_claim_one_gets_it(sterre: Person):
    send(sterre, question("link"))
    HandoffRecord.objects.update(receiver=None, receiver_kind="")
    row, first, second = only_handoff(), uuid4(), uuid4()

    records.put(row.pk, lambda one: claim(one, first, timezone.now()))

    with pytest.raises(DomainError):
        records.put(row.pk, lambda one: claim(one, second, timezone.now()))
    assert only_handoff().receiver == first


def test_a_link_can_be_opened_again_and_each_look_is_in_the_log(sterre: Person):
    link = by_link(sterre)
    before = _looks(sterre)
    link.opens()
    link.opens()

    assert StepRecord.objects.filter(end=State.RECEIVED).count() == 1
    assert _looks(sterre) - before == 2


def _looks(sterre: Person) -> int:
    now = timezone.now()
    return sum(
        1
        for entries in every_entry(sterre.journey, now)
        for one in entries
        if one.link is not None and one.allowed
    )


def test_a_stopped_link_is_nothing_at_the_next_request(sterre: Person):
    link = by_link(sterre)
    assert MARK in link.opens().content.decode()
    nothing = link.browser.get("/overdracht/" + "x" * 32)

    do(sterre, only_handoff().pk, "anders")

    for answer in (link.door(), link.opens(), link.answers("ja", dag=LATER)):
        assert answer.status_code == 404
        assert answer.content == nothing.content
    assert sorted(link.door().headers.items()) == sorted(nothing.headers.items())
    assert only_handoff().state == State.CANCELLED_BY_PERSON


def test_stopping_only_the_sharing_closes_the_link_too(sterre: Person):
    link = by_link(sterre)
    link.opens()
    grant = GrantRecord.objects.get(part="handoff")

    sterre.client.post(f"/mijn/delen/{grant.pk}/stop")

    assert link.answers("ja", dag=LATER).status_code == 404
    assert only_handoff().state == State.RECEIVED


def test_a_new_link_takes_the_place_of_the_old(sterre: Person):
    old = by_link(sterre)
    fresh = link_of(do(sterre, only_handoff().pk, "nieuwe-link", form=str(uuid4())))

    assert old.door().status_code == 404
    assert MARK in fresh.opens().content.decode()


def test_who_guesses_the_code_is_stopped(sterre: Person):
    link = by_link(sterre)
    wrong = "111 111" if link.code != "111 111" else "222 222"
    for _ in range(10):
        assert MARK not in link.says(wrong).content.decode()

    assert link.opens().status_code == 404


def test_a_pass_of_one_link_opens_no_other(sterre: Person):
    one = by_link(sterre)
    two = by_link(sterre)
    one.opens()
    two.passed = one.passed

    assert MARK not in two.answers("ja", dag=LATER).content.decode()


def test_a_receiver_sees_the_one_that_was_sent_there(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    link = by_link(sterre, vraag="Iets heel anders.")
    other = HandoffRecord.objects.get(receiver_kind="link")

    assert noor.client.get(f"/werk/overdracht/{other.pk}").status_code == 404
    page = link.opens().content.decode()
    assert "Iets heel anders." in page
    assert MARK not in page


def test_who_is_asked_one_thing_neither_sees_nor_answers_the_other(sterre: Person, noor: Other):
    kees = worker("kees", organisation=Organisation.objects.create(name="De Wal"))
    send(sterre, question(to(organisation_of(noor))))
    first = only_handoff().pk
    send(sterre, question(to(organisation_of(kees)), vraag="Iets heel anders."))

    assert kees.client.get(f"/werk/overdracht/{first}").status_code == 404
    answered = kees.client.post(f"/werk/overdracht/{first}", {"doe": "ja", "dag": LATER})
    assert answered.status_code == 404
    assert HandoffRecord.objects.get(pk=first).state == State.REQUESTED


def test_after_a_no_nothing_of_the_person_is_left(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    where = f"/werk/overdracht/{only_handoff().pk}"
    noor.client.post(where, {"doe": "nee", "reden": "area"})

    page = noor.client.get(where)

    assert page.status_code == 200
    assert MARK not in page.content.decode()
    assert not GrantRecord.objects.filter(revoked=None).exists()


def test_closing_everything_closes_the_link_and_the_inbox(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    link = by_link(sterre)
    link.opens()
    sterre.client.post("/mijn/dicht", {"doe": "dicht"})

    assert link.answers("ja", dag=LATER).status_code == 404
    where = HandoffRecord.objects.get(receiver_kind="organisation").pk
    assert noor.client.get(f"/werk/overdracht/{where}").status_code == 404
    assert "Sterre" not in noor.client.get("/werk/overdracht").content.decode()


def test_erasing_takes_the_course_along_and_leaves_a_trace_without_a_person(
    sterre: Person, noor: Other
):
    send(sterre, question(to(organisation_of(noor))))
    noor.client.post(f"/werk/overdracht/{only_handoff().pk}", {"doe": "nee", "reden": "area"})

    sterre.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})

    assert not HandoffRecord.objects.exists()
    assert not StepRecord.objects.exists()
    (receipt,) = Receipt.objects.values()
    assert sterre.journey not in receipt.values()
    assert sterre.account.pk not in receipt.values()
    assert {receipt["asked"].weekday(), receipt["ended"].weekday()} == {0}


def test_nobody_else_can_send_move_or_see_it(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    wim, stranger = person("wim", "Wim"), worker("kees")
    handoff = only_handoff().pk
    steps = StepRecord.objects.count()

    for what in ("ontmoet", "anders", "nieuwe-link", "oordeel"):
        assert do(wim, handoff, what).status_code == 404
    assert stranger.client.post(f"/werk/overdracht/{handoff}", {"doe": "ja"}).status_code == 404
    assert wim.client.post(COMPOSE, {"na": str(handoff), "doe": "ja"}).status_code == 422
    assert MARK not in wim.read(f"{COMPOSE}?na={handoff}")
    assert StepRecord.objects.count() == steps


def test_a_former_worker_sees_no_handoff_any_more(sterre: Person, noor: Other):
    send(sterre, question(to(organisation_of(noor))))
    MembershipRecord.objects.filter(pk=noor.party.id).update(ends=timezone.now())

    assert noor.client.get(f"/werk/overdracht/{only_handoff().pk}").status_code == 404


def test_the_words_are_sealed_and_bound_to_their_row(sterre: Person):
    by_link(sterre)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT sealed FROM {HandoffWords._meta.db_table}")  # noqa: S608 -- own name
        (kept,) = cursor.fetchone()
    assert MARK.encode() not in bytes(kept)
    assert b"Deeltijd" not in bytes(HandoffRecord.objects.get().sealed or b"")


def test_someone_who_is_not_known_cannot_be_the_one_that_stays(sterre: Person, noor: Other):
    answer = send(sterre, question(to(organisation_of(noor)), known(noor)))

    assert answer.status_code == 422
    assert not HandoffRecord.objects.exists()
