# SPDX-License-Identifier: EUPL-1.2
"""What a route picture shows: supports in lanes, waits, goals, room, and how it goes without.

Texts are in the language of the reader already. Days are calendar days; periods are half-open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ruimbaan.ui.pictures.palette import Payer


@dataclass(frozen=True, slots=True)
class Leg:
    """One support: asked for, waited for, received.

    `ends` None: from `starts` on; equal to `starts`: something that comes on one day. `wait` says
    how long the wait is ("4 weken"), `latest` is the last useful day to ask, `rings` are the numbers of the rules that bend here, and
    `thanks_to_room` is for what nobody would get without that."""

    id: str
    what: str
    who: str
    payer: Payer
    payer_name: str
    asked: date
    starts: date
    ends: date | None
    wait: str = ""
    rings: tuple[int, ...] = ()
    thanks_to_room: bool = False
    latest: date | None = None

    @property
    def is_moment(self) -> bool:
        return self.ends == self.starts


@dataclass(frozen=True, slots=True)
class Flag:
    """A goal that is reached."""

    what: str
    on: date


@dataclass(frozen=True, slots=True)
class Lane:
    """One part of life, and whose money it mostly runs on."""

    name: str
    payer_names: str
    payer: Payer
    legs: tuple[Leg, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """The first leg opens the second one. `room`: it could do so because a rule bent."""

    source: str
    target: str
    room: bool = False


class PieceKind(StrEnum):
    SUPPORT = "support"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of how it goes without room. `end` None: beyond the picture."""

    kind: PieceKind
    start: date
    end: date | None
    words: str


@dataclass(frozen=True, slots=True)
class WithoutRow:
    """One goal; `note` says by when it is needed."""

    name: str
    note: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The strip "En zonder vrije ruimte?" with one row for each goal that comes later."""

    title: str
    rows: tuple[WithoutRow, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One rule that bends: what it asks, who may say yes, what it wins."""

    ring: int
    title: str
    source: str
    who: str
    won: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """For a picture that stands alone: title and lead above it, and the gain in a frame."""

    title: str
    lead: str
    gain: str = ""
    gain_note: str = ""


@dataclass(frozen=True, slots=True)
class RoutePicture:
    title: str
    description: str
    today: date
    lanes: tuple[Lane, ...]
    links: tuple[Link, ...] = ()
    without: Without | None = None
    heading: Heading | None = None
    cards: tuple[Card, ...] = ()
