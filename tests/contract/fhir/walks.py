# SPDX-License-Identifier: EUPL-1.2
"""Handoffs that went some way, drawn step by step from what their profile allows."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import hypothesis.strategies as st

from ruimbaan.core.handoff.handoffs import Handoff, Step, move
from ruimbaan.core.handoff.states import NEEDS_REASON, Profile, Reason, State
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.handoff.transitions import POSSIBLE
from ruimbaan.core.kernel.errors import DomainError

BEGIN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SENDER, RECEIVER, NAMED = UUID(int=2), UUID(int=3), UUID(int=9)
NAMES = {SENDER: "Herstelplek De Kade", RECEIVER: "Sociaal team Waalstad"}
DAYS = st.dates(date(2026, 11, 24), date(2027, 6, 1))
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30
)


@st.composite
def handoffs(draw: st.DrawFn, profile: Profile, *, most: int = 7) -> Handoff:
    """With at least one step."""
    handoff = Handoff(
        id=draw(st.uuids()),
        profile=profile,
        goal=draw(WORDS),
        sender=SENDER,
        receiver=RECEIVER,
        after=draw(st.none() | st.uuids()),
        via=draw(st.none() | st.uuids()),
        ask=draw(st.sampled_from(Ask)),
        named=NAMED,
    )
    count = draw(st.integers(1, most))
    for number in range(count):
        steps = possible(handoff, BEGIN + timedelta(hours=5 * number))
        if not steps:
            break
        handoff = move(handoff, _with_day(draw, draw(st.sampled_from(steps))))
    return handoff


def possible(handoff: Handoff, at: datetime) -> list[Step]:
    """Every step that may be taken now."""
    found = []
    for (begin, end), transition in POSSIBLE[handoff.profile].items():
        for by in sorted(transition.by):
            step = Step(end, by, at, Reason.NO_PLACE if end in NEEDS_REASON else None)
            if begin is handoff.state and _may(handoff, step):
                found.append(step)
    return found


def _may(handoff: Handoff, step: Step) -> bool:
    try:
        move(handoff, step)
    except DomainError:
        return False
    return True


def _with_day(draw: st.DrawFn, step: Step) -> Step:
    if step.end in {State.REQUESTED, State.ACCEPTED} and draw(st.booleans()):
        return Step(step.end, step.by, step.at, step.reason, draw(DAYS))
    return step
