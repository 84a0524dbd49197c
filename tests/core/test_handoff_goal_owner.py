# SPDX-License-Identifier: EUPL-1.2
"""Who answers today for a goal of a route, of which some handoffs ran."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from ruimbaan.core.handoff.errors import SomebodyIsThere
from ruimbaan.core.handoff.following import follow
from ruimbaan.core.handoff.handoffs import Handoff, Step, move
from ruimbaan.core.handoff.owners import GoalOwner, Side, owner_of_goal, stand_in
from ruimbaan.core.handoff.states import By, Profile, Reason, State

GOAL, SENDER, RECEIVER, NAMED = (UUID(int=number) for number in range(1, 5))
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def asked(number: int, sender: UUID = SENDER) -> Handoff:
    new = Handoff(UUID(int=number), Profile.RUIMBAAN, "", sender, RECEIVER, named=NAMED)
    draft = move(new, Step(State.DRAFT, By.PERSON, NOW))
    return move(draft, Step(State.REQUESTED, By.PERSON, NOW))


def then(handoff: Handoff, end: State, by: By, reason: Reason | None = None) -> Handoff:
    return move(handoff, Step(end, by, NOW + timedelta(days=1), reason))


def met(number: int) -> Handoff:
    return then(
        then(asked(number), State.ACCEPTED, By.RECEIVER),
        State.MET,
        By.PERSON,
    )


def without(*gone: UUID):
    return lambda party: party not in gone


def test_what_was_never_handed_off_or_was_taken_back_is_the_persons_own():
    mine = GoalOwner(GOAL, Side.PERSON)
    taken_back = then(asked(10), State.CANCELLED_BY_PERSON, By.PERSON)
    draft_only = Handoff(UUID(int=11), Profile.RUIMBAAN, "", SENDER, RECEIVER)

    assert owner_of_goal(GOAL, [], without(SENDER)) == mine
    assert owner_of_goal(GOAL, [taken_back], without(SENDER, NAMED)) == mine
    assert owner_of_goal(GOAL, [draft_only], without()) == mine


def test_who_stays_answers_until_they_met_and_also_after_a_no():
    sent = asked(10)
    refused = then(sent, State.REJECTED, By.RECEIVER, Reason.AREA)

    assert owner_of_goal(GOAL, [sent], without()) == GoalOwner(GOAL, Side.STAYS, SENDER, sent)
    assert owner_of_goal(GOAL, [refused], without()).side is Side.STAYS
    assert owner_of_goal(GOAL, [met(10)], without()).party == RECEIVER


def test_a_later_question_goes_before_what_was_settled():
    settled, again = met(10), asked(11)

    assert owner_of_goal(GOAL, [settled, again], without()).handoff == again
    assert owner_of_goal(GOAL, [again, settled], without()).handoff == again


def test_after_a_no_the_next_one_decides():
    refused = then(asked(10), State.REJECTED, By.RECEIVER, Reason.AREA)
    fresh = follow(refused, UUID(int=11), RECEIVER)
    after = then(then(fresh, State.DRAFT, By.PERSON), State.REQUESTED, By.PERSON)

    assert owner_of_goal(GOAL, [refused, after], without()).handoff == after


def test_of_two_that_run_the_one_with_somebody_decides():
    nobody = replace(asked(11, sender=UUID(int=9)), named=None)

    owner = owner_of_goal(GOAL, [asked(10), nobody], without(UUID(int=9)))

    assert owner.party == SENDER


def test_somebody_takes_the_place_only_when_nobody_is_there():
    other = UUID(int=8)
    for handoff, gone in ((asked(10), ()), (asked(10), (SENDER,)), (met(10), (SENDER, NAMED))):
        with pytest.raises(SomebodyIsThere):
            stand_in(handoff, other, without(*gone))

    after = stand_in(asked(10), other, without(SENDER, NAMED))

    assert (after.responsible, after.named) == (other, other)
    assert after.steps == asked(10).steps


def test_when_everyone_left_it_is_said():
    gone = without(SENDER, NAMED, RECEIVER)

    assert owner_of_goal(GOAL, [asked(10)], gone).side is Side.NOBODY
    assert owner_of_goal(GOAL, [met(10)], gone).side is Side.NOBODY
    assert owner_of_goal(GOAL, [asked(10)], without(SENDER)) == GoalOwner(
        GOAL, Side.NAMED, NAMED, asked(10)
    )
