# SPDX-License-Identifier: EUPL-1.2
"""What stands in the book. Longer texts are Markdown, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text


class DayKind(StrEnum):
    """What a day was, for the person."""

    STEP = "step"
    WAIT = "wait"
    GAP = "gap"  # a rule or a habit stood in the way
    ROOM = "room"  # somebody used room
    ARRIVED = "arrived"


class ChapterKind(StrEnum):
    FRONT = "front"
    OPENING = "opening"  # opens a part of the book
    ESSAY = "essay"
    CLOSING = "closing"


class Role(StrEnum):
    """Who can take a first step tomorrow."""

    WORKER = "worker"
    MANAGER = "manager"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Day:
    """`day` counts from the day the story begins; before it is below 0."""

    day: int
    kind: DayKind
    words: Text


@dataclass(frozen=True, slots=True)
class StoryChapter:
    title: Text
    quote: Text
    days: tuple[Day, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Story:
    """One journey. `score` is what the person gives for being in time, of 10; `easy` is the story
    in short sentences (A2); `names` says what the story leaves out, and why."""

    id: str
    person: str
    region: str
    title: Text
    summary: Text
    goal: Text
    score: int
    easy: tuple[Text, ...]
    names: Text
    invented: Text
    chapters: tuple[StoryChapter, ...]
    helped_title: Text
    helped: Text

    @property
    def days(self) -> tuple[Day, ...]:
        return tuple(day for chapter in self.chapters for day in chapter.days)


@dataclass(frozen=True, slots=True)
class Service:
    """A kind of support, and which services of the regions are of that kind."""

    kind: Text
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """Things that wait for each other: each for the next one, the last for the first. `case` is the
    small situation in which the planner meets it; empty when there is none."""

    title: Text
    names: tuple[Text, ...]
    case: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Block:
    """A building block: problem, what worked, rule and room, pitfalls; who does what tomorrow.

    `rules` are numbers of the rulebook, `situations` those of "Mag ik dit?". `measure` says which
    figure would show it, `planner` what the planner can work out."""

    id: str
    title: Text
    summary: Text
    frictions: tuple[str, ...]
    rules: tuple[str, ...]
    situations: tuple[str, ...]
    stories: tuple[str, ...]
    services: tuple[Service, ...]
    measure: Text
    planner: Text
    first_step: Mapping[Role, Text]
    card: tuple[Text, ...]
    sections: tuple[Section, ...]
    loop: Loop | None = None

    @property
    def number(self) -> int:
        """As readers know it: B03 is building block 3."""
        return int(self.id.removeprefix("B"))


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of a walk through a hundred days; `first` and `last` count from 1."""

    first: int
    last: int
    title: Text
    does: tuple[Text, ...]
    leave: Text


@dataclass(frozen=True, slots=True)
class Chapter:
    id: str
    kind: ChapterKind
    title: Text
    summary: Text
    text: Text
    stops: tuple[Stop, ...] = ()


Piece = Chapter | Story | Block


@dataclass(frozen=True, slots=True)
class Book:
    """`pieces` in the editor's order."""

    title: Text
    subtitle: Text
    summary: Text
    invented: Text
    pieces: tuple[Piece, ...]
    colophon: tuple[Section, ...]

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Chapter))

    @property
    def stories(self) -> tuple[Story, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Story))

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Block))
