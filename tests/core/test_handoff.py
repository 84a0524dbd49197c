# SPDX-License-Identifier: EUPL-1.2
"""A handoff: the sender stays until the person was met, whatever happens in between."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.handoff.errors import (
    NotAReason,
    NotPossible,
    NotYours,
    PersonSaysSo,
    ReasonMissing,
)
from ruimbaan.core.handoff.handoffs import Handoff, Step, claim, confirm_meeting, move
from ruimbaan.core.handoff.states import ENDED, NEEDS_REASON, By, Profile, Reason, State
from ruimbaan.core.handoff.transitions import POSSIBLE
from ruimbaan.core.kernel.errors import DomainError

SENDER, RECEIVER = UUID(int=2), UUID(int=3)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def new(profile: Profile = Profile.RUIMBAAN, receiver: UUID | None = RECEIVER) -> Handoff:
    return Handoff(UUID(int=1), profile, "woning", SENDER, receiver)


def after(*ends: State, profile: Profile = Profile.RUIMBAAN) -> Handoff:
    handoff = new(profile)
    for end in ends:
        by = min(POSSIBLE[profile][handoff.state, end].by)
        reason = Reason.HOURS if end in NEEDS_REASON else None
        handoff = move(handoff, Step(end, by, NOW, reason))
    return handoff


ACCEPTED = (State.DRAFT, State.REQUESTED, State.RECEIVED, State.ACCEPTED)


def test_the_warm_way():
    handoff = after(*ACCEPTED, State.IN_PROGRESS)
    assert handoff.responsible == SENDER

    met = confirm_meeting(handoff, NOW)

    assert met.responsible == RECEIVER
    assert not met.is_open
    assert move(met, Step(State.COMPLETED, By.PERSON, NOW)).state is State.COMPLETED


def test_only_the_person_sends_and_only_the_person_says_that_they_met():
    for by in (By.SENDER, By.RECEIVER):
        with pytest.raises(NotYours):
            move(after(State.DRAFT), Step(State.REQUESTED, by, NOW))
        with pytest.raises(NotYours):
            move(after(*ACCEPTED), Step(State.MET, by, NOW))


def test_completed_by_a_standard_is_not_met():
    closed = after(State.REQUESTED, State.ACCEPTED, State.COMPLETED, profile=Profile.GRAVITY)
    assert closed.responsible == SENDER
    assert closed.is_open

    met = confirm_meeting(closed, NOW)

    assert met.responsible == RECEIVER
    assert confirm_meeting(met, NOW + timedelta(days=1)) == met


def test_a_no_needs_a_reason_and_only_a_no():
    asked = after(State.DRAFT, State.REQUESTED)
    with pytest.raises(ReasonMissing):
        move(asked, Step(State.REJECTED, By.RECEIVER, NOW))
    with pytest.raises(NotAReason):
        move(asked, Step(State.ACCEPTED, By.RECEIVER, NOW, Reason.HOURS))
    with pytest.raises(PersonSaysSo):
        move(asked, Step(State.REJECTED, By.RECEIVER, NOW, Reason.PERSON_CHOSE))


def test_after_a_no_the_sender_is_still_there():
    refused = after(State.DRAFT, State.REQUESTED, State.REJECTED)

    assert refused.responsible == SENDER
    assert refused.is_open


def test_silence_counts_from_the_day_after():
    asked = move(after(State.DRAFT), Step(State.REQUESTED, By.PERSON, NOW, day=date(2026, 11, 30)))

    assert not asked.is_silent(date(2026, 11, 30))
    assert asked.is_silent(date(2026, 12, 1))
    assert not after(*ACCEPTED).is_silent(date(2030, 1, 1))


def test_an_open_request_is_for_the_first_who_claims_it():
    asked = move(
        move(new(receiver=None), Step(State.DRAFT, By.SENDER, NOW)),
        Step(State.REQUESTED, By.PERSON, NOW),
    )
    assert asked.responsible == SENDER
    with pytest.raises(NotPossible):
        move(asked, Step(State.ACCEPTED, By.RECEIVER, NOW))

    taken = claim(asked, RECEIVER, NOW)

    assert taken.receiver == RECEIVER
    with pytest.raises(NotPossible):
        claim(taken, UUID(int=9), NOW)


@pytest.mark.parametrize("end", [State.IN_PROGRESS, State.FAILED])
def test_on_hold_before_a_yes_is_no_contact(end: State):
    held = after(State.DRAFT, State.REQUESTED, State.ON_HOLD)
    with pytest.raises(NotPossible):
        move(held, Step(end, By.RECEIVER, NOW, Reason.HOURS if end in NEEDS_REASON else None))


@pytest.mark.parametrize("end", [State.REQUESTED, State.ACCEPTED, State.REJECTED])
def test_on_hold_after_a_yes_is_no_new_question(end: State):
    held = after(*ACCEPTED, State.ON_HOLD)
    by = min(POSSIBLE[Profile.RUIMBAAN][State.ON_HOLD, end].by)
    with pytest.raises(NotPossible):
        move(held, Step(end, by, NOW, Reason.HOURS if end in NEEDS_REASON else None))


STEPS = st.builds(
    Step,
    st.sampled_from(State),
    st.sampled_from(By),
    st.just(NOW),
    st.none() | st.sampled_from(Reason),
)


@given(st.sampled_from(Profile), st.lists(STEPS, max_size=40), st.booleans())
def test_there_is_always_one_who_answers_for_the_goal(
    profile: Profile, steps: list[Step], with_meeting: bool
):
    handoff = new(profile)
    for step in steps:
        before = handoff
        try:
            handoff = move(handoff, step)
        except DomainError:
            assert handoff == before
        assert handoff.responsible == (RECEIVER if handoff.met else SENDER)
        if handoff.met is None and handoff.state in ENDED:
            said_stop = {State.CANCELLED_BY_PERSON, State.ENTERED_IN_ERROR}
            assert handoff.is_open == (handoff.state not in said_stop)
    if with_meeting and handoff.was_accepted and profile is not Profile.RUIMBAAN:
        assert confirm_meeting(handoff, NOW).responsible == RECEIVER


@pytest.mark.parametrize("told", [None, date(2026, 12, 4)])
def test_contact_keeps_the_day_that_was_agreed_or_takes_another(told: date | None):
    agreed = date(2026, 12, 1)
    asked = after(State.DRAFT, State.REQUESTED)
    yes = move(asked, Step(State.ACCEPTED, By.RECEIVER, NOW, day=agreed))

    contact = move(yes, Step(State.IN_PROGRESS, By.RECEIVER, NOW, day=told))

    assert contact.meeting == (told or agreed)
