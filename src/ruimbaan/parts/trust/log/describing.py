# SPDX-License-Identifier: EUPL-1.2
"""From a decision to the rows that tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.deciding import Action, Decision
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Membership
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.log.context import current


def entries_for(
    actor: Actor,
    journey: UUID,
    decisions: Iterable[tuple[Part | None, Decision]],
    *,
    action: Action,
    purpose: Purpose | None,
    now: datetime,
) -> list[Entry]:
    """One row for each part that is shown or changed. When none is, one row for each reason why.

    Parts that stay out of a page that was shown get no row: the page asked for all there are, its
    reader did not, and the person would read that somebody tried to look at what they never asked.
    """
    asked_for = list(decisions)
    shown = [(part, decision) for part, decision in asked_for if decision.allowed]
    asked = current()
    entries = []
    for part, decision in shown or _refusals(asked_for):
        via = decision.via or _only_work(actor, now)
        entries.append(
            Entry(
                at=now,
                journey=journey,
                action=action,
                outcome=decision.because,
                part=part,
                actor=actor.account,
                link=actor.link,
                on_behalf_of=actor.on_behalf_of,
                organisation=via.organisation if via else None,
                membership=via.id if via else None,
                role=via.role if via else None,
                purpose=purpose,
                grant=decision.grant.id if decision.grant else None,
                origin=asked.origin(),
                request=asked.request,
            )
        )
    return entries


def _refusals(decisions: list[tuple[Part | None, Decision]]) -> list[tuple[Part | None, Decision]]:
    """The part is named when it is the only one that was asked for."""
    if len(decisions) == 1:
        return decisions
    by_reason = {decision.because: decision for _, decision in decisions}
    return [(None, decision) for _, decision in sorted(by_reason.items())]


def _only_work(actor: Actor, now: datetime) -> Membership | None:
    """In what somebody acts who was not let in by a grant: their work, when they have one."""
    inside = [membership for membership in actor.memberships if membership.in_force(now)]
    return inside[0] if len(inside) == 1 else None
