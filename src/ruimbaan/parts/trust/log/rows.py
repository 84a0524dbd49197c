# SPDX-License-Identifier: EUPL-1.2
"""Rows of the log to and from its table."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime

from django.db.backends.base.base import BaseDatabaseWrapper

from ruimbaan.core.trust.anchors import Head
from ruimbaan.core.trust.chain import Row
from ruimbaan.core.trust.verifying import EPOCH, MICROSECOND

AT_A_TIME = 2_000  # rows read from the database in one go
ADD = {
    "postgresql": """
        INSERT INTO trust_access (writer, seq, at, journey, actor, body, digest)
        SELECT * FROM unnest(%s::text[], %s::bigint[], %s::bigint[], %s::text[], %s::text[],
                             %s::text[], %s::text[])""",
    "sqlite": """
        INSERT INTO trust_access (writer, seq, at, journey, actor, body, digest)
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),
               json_extract(value, '$[2]'), json_extract(value, '$[3]'),
               json_extract(value, '$[4]'), json_extract(value, '$[5]'),
               json_extract(value, '$[6]')
        FROM json_each(%s)""",
}
SOME = """
SELECT writer, seq, at, journey, actor, body, digest FROM trust_access
WHERE (writer, seq) > (%s, %s) ORDER BY writer, seq LIMIT %s
"""
# steps from writer to writer along the key: as quick with a million rows as with a thousand
HEADS = """
WITH RECURSIVE writers(writer) AS (
  SELECT min(writer) FROM trust_access
  UNION ALL
  SELECT (SELECT min(writer) FROM trust_access WHERE writer > writers.writer)
  FROM writers WHERE writers.writer IS NOT NULL
)
SELECT log.writer, log.seq, log.digest, log.at,
  (SELECT max(seq) FROM trust_anchor_head WHERE writer = log.writer)
FROM writers JOIN trust_access log ON log.writer = writers.writer
WHERE log.seq = (SELECT max(seq) FROM trust_access WHERE writer = writers.writer)
ORDER BY log.writer
"""


def add(connection: BaseDatabaseWrapper, rows: Sequence[Row]) -> None:
    """All of these or none. One statement, so one transaction and one time that the disk is
    waited for."""
    values = [astuple(row) for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                ADD["postgresql"], [list(column) for column in zip(*values, strict=True)]
            )
        else:
            cursor.execute(ADD["sqlite"], [json.dumps(values)])


@dataclass(frozen=True, slots=True)
class Last:
    """The last row of a writer, and up to where an anchor covers that writer's chain."""

    head: Head
    at: datetime
    anchored: int

    @property
    def is_new(self) -> bool:
        return self.head.seq > self.anchored


def lasts(connection: BaseDatabaseWrapper) -> tuple[Last, ...]:
    """One for each writer there ever was."""
    with connection.cursor() as cursor:
        cursor.execute(HEADS)
        return tuple(
            Last(Head(writer, seq, digest), moment(at), anchored or 0)
            for writer, seq, digest, at, anchored in cursor.fetchall()
        )


def moment(at: int) -> datetime:
    return EPOCH + at * MICROSECOND


def every_row(connection: BaseDatabaseWrapper) -> Iterator[Row]:
    """By writer and seq, a few at a time."""
    last: tuple[str, int] = ("", 0)
    while True:
        with connection.cursor() as cursor:
            cursor.execute(SOME, [*last, AT_A_TIME])
            found = [Row(*values) for values in cursor.fetchall()]
        yield from found
        if len(found) < AT_A_TIME:
            return
        last = (found[-1].writer, found[-1].seq)
