# SPDX-License-Identifier: EUPL-1.2
"""A calendar asks many times a day. Its looks are told a day at a time, so that they never push those
of people off the page; each of them stays a row of its own in the log."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from ruimbaan.core.trust.access_entries import Entry, read
from ruimbaan.parts.trust.links.models import LinkKind, LinkRecord

DAY = 86_400_000_000  # microseconds
OF_EACH_DAY = """
SELECT max(at), count(DISTINCT at) FROM trust_access
WHERE journey = %s AND at >= %s AND at < %s AND actor <> %s AND body LIKE %s
GROUP BY at / %s
"""
THE_LAST = """
SELECT body FROM trust_access WHERE journey = %s AND at = %s AND body LIKE %s
ORDER BY writer, seq
"""
Period = list[str | int]


def calendars_of(journey: UUID) -> list[str]:
    """What the rows of a calendar of this file hold, and no others."""
    links = LinkRecord.objects.filter(journey=journey, kind=LinkKind.CALENDAR)
    return [f'%"link":"{link}"%' for link in links.values_list("id", flat=True)]


def by_day(
    cursor: CursorWrapper, period: Period, calendars: list[str]
) -> Iterator[tuple[list[Entry], int]]:
    """Of each calendar and each day, as days go in UTC: the rows of its last look, one for each part,
    and how many looks there were. The rows of one look have one moment."""
    for mark in calendars:
        cursor.execute(OF_EACH_DAY, [*period, mark, DAY])
        for at, count in cursor.fetchall():
            cursor.execute(THE_LAST, [period[0], at, mark])
            yield [read(body) for (body,) in cursor.fetchall()], count
