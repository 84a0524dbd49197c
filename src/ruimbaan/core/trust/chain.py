# SPDX-License-Identifier: EUPL-1.2
"""The chain of one writer: each row's digest covers the row before it, so no row can change alone.

Every writer has a chain of its own; nobody waits for anybody else's. What a chain cannot show (its
tail cut off, or all of it written anew) shows against anchors that are kept elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Row:
    """As it is stored. `at` (microseconds since 1970), `journey` and `actor` repeat what `body`
    says, to find rows by."""

    writer: str
    seq: int
    at: int
    journey: str
    actor: str
    body: str
    digest: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The rows of `writer` up to and with `seq` were removed at `at`, as they were from before
    `before`. `digest` is that of the last one, so that what is left still hangs on it."""

    writer: str
    seq: int
    digest: str
    before: datetime
    at: datetime


def start(writer: str) -> str:
    """What stands before the first row of this writer."""
    return sha256(f"ruimbaan access log {writer}".encode()).hexdigest()


def link(previous: str, body: str) -> str:
    return sha256(f"{previous}{body}".encode()).hexdigest()


def chained(previous: str, bodies: Iterable[str]) -> list[str]:
    """The digest of each of these, one after the other."""
    digests: list[str] = []
    for body in bodies:
        previous = link(previous, body)
        digests.append(previous)
    return digests
