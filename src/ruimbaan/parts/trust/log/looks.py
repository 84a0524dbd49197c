# SPDX-License-Identifier: EUPL-1.2
"""Who looked in one file: only rows of that file are read, along the index, however long the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ruimbaan.core.trust.access_entries import Entry, read
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.verifying import microseconds
from ruimbaan.parts.trust.log.connecting import reading
from ruimbaan.parts.trust.log.often import by_day, calendars_of
from ruimbaan.parts.trust.log.rows import moment

MOST = 1_000  # rows of others on one page
OTHERS = """
SELECT body FROM trust_access
WHERE journey = %s AND at >= %s AND at < %s AND actor <> %s {but}
ORDER BY at DESC, writer DESC, seq DESC LIMIT %s
"""
OWN = """
SELECT count(*), max(at) FROM trust_access
WHERE journey = %s AND at >= %s AND at < %s AND actor = %s
"""


@dataclass(frozen=True, slots=True)
class Look:
    """What one request did: its rows with the same outcome are one look at several parts. `times` is
    more than one for a calendar, whose looks of one day are told together."""

    first: Entry
    parts: tuple[Part, ...]
    times: int = 1


@dataclass(frozen=True, slots=True)
class Looks:
    """`by_others` with the newest first. `earlier`: there are more than fit, and everything was read
    back to just after this moment. Of the owner's own rows only how many there were and when the last
    one was."""

    by_others: tuple[Look, ...]
    earlier: datetime | None
    own_count: int
    own_last: datetime | None


def looks_at(journey: UUID, owner: UUID, since: datetime, until: datetime) -> Looks:
    """On `since <= at < until`."""
    period: list[str | int] = [str(journey), microseconds(since), microseconds(until), str(owner)]
    with reading().cursor() as cursor:
        calendars = calendars_of(journey)
        but = "AND body NOT LIKE %s " * len(calendars)
        cursor.execute(OTHERS.format(but=but), [*period, *calendars, MOST + 1])
        entries = [read(body) for (body,) in cursor.fetchall()]
        often = [_often(rows, times) for rows, times in by_day(cursor, period, calendars)]
        cursor.execute(OWN, period)
        count, last = cursor.fetchone()
    return Looks(
        by_others=_newest_first((*_grouped(entries[:MOST]), *often)),
        earlier=entries[MOST].at if len(entries) > MOST else None,
        own_count=count,
        own_last=None if last is None else moment(last),
    )


def _often(rows: list[Entry], times: int) -> Look:
    return Look(rows[0], _parts(rows), times)


def _newest_first(looks: Iterable[Look]) -> tuple[Look, ...]:
    """Those of one moment stay as they stood."""
    return tuple(sorted(looks, key=lambda look: look.first.at, reverse=True))


def _grouped(entries: list[Entry]) -> tuple[Look, ...]:
    groups: dict[object, list[Entry]] = {}
    for place, entry in enumerate(entries):
        one = (entry.request, entry.actor, entry.link, entry.action, entry.allowed, entry.purpose)
        groups.setdefault(one if entry.request else place, []).append(entry)
    return tuple(Look(group[0], _parts(group)) for group in groups.values())


def _parts(rows: list[Entry]) -> tuple[Part, ...]:
    return tuple(sorted({entry.part for entry in rows if entry.part}))
