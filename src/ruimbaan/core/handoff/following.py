# SPDX-License-Identifier: EUPL-1.2
"""The next handoff after a no, and one through somebody in between. The sender is the same all the
way: a chain of organisations never becomes a chain of letting go."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from ruimbaan.core.handoff.errors import NotPossible
from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.handoff.states import Reason, State
from ruimbaan.core.handoff.terms import Ask

CAN_PASS_ON = frozenset({State.REJECTED, State.CANCELLED, State.FAILED})


def follow(handoff: Handoff, new: UUID, receiver: UUID | None, ask: Ask | None = None) -> Handoff:
    """A new one for the same goal, after this one ended without a meeting. Raises NotPossible."""
    if not has_ended(handoff) or handoff.met is not None:
        raise NotPossible(begin=handoff.state, end=State.NEW)
    return Handoff(
        id=new,
        profile=handoff.profile,
        goal=handoff.goal,
        sender=handoff.sender,
        receiver=receiver,
        after=handoff.id,
        ask=ask or handoff.ask,
        named=handoff.named,
    )


def pass_on(handoff: Handoff, new: UUID, receiver: UUID | None) -> Handoff:
    """To whom the receiver points: `via` says through whom it came. Raises NotPossible."""
    if handoff.state not in CAN_PASS_ON or handoff.receiver is None:
        raise NotPossible(begin=handoff.state, end=State.NEW)
    return replace(follow(handoff, new, receiver), via=handoff.receiver)


def next_of(handoff: Handoff, new: UUID, receiver: UUID | None) -> Handoff:
    """Passed on when the receiver said that other help fits better, else simply the next one."""
    last = handoff.steps[-1] if handoff.steps else None
    pointed = last is not None and last.reason is Reason.OTHER_HELP_FITS
    return (pass_on if pointed and handoff.receiver else follow)(handoff, new, receiver)
