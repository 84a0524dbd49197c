# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask about handoffs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.handoff.owners import owner_today
from ruimbaan.core.trust.parties import Party
from ruimbaan.parts.handoff import words
from ruimbaan.parts.handoff.at_goals import AtGoal, nobody_says, who_at_goals
from ruimbaan.parts.handoff.meetings import Meeting, meetings_of
from ruimbaan.parts.handoff.presence import present
from ruimbaan.parts.handoff.presentation.people import Names
from ruimbaan.parts.handoff.presentation.person import asked_of_person, rows_of
from ruimbaan.parts.handoff.presentation.saying import to_person
from ruimbaan.parts.handoff.presentation.work import Today, today_of
from ruimbaan.parts.handoff.records import as_handoff, named_of, receiver_of, sender_of
from ruimbaan.parts.handoff.stopping import shown_now
from ruimbaan.parts.handoff.taken_up import TakenUp, taken_up
from ruimbaan.parts.handoff.whole import whole_handoffs
from ruimbaan.parts.handoff.wording import SOMEBODY
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.trust.walls import Opening

__all__ = [
    "AtGoal",
    "Handed",
    "Meeting",
    "TakenUp",
    "Today",
    "meetings_of",
    "of_journey",
    "taken_up",
    "today_of",
    "who_at_goals",
    "whole_handoffs",
]


@dataclass(frozen=True, slots=True)
class Handed:
    """One handoff of a file. `course` is the core's, `responsible` who answers for it today,
    `says` what the person reads, `asks` what is asked of the person now; that nobody answers for it
    goes before everything else."""

    id: UUID
    goal_id: UUID | None
    said: Said
    course: Handoff
    sender: Party
    named: Party
    receiver: Party | None
    receiver_name: str
    responsible: UUID
    since: datetime
    deadline: date | None
    says: str
    asks: str


def of_journey(opening: Opening, now: datetime) -> tuple[Handed, ...]:
    """Those that somebody still has to do something for, the newest first. Empty when the opening
    does not cover what is handed over."""
    told = words.read_all(opening)
    rows = [row for row in rows_of(opening.journey) if row.id in told]
    names, today = Names.of(rows, now), timezone.localdate(now)
    is_there = present(rows, now)
    found = []
    for row in rows:
        handoff = as_handoff(row)
        if not handoff.is_open:
            continue
        said = told[row.id]
        claimed = row.state == "received" and not shown_now(row, now)
        receiver = names.receiver(row, said, SOMEBODY)
        nobody = owner_today(handoff, is_there) is None
        found.append(
            Handed(
                id=row.id,
                goal_id=row.goal_id,
                said=said,
                course=handoff,
                sender=sender_of(row),
                named=named_of(row),
                receiver=receiver_of(row),
                receiver_name=receiver,
                responsible=handoff.responsible,
                since=handoff.asked or row.made,
                deadline=handoff.meeting or handoff.answer_by,
                says=to_person(handoff, receiver, today, shown=not claimed),
                asks=nobody_says() if nobody else asked_of_person(handoff, today, claimed=claimed),
            )
        )
    return tuple(found)
