# SPDX-License-Identifier: EUPL-1.2
"""An anchor: one digest over the heads of all chains, to be kept by somebody else.

Whoever owns the database can rewrite it whole and make every chain fit again. Against a digest that
stands elsewhere that shows. An anchor names the heads that moved since the anchor before it and
holds its digest, so the newest one covers them all and stays small.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

BEFORE_THE_FIRST = sha256(b"ruimbaan anchor").hexdigest()
AROUND = ' \t\r",'  # what a table or a mail puts around a line
LINE = re.compile(r"^(?P<nr>[1-9]\d{0,11}) (?P<at>\S{20,32}) (?P<digest>[0-9a-f]{64})$")


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """The last row of one writer's chain."""

    writer: str
    seq: int
    digest: str


@dataclass(frozen=True, slots=True)
class Anchor:
    nr: int
    at: datetime
    previous: str
    heads: tuple[Head, ...]
    digest: str

    @property
    def line(self) -> str:
        """What is given away: it says nothing about anybody."""
        return Kept(self.nr, self.at, self.digest).line

    @property
    def fits(self) -> bool:
        return self.digest == digest_of(self.nr, self.at, self.previous, self.heads)


@dataclass(frozen=True, slots=True)
class Kept:
    """An anchor as it stands outside: all that another party needs to keep."""

    nr: int
    at: datetime
    digest: str

    @property
    def line(self) -> str:
        return f"{self.nr} {_moment(self.at)} {self.digest}"


def drop(previous: Anchor | None, heads: Iterable[Head], at: datetime) -> Anchor:
    """The anchor after `previous`, over those of `heads` that moved since (see `moved`)."""
    nr = 1 if previous is None else previous.nr + 1
    before = BEFORE_THE_FIRST if previous is None else previous.digest
    sorted_heads = tuple(sorted(heads))
    return Anchor(nr, at, before, sorted_heads, digest_of(nr, at, before, sorted_heads))


def moved(heads: Iterable[Head], anchored: Mapping[str, int]) -> tuple[Head, ...]:
    """The heads beyond what the anchors so far hold: `anchored` is the last seq by writer."""
    return tuple(head for head in heads if head.seq > anchored.get(head.writer, 0))


def digest_of(nr: int, at: datetime, previous: str, heads: Iterable[Head]) -> str:
    rows = "".join(f"\n{head.writer} {head.seq} {head.digest}" for head in heads)
    return sha256(f"{nr} {_moment(at)} {previous}{rows}".encode()).hexdigest()


def read_lines(text: str) -> tuple[Kept, ...]:
    """The anchors in a text of lines, in a mail or in a saved table; other lines are passed over."""
    found = (LINE.match(line.strip(AROUND)) for line in text.splitlines())
    return tuple(
        Kept(int(line["nr"]), datetime.fromisoformat(line["at"]), line["digest"])
        for line in found
        if line is not None
    )


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
