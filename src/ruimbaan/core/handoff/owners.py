# SPDX-License-Identifier: EUPL-1.2
"""Nobody falls between two stools: for every goal there is somebody today, and it is known who."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.handoff.errors import SomebodyIsThere
from ruimbaan.core.handoff.handoffs import Handoff

Present = Callable[[UUID], bool]  # whether this party still works there, or is still there


class Side(StrEnum):
    """In what way somebody answers for a goal of a route."""

    PERSON = "person"  # not handed off, or taken back: it is the person's own next step
    STAYS = "stays"  # handed off: who stays until they met
    NAMED = "named"  # who stays is gone: who was named for that answers
    RECEIVER = "receiver"  # they met
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class GoalOwner:
    """`handoff` is the one that decides it, `party` whoever answers; neither for the person."""

    goal: UUID
    side: Side
    party: UUID | None = None
    handoff: Handoff | None = None


def owner_today(handoff: Handoff, is_there: Present) -> UUID | None:
    """Who answers for the goal: who is responsible, else who was named for when that one is gone,
    else the sender again. None: a person of the site has to look, today."""
    for one in (handoff.responsible, handoff.named, handoff.sender):
        if one is not None and is_there(one):
            return one
    return None


def without_owner(handoffs: Iterable[Handoff], is_there: Present) -> tuple[Handoff, ...]:
    """Handoffs that run, or that ended and were not followed, whose goal has nobody today."""
    found = tuple(handoffs)
    return tuple(
        one for one in still_open(found) if one.steps and owner_today(one, is_there) is None
    )


def stand_in(handoff: Handoff, sender: UUID, is_there: Present) -> Handoff:
    """The person found somebody who stays, because everybody who answered for it is gone. Raises
    SomebodyIsThere when that is not so, or when nothing is open any more."""
    if not handoff.is_open or owner_today(handoff, is_there) is not None:
        raise SomebodyIsThere
    return replace(handoff, sender=sender, named=sender)


def still_open(handoffs: Iterable[Handoff]) -> tuple[Handoff, ...]:
    """Open, and not taken further by a next one."""
    found = tuple(handoffs)
    followed = {one.after for one in found}
    return tuple(one for one in found if one.is_open and one.id not in followed)


def owner_of_goal(goal: UUID, handoffs: Sequence[Handoff], is_there: Present) -> GoalOwner:
    """Of one goal of a route, whose handoffs these are, the oldest first. What still runs goes
    before what is settled; of two that run, the one with somebody; and who stopped it all has the
    goal in hand again. Side.NOBODY is what must not be: then somebody has to be found today."""
    sent = tuple(one for one in handoffs if one.steps)
    running = tuple(reversed(still_open(sent)))
    settled = tuple(one for one in reversed(sent) if one.met is not None)
    for one in (*running, *settled[:1]):
        party = owner_today(one, is_there)
        if party is not None:
            return GoalOwner(goal, _side(one, party), party, one)
    if running or settled:
        return GoalOwner(goal, Side.NOBODY, None, (*running, *settled)[0])
    return GoalOwner(goal, Side.PERSON)


def _side(handoff: Handoff, party: UUID) -> Side:
    if party == handoff.responsible:
        return Side.STAYS if handoff.met is None else Side.RECEIVER
    return Side.NAMED
