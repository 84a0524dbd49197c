# SPDX-License-Identifier: EUPL-1.2
"""What stands on the first page of the file: handoffs for which somebody still has to do something."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from ruimbaan.core.handoff.handoffs import has_ended
from ruimbaan.core.handoff.owners import owner_today
from ruimbaan.parts.handoff.at_goals import nobody_says
from ruimbaan.parts.handoff.handed import AllHanded, to_be_done
from ruimbaan.parts.handoff.presentation.person import asked_of_person
from ruimbaan.parts.handoff.presentation.saying import to_person
from ruimbaan.parts.handoff.stopping import sharing_of
from ruimbaan.parts.handoff.wording import SOMEBODY


@dataclass(frozen=True, slots=True)
class Handed:
    """`says` is what the person reads, `asks` what is asked of the person now; that nobody answers
    for it goes before everything else. `is_no`: it ended, and the person can say "seen"."""

    id: UUID
    goal: str
    says: str
    asks: str
    is_no: bool


def of_journey(found: AllHanded) -> tuple[Handed, ...]:
    """The newest first. A no that the person has seen is left out, unless nobody answers for it."""
    open_still, today = to_be_done(found), timezone.localdate(found.now)
    told = []
    for row in found.rows:
        handoff, said = found.handoffs[row.id], found.told[row.id]
        nobody = owner_today(handoff, found.is_there) is None
        if row.id not in open_still or (said.seen and not nobody):
            continue
        sharing = sharing_of(row, found.now)
        receiver = found.names.receiver(row, said, SOMEBODY)
        told.append(
            Handed(
                id=row.id,
                goal=said.goal,
                says=to_person(handoff, receiver, today, sharing),
                asks=nobody_says() if nobody else asked_of_person(handoff, today, sharing),
                is_no=has_ended(handoff) and not nobody,
            )
        )
    return tuple(told)
