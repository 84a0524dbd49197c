# SPDX-License-Identifier: EUPL-1.2
"""The days on which somebody meets whoever takes over: for the calendar of the person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ruimbaan.core.handoff.states import State
from ruimbaan.parts.handoff import words
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.stopping import shown_now
from ruimbaan.parts.trust.walls import Opening

AGREED = (State.ACCEPTED, State.IN_PROGRESS)


@dataclass(frozen=True, slots=True)
class Meeting:
    """`goal` and `where` are the person's own words; `version` counts the steps of the handoff."""

    id: UUID
    day: date
    goal: str
    where: str
    changed: datetime
    version: int


def meetings_of(opening: Opening, now: datetime) -> tuple[Meeting, ...]:
    """Those that are agreed on and not confirmed yet, the soonest first. None when the person
    stopped it, when there was a no, when the receiver is shown nothing any more, or when the opening
    does not cover what is handed over."""
    told = words.read_all(opening)
    rows = HandoffRecord.objects.filter(
        pk__in=told, journey=opening.journey, state__in=AGREED, met=None, meeting__isnull=False
    )
    found = rows.prefetch_related("steps").order_by("meeting", "pk")
    return tuple(
        Meeting(
            row.id,
            row.meeting,
            told[row.id].goal,
            told[row.id].where,
            max(step.at for step in row.steps.all()),
            row.number,
        )
        for row in found
        if row.meeting is not None and shown_now(row, now)
    )
