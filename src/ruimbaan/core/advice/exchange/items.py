# SPDX-License-Identifier: EUPL-1.2
"""The four kinds of things that regions tell each other. A rule goes by its number and a friction by
its own, as those mean the same everywhere; an organisation is not in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ruimbaan.core.advice.followup import Outcome
from ruimbaan.core.kernel.texts import Text


class Kind(StrEnum):
    """The names are those of the lists in a file."""

    CHANGE = "rule_changes"
    AGREEMENT = "agreements"
    BLOCK = "blocks"
    PATTERN = "patterns"


WORDS: dict[Kind, Text] = {
    Kind.CHANGE: Text("veranderde regel", "changed rule"),
    Kind.AGREEMENT: Text("werkafspraak", "working agreement"),
    Kind.BLOCK: Text("bouwsteen", "building block"),
    Kind.PATTERN: Text("patroon", "pattern"),
}


@dataclass(frozen=True, slots=True)
class Points:
    """How many points of a hundred more were met within six weeks, with its interval."""

    value: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class RuleChange:
    """`outcome` is what was seen afterwards; `points` only when there was enough to say."""

    number: str
    title: Text
    before: Text
    after: Text
    layer: str
    day: date
    outcome: Outcome
    points: Points | None = None


@dataclass(frozen=True, slots=True)
class SharedAgreement:
    """`does`: what each of the parties does, without who they are."""

    title: str
    situation: str
    does: tuple[str, ...]
    rules: tuple[str, ...]
    frictions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedBlock:
    id: str
    title: Text
    summary: Text
    rules: tuple[str, ...]
    frictions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedPattern:
    """Room in this rule: how often at least it was told of, and how often at least it helped. In whole
    tens."""

    number: str
    times: int
    helped: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """All that one region tells on one day."""

    region: str
    title: str
    day: date
    changes: tuple[RuleChange, ...] = field(default=())
    agreements: tuple[SharedAgreement, ...] = field(default=())
    blocks: tuple[SharedBlock, ...] = field(default=())
    patterns: tuple[SharedPattern, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.changes or self.agreements or self.blocks or self.patterns)


def contents(parcel: Parcel) -> tuple[tuple[Kind, Text], ...]:
    """What is in it, a line each: to read before it goes out and before it is taken in."""
    return (
        *((Kind.CHANGE, _numbered(one.number, one.title)) for one in parcel.changes),
        *((Kind.AGREEMENT, Text(one.title)) for one in parcel.agreements),
        *((Kind.BLOCK, _numbered(one.id, one.title)) for one in parcel.blocks),
        *((Kind.PATTERN, _told(one)) for one in parcel.patterns),
    )


def _numbered(number: str, title: Text) -> Text:
    return Text(f"{number} {title.nl}", f"{number} {title.in_language('en')}")


def _told(one: SharedPattern) -> Text:
    return Text(
        f"{one.number}: minstens {one.times} keer verteld",
        f"{one.number}: told at least {one.times} times",
    )
