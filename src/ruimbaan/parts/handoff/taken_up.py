# SPDX-License-Identifier: EUPL-1.2
"""What was taken up at some time: what the person can look back on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ruimbaan.core.handoff.states import State
from ruimbaan.parts.handoff import words
from ruimbaan.parts.handoff.presentation.people import Names
from ruimbaan.parts.handoff.presentation.person import rows_of
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.wording import SOMEBODY
from ruimbaan.parts.trust.walls import Opening


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A handoff that somebody accepted, whatever came of it."""

    id: UUID
    goal: str
    receiver: str


def taken_up(opening: Opening, now: datetime) -> tuple[TakenUp, ...]:
    """The newest first. Empty when the opening does not cover what is handed over."""
    told = words.read_all(opening)
    rows = [row for row in rows_of(opening.journey) if row.id in told]
    names = Names.of(rows, now)
    return tuple(
        TakenUp(row.id, told[row.id].goal, names.receiver(row, told[row.id], SOMEBODY))
        for row in rows
        if row.state != State.ENTERED_IN_ERROR and as_handoff(row).was_accepted
    )
