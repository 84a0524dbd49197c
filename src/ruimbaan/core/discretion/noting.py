# SPDX-License-Identifier: EUPL-1.2
"""A note of one use of room, for the own learning; and a pattern, in which nobody can be found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.discretion.asking import Effect

USUAL = timedelta(weeks=4)  # after which one looks back, unless another day is chosen
MOST_NOTES = 500
BLOCK = 4096  # bytes: a notebook is always a whole number of these, so its size tells little


class Situation(StrEnum):
    """Of which kind a situation is, coarse enough to hold many people."""

    WAIT = "wait"
    ADDRESS = "address"
    HOME = "home"
    MONEY = "money"
    DEBT = "debt"
    TREATMENT = "treatment"
    HARD_TIME = "hard_time"
    AFTERCARE = "aftercare"
    WORK = "work"
    PAPERS = "papers"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Note:
    """`rule` is empty for none; `look_back` None for never."""

    id: UUID
    written: date
    what: str
    rule: str = ""
    why: str = ""
    hoped: str = ""
    look_back: date | None = None
    effect: Effect | None = None

    def looks_back(self, today: date) -> bool:
        return self.effect is None and self.look_back is not None and self.look_back <= today


def due(notes: Iterable[Note], today: date) -> tuple[Note, ...]:
    """What one wanted to look back on by now, the longest ago first."""
    found = (note for note in notes if note.looks_back(today))
    return tuple(sorted(found, key=lambda note: (note.look_back or today, note.id)))


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def padded(text: bytes) -> bytes:
    """With spaces up to a whole number of blocks; JSON reads over them."""
    return text.ljust(-(-len(text) // BLOCK) * BLOCK)
