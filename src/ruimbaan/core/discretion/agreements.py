# SPDX-License-Identifier: EUPL-1.2
"""Working agreements between organisations: who does what, for which kind of situation, until when.

Never about a person. A version holds once every organisation in it has said yes itself; the version
before it holds until then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.discretion.mandates_errors import (
    EndPassed,
    EndTooFar,
    NamesSomebody,
    ReviewOutside,
    TooFewOrganisations,
    TouchesNothing,
)
from ruimbaan.core.kernel.last_day import LAST_DAY

FEWEST = 2  # organisations
BEFORE = timedelta(days=14)  # the first letter, before the day of looking back
AFTER = timedelta(days=14)  # the second, when nobody looked back
SOMEBODY = re.compile(r"\S@\S|\d(?:[ .-]?\d){7,}")  # a mail address, or a number of eight digits


class Standing(StrEnum):
    DRAFT = "draft"  # somebody has yet to say yes
    IN_FORCE = "in-force"
    OVER = "over"


class Review(StrEnum):
    COMES = "comes"
    OPEN = "open"  # the day is there, and nobody looked back yet
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Share:
    """What one organisation does. `confirmed`: the day on which it said yes, by its own member."""

    organisation: UUID
    does: str
    confirmed: date | None = None


@dataclass(frozen=True, slots=True)
class Touches:
    """What leads to the agreement: rules by id, services by code, frictions by number."""

    rules: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    frictions: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rules or self.services or self.frictions)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of what is agreed. `until` is the last day; `ended` the day from which it holds
    no longer, agreed together or not. `reviewed`: the day on which they looked back. `replaced`: a
    newer one stands in its place."""

    number: int
    title: str
    situation: str
    shares: tuple[Share, ...]
    touches: Touches
    until: date
    review: date
    ended: date | None = None
    reviewed: date | None = None
    replaced: bool = False

    @property
    def all_said_yes(self) -> bool:
        return all(share.confirmed for share in self.shares)

    def standing(self, on: date) -> Standing:
        if self.replaced or on > self.until or (self.ended is not None and self.ended <= on):
            return Standing.OVER
        return Standing.IN_FORCE if self.all_said_yes else Standing.DRAFT

    def looked_back(self, on: date) -> Review:
        if self.reviewed is not None:
            return Review.DONE
        return Review.OPEN if self.review <= on else Review.COMES

    def waits_for(self, organisations: Iterable[UUID]) -> tuple[UUID, ...]:
        """Those of these organisations that have yet to say yes."""
        asked = set(organisations)
        return tuple(
            share.organisation
            for share in self.shares
            if share.organisation in asked and share.confirmed is None
        )


def replacing(versions: Iterable[Version]) -> tuple[Version, ...]:
    """The same, where each knows whether it was replaced: also who is not in the newer one must be able
    to tell. What was agreed gives way once all in a newer one said yes, a draft at once: nobody can say
    yes to it any more."""
    found = tuple(versions)
    newest = max((one.number for one in found), default=0)
    agreed = max((one.number for one in found if one.all_said_yes), default=0)
    return tuple(
        replace(one, replaced=one.number < (agreed if one.all_said_yes else newest))
        for one in found
    )


def may_change(versions: Iterable[Version], organisations: Iterable[UUID]) -> bool:
    """Whether one of these organisations is in a version that was neither replaced nor ended. Past its
    last day it can still be made longer."""
    theirs = set(organisations)
    return any(
        share.organisation in theirs
        for version in versions
        if not version.replaced and version.ended is None
        for share in version.shares
    )


def in_force(versions: Iterable[Version], on: date) -> Version | None:
    """The newest version that every organisation said yes to, when it holds on this day. A newer
    draft changes nothing yet."""
    agreed = [version for version in versions if version.all_said_yes]
    newest = max(agreed, key=lambda version: version.number, default=None)
    if newest is None or newest.standing(on) is not Standing.IN_FORCE:
        return None
    return newest


def letters_due(version: Version, on: date) -> int:
    """How many times whoever agreed should have been told of looking back by this day: 0, 1 or 2.
    What was missed is made up for by one letter, never by two at once."""
    if version.standing(on) is not Standing.IN_FORCE or version.reviewed is not None:
        return 0
    if on - version.review >= AFTER:
        return 2
    return 1 if version.review - on <= BEFORE else 0


def check(version: Version, today: date) -> None:
    """Raises the first thing that keeps it from being proposed."""
    if len({share.organisation for share in version.shares if share.does}) < FEWEST:
        raise TooFewOrganisations
    for words in (version.title, version.situation, *(share.does for share in version.shares)):
        names_nobody(words)
    if not version.touches:
        raise TouchesNothing
    if version.until < today:
        raise EndPassed
    if version.until > LAST_DAY:
        raise EndTooFar
    if not today <= version.review <= version.until:
        raise ReviewOutside


def names_nobody(words: str) -> None:
    """Catches the plainest slips only: who writes is asked to describe a kind of situation."""
    if SOMEBODY.search(words):
        raise NamesSomebody
