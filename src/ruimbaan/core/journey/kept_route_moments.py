# SPDX-License-Identifier: EUPL-1.2
"""What belongs to a route and never leaves the person: the answers it was made with, a pause, a
hard time. The place on the route does not depend on any of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.journey.own_words import check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class NoMoment(DomainError):
    code = "RB-JOURNEY-025"
    cause = Text("Hier loopt nu niets.", "Nothing is going on here now.")
    advice = Text("Ga terug naar je route.", "Go back to your route.")


class MomentKind(StrEnum):
    HARD = "hard"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Moment:
    """`until`: the day on which the person went on. `words` are the person's own. There is no
    field for what happened."""

    id: UUID
    kind: MomentKind
    since: date
    until: date | None = None
    words: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class PrivateSide:
    """`chosen` and `days`: the answers on which the route stands, without any that may never be
    kept. `begun`: the day on which the route was planned first; `given`: the day of the answers, from
    which "within a month" counts. Both are None when they were kept before those days were."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    days: Mapping[str, date] = field(default_factory=dict, repr=False)
    begun: date | None = None
    given: date | None = None
    moments: tuple[Moment, ...] = field(default=(), repr=False)

    @property
    def running(self) -> Moment | None:
        """The moment that is going on."""
        return next((one for one in self.moments if one.until is None), None)


def begin(side: PrivateSide, moment: Moment) -> PrivateSide:
    """One at a time: another one ends what was going on, on the same day; the same one sent twice
    counts once. Raises what `check_words` raises."""
    check_words(moment.words, must=False)
    if any(one.id == moment.id for one in side.moments):
        return side
    ended = end(side, moment.since).moments if side.running else side.moments
    return replace(side, moments=(*ended, moment))


def end(side: PrivateSide, on: date) -> PrivateSide:
    """Raises NoMoment."""
    running = side.running
    if running is None:
        raise NoMoment
    ended = replace(running, until=max(on, running.since))
    return replace(
        side, moments=tuple(ended if one.id == running.id else one for one in side.moments)
    )


def without(side: PrivateSide, moment: UUID) -> PrivateSide:
    """Without this one; what is gone already is fine."""
    return replace(side, moments=tuple(one for one in side.moments if one.id != moment))
