# SPDX-License-Identifier: EUPL-1.2
"""Who looked, to take along: every row of the log of one file, own looks too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.parties import Party
from ruimbaan.core.trust.take_along import Fact, Value
from ruimbaan.parts.accounts.queries import Called
from ruimbaan.parts.journey.queries import Line, called_by, looker, told_apart, why_then
from ruimbaan.parts.trust.log.looks import Look
from ruimbaan.parts.trust.log.whole import every_entry
from ruimbaan.parts.trust.rights.taken_grants import place_of
from ruimbaan.parts.trust.rights.wording import PURPOSE, WHAT

WHEN = Text("Wanneer", "When")
WORK = Text("Werk", "Work")
MAY = Text("Mocht dat?", "Was that allowed?")


def log_items(journey: UUID, owner: UUID, now: datetime) -> Iterator[tuple[Fact, ...]]:
    """For a program: row by row, the oldest first."""
    for entries in every_entry(journey, now):
        called = _called(entries, now)
        for entry in entries:
            yield _row(entry, owner, _who(entry, called))


def log_lines(journey: UUID, owner: UUID, now: datetime) -> Iterator[tuple[Fact, ...]]:
    """For a person, in the language of the reader: what one request did is told at once."""
    for entries in every_entry(journey, now):
        called = _called(entries, now)
        for _one, rows in groupby(entries, key=_of_one_request):
            first, *more = rows
            parts = tuple(row.part for row in (first, *more) if row.part is not None)
            yield _line(told_apart(Look(first, parts), called, owner), first, owner)


def _line(line: Line, first: Entry, owner: UUID) -> tuple[Fact, ...]:
    """When and what speak for themselves; of others also their work, what it was for and why."""
    told = (Fact("at", WHEN, first.at), Fact("action", WHAT, line.what))
    if first.actor == owner:
        return told
    return (
        *told,
        Fact("role", WORK, line.about),
        Fact("purpose", PURPOSE, line.why_for),
        Fact("because", MAY, why_then(first)),
    )


def _row(entry: Entry, owner: UUID, who: Called | None) -> tuple[Fact, ...]:
    values: dict[str, Value] = {
        "at": entry.at,
        "by_me": entry.actor == owner,
        "who": who.name if who else None,
        "organisation": place_of(who),
        "role": entry.role.value if entry.role else None,
        "action": entry.action.value,
        "part": entry.part.value if entry.part else None,
        "purpose": entry.purpose.value if entry.purpose else None,
        "allowed": entry.allowed,
        "because": entry.outcome.value,
        "grant": _text(entry.grant),
        "link": _text(entry.link),
        "origin": entry.origin,
        "request": entry.request,
    }
    return tuple(Fact(name, None, value) for name, value in values.items())


def _called(entries: Iterable[Entry], now: datetime) -> dict[Party, Called]:
    return called_by({party for one in entries if (party := looker(one))}, now)


def _who(entry: Entry, called: Mapping[Party, Called]) -> Called | None:
    party = looker(entry)
    return called.get(party) if party else None


def _of_one_request(entry: Entry) -> tuple[object, ...]:
    """Rows with the same outcome; without a request a row stands by itself."""
    alone = "" if entry.request else entry.at
    return (
        entry.request,
        alone,
        entry.actor,
        entry.link,
        entry.action,
        entry.outcome,
        entry.purpose,
    )


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
