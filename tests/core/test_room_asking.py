# SPDX-License-Identifier: EUPL-1.2
"""The course of a request for room: silence is never a yes, an answer is final, nothing waits for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.discretion import asking
from ruimbaan.core.discretion.asking import (
    ANSWERS,
    OPEN,
    SAID_YES,
    WAITING,
    Effect,
    Fallback,
    Request,
    State,
)
from ruimbaan.core.discretion.asking_errors import (
    NotNow,
    NoYesToLookBackOn,
    ReasonNeeded,
    TooLate,
)
from ruimbaan.core.discretion.noting import BLOCK, Note, due, padded, week_of
from ruimbaan.core.handoff.terms import before_working_days

TODAY = date(2026, 11, 23)  # a Monday
DAY = timedelta(days=1)
ASKED = Request(State.ASKED, "Wat", "Waarom", TODAY + 60 * DAY, TODAY + 9 * DAY, asked=TODAY)
WITH_DEPUTY = replace(ASKED, fallback=Fallback.DEPUTY)


def silent_until(request: Request, days: int) -> list[State]:
    """Each state on the way, when nobody answers and somebody looks every day."""
    seen = [request.state]
    for number in range(days):
        request = asking.after_silence(request, TODAY + number * DAY)
        if request.state is not seen[-1]:
            seen.append(request.state)
    return seen


def test_silence_is_reminded_of_once_and_then_is_no_answer():
    last = before_working_days(ASKED.answer_by, 1)

    assert asking.after_silence(ASKED, last - DAY) == ASKED
    reminded = asking.after_silence(ASKED, last)
    assert reminded.reminded
    assert asking.after_silence(reminded, ASKED.answer_by) == reminded
    assert silent_until(ASKED, 40) == [State.ASKED, State.UNANSWERED]


def test_the_deputy_gets_days_of_their_own_and_a_reminder():
    assert silent_until(WITH_DEPUTY, 40) == [State.ASKED, State.WITH_DEPUTY, State.UNANSWERED]
    moved = asking.after_silence(WITH_DEPUTY, WITH_DEPUTY.answer_by + DAY)
    assert not moved.reminded
    assert moved.answerable(WITH_DEPUTY.answer_by + DAY)


@given(
    st.sampled_from([ASKED, WITH_DEPUTY, replace(ASKED, state=State.PROPOSED)]),
    st.lists(st.integers(0, 90), max_size=12),
)
def test_however_often_one_looks_silence_never_says_yes(request: Request, days: list[int]):
    for number in sorted(days):
        request = asking.after_silence(request, TODAY + number * DAY)
        assert request.state not in SAID_YES
        due_on = asking.next_day(request)
        assert (due_on is None) is (request.state not in OPEN)


@pytest.mark.parametrize("said", sorted(ANSWERS))
def test_an_answer_is_final(said: State):
    done = asking.answer(ASKED, said, "woorden", TODAY)

    assert (done.state, done.words, done.answered) == (said, "woorden", TODAY)
    assert (done.look_back == ASKED.until) is (said in SAID_YES)
    for again in ANSWERS:
        with pytest.raises(NotNow):
            asking.answer(done, again, "", TODAY)
    with pytest.raises(NotNow):
        asking.withdraw(done)


@pytest.mark.parametrize("state", sorted(set(State) - WAITING))
def test_only_what_waits_is_answered(state: State):
    request = replace(ASKED, state=state)

    assert not request.answerable(TODAY)
    with pytest.raises(NotNow):
        asking.answer(request, State.YES, "", TODAY)


@pytest.mark.parametrize("state", sorted(set(State) - ANSWERS))
def test_only_yes_but_and_no_are_answers(state: State):
    with pytest.raises(NotNow):
        asking.answer(ASKED, state, "", TODAY)


def test_on_the_last_day_it_can_be_answered_and_the_day_after_not():
    assert asking.answer(ASKED, State.YES, "", ASKED.answer_by).state is State.YES
    assert not ASKED.answerable(ASKED.answer_by + DAY)
    with pytest.raises(TooLate):
        asking.answer(ASKED, State.YES, "", ASKED.answer_by + DAY)


def test_a_yes_is_taken_back_with_a_reason_only():
    yes = asking.answer(ASKED, State.YES, "", TODAY)

    with pytest.raises(ReasonNeeded):
        asking.take_back(yes, "  ")
    back = asking.take_back(yes, "Het huis sluit.")
    assert (back.state, back.reason, back.look_back) == (State.TAKEN_BACK, "Het huis sluit.", None)
    with pytest.raises(NotNow):
        asking.take_back(asking.answer(ASKED, State.NO, "", TODAY), "reden")


def test_what_is_about_a_person_waits_for_that_one():
    proposed = asking.begin(ASKED, TODAY, needs_a_yes=True)

    assert (proposed.state, proposed.asked) == (State.PROPOSED, None)
    assert asking.decline(proposed).state is State.DECLINED
    late = asking.agree(proposed, ASKED.answer_by + 5 * DAY)
    assert late.answerable(late.asked or TODAY)
    assert late.answer_by > ASKED.answer_by
    with pytest.raises(NotNow):
        asking.agree(late, TODAY)


def test_one_looks_back_on_a_yes_and_on_nothing_else():
    yes = asking.answer(ASKED, State.YES_BUT, "Bel.", TODAY)

    assert not yes.looks_back(ASKED.until - DAY)
    assert yes.looks_back(ASKED.until)
    assert asking.look_back_on(yes, TODAY).looks_back(TODAY)
    assert not asking.what_it_did(yes, Effect.HELPED).looks_back(ASKED.until)
    for act in (
        lambda: asking.what_it_did(ASKED, Effect.HELPED),
        lambda: asking.look_back_on(ASKED, TODAY),
    ):
        with pytest.raises(NoYesToLookBackOn):
            act()


@given(st.binary(max_size=3 * BLOCK))
def test_a_notebook_has_a_few_sizes_only(text: bytes):
    told = padded(text)

    assert len(told) % BLOCK == 0
    assert told.startswith(text)
    assert len(told) - len(text) < BLOCK


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_a_week_is_its_monday(day: date):
    assert week_of(day).weekday() == 0
    assert 0 <= (day - week_of(day)).days < 7


def test_notes_to_look_back_on_come_by_their_day():
    def note(number: int, day: date | None, effect: Effect | None = None) -> Note:
        return Note(UUID(int=number), TODAY, "x", look_back=day, effect=effect)

    late, soon = note(1, TODAY), note(2, TODAY - DAY)
    others = (note(3, TODAY + DAY), note(4, None), note(5, TODAY, Effect.PARTLY))

    assert due((late, *others, soon), TODAY) == (soon, late)


@pytest.mark.parametrize("state", State)
def test_what_waits_or_still_counts_is_not_over(state: State):
    request, after = replace(ASKED, state=state), ASKED.until + DAY
    open_still = state in asking.OPEN

    assert request.is_over(TODAY) == (not open_still and state not in asking.SAID_YES)
    assert request.is_over(after) == (not open_still)


def test_what_is_still_to_be_looked_back_on_does_not_leave_a_full_list():
    after = ASKED.until + DAY
    yes = asking.answer(ASKED, State.YES, "", TODAY)
    planned = asking.look_back_on(yes, after + 30 * DAY)

    assert yes.may_leave(after)
    assert not yes.may_leave(ASKED.until)
    assert not planned.may_leave(after)
    assert planned.may_leave(after + 30 * DAY)
    assert asking.what_it_did(planned, Effect.HELPED).may_leave(after)


def test_an_answer_of_today_was_over_later_than_one_of_long_ago():
    no = asking.answer(ASKED, State.NO, "", TODAY + 5 * DAY)
    back = asking.take_back(asking.answer(ASKED, State.YES, "", TODAY), "Te druk.")
    silent = replace(ASKED, state=State.UNANSWERED)

    assert asking.withdraw(ASKED).ends < no.ends < silent.ends < back.ends
