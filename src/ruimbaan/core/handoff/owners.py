# SPDX-License-Identifier: EUPL-1.2
"""Nobody falls between two stools: for every goal that was handed off there is somebody today."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID

from ruimbaan.core.handoff.handoffs import Handoff

Present = Callable[[UUID], bool]  # whether this party still works there, or is still there


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


def still_open(handoffs: Iterable[Handoff]) -> tuple[Handoff, ...]:
    """Open, and not taken further by a next one."""
    found = tuple(handoffs)
    followed = {one.after for one in found}
    return tuple(one for one in found if one.is_open and one.id not in followed)
