# SPDX-License-Identifier: EUPL-1.2
"""The steps of a handoff against the standards' own diagrams: each listed step is possible, for
who may take it, and no other."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from ruimbaan.core.handoff.errors import NotPossible, NotYours
from ruimbaan.core.handoff.handoffs import Handoff, Step, move
from ruimbaan.core.handoff.states import NEEDS_REASON, By, Profile, Reason, State
from ruimbaan.core.handoff.transitions import POSSIBLE

DATA = json.loads(
    (Path(__file__).parent / "data" / "referral_state_machines.json").read_text(encoding="utf-8")
)
MACHINES = {
    Profile.GRAVITY: DATA["gravity_sdohcc_3_0_0_referral_task"]["transitions"],
    Profile.EOVERDRACHT: DATA["eoverdracht_v4"]["transitions"],
}
WHO = {
    "requester": By.SENDER,
    "sender": By.SENDER,
    "target": By.RECEIVER,
    "receiver": By.RECEIVER,
}
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def state(name: str) -> State:
    return State.NEW if name == "(new)" else State(name.replace("-", "_"))


LISTED = {
    (profile, state(row["from"]), state(row["to"])): {WHO[who] for who in row["by"]}
    for profile, rows in MACHINES.items()
    for row in rows
}
PAIRS = [(profile, a, b) for profile in MACHINES for a in State for b in State]


def handoff(profile: Profile, begin: State) -> Handoff:
    return Handoff(UUID(int=1), profile, "woning", UUID(int=2), UUID(int=3), begin)


@pytest.mark.parametrize(("profile", "begin", "end"), PAIRS)
def test_a_step_is_possible_exactly_when_the_standard_lists_it(
    profile: Profile, begin: State, end: State
):
    may = LISTED.get((profile, begin, end), set())
    for by in By:
        step = Step(end, by, NOW, Reason.NO_PLACE if end in NEEDS_REASON else None)
        if by in may:
            assert move(handoff(profile, begin), step).state is end
        else:
            with pytest.raises(NotYours if may else NotPossible):
                move(handoff(profile, begin), step)


def test_our_own_steps_hold_all_of_gravity_but_a_completion_without_a_meeting():
    """Ours has no step that completes before the person was met, and only the person sends."""
    ours = set(POSSIBLE[Profile.RUIMBAAN])
    missing = set(POSSIBLE[Profile.GRAVITY]) - ours

    assert missing == {
        (State.NEW, State.REQUESTED),
        (State.ACCEPTED, State.COMPLETED),
        (State.IN_PROGRESS, State.COMPLETED),
        (State.ON_HOLD, State.COMPLETED),
        (State.COMPLETED, State.ENTERED_IN_ERROR),
    }
