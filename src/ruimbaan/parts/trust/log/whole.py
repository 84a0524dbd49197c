# SPDX-License-Identifier: EUPL-1.2
"""The whole log of one file, own looks too: for its owner to take along."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from ruimbaan.core.trust.access_entries import Entry, read
from ruimbaan.core.trust.verifying import microseconds
from ruimbaan.parts.trust.log.connecting import reading

AT_A_TIME = 500  # rows
SOME = """
SELECT at, writer, seq, body FROM trust_access
WHERE journey = %s AND at <= %s AND (at, writer, seq) > (%s, %s, %s)
ORDER BY at, writer, seq LIMIT %s
"""


def every_entry(journey: UUID, until: datetime) -> Iterator[tuple[Entry, ...]]:
    """A few at a time, the oldest first, up to and including `until`."""
    last: tuple[int, str, int] = (0, "", 0)
    while True:
        with reading().cursor() as cursor:
            cursor.execute(SOME, [str(journey), microseconds(until), *last, AT_A_TIME])
            found = cursor.fetchall()
        if found:
            yield tuple(read(body) for *_, body in found)
        if len(found) < AT_A_TIME:
            return
        at, writer, seq, _ = found[-1]
        last = (at, writer, seq)
