# SPDX-License-Identifier: EUPL-1.2
"""Who may read what an organisation agreed and promised, and who may say so for it.

Whoever works there reads it; a steward or an administrator of it speaks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from ruimbaan.core.trust.parties import Actor, Membership, Role
from ruimbaan.parts.trust.services import Refused

SPEAKS = frozenset({Role.STEWARD, Role.ADMINISTRATOR})


def works_at(actor: Actor, now: datetime) -> frozenset[UUID]:
    """The organisations in which this actor works now, whatever the role."""
    return frozenset(one.organisation for one in _in_force(actor, now))


def speaks_for(actor: Actor, now: datetime) -> dict[UUID, UUID]:
    """The organisations for which this actor may say yes now, with the membership that says so."""
    return {
        one.organisation: one.id
        for one in sorted(_in_force(actor, now), key=lambda one: str(one.id))
        if one.role in SPEAKS
    }


def must_speak_for(actor: Actor, organisation: UUID, now: datetime) -> None:
    """Raises Refused."""
    if organisation not in speaks_for(actor, now):
        raise Refused


def _in_force(actor: Actor, now: datetime) -> Iterable[Membership]:
    return (one for one in actor.memberships if one.in_force(now))
