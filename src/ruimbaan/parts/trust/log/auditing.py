# SPDX-License-Identifier: EUPL-1.2
"""Looking the log through, and handing it out whole: for somebody who is not the one who runs it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

from ruimbaan.core.trust.anchors import Kept
from ruimbaan.core.trust.verifying import Report, microseconds, verify
from ruimbaan.parts.trust.log.anchoring import every_anchor
from ruimbaan.parts.trust.log.connecting import own_connection
from ruimbaan.parts.trust.log.errors import LogDown
from ruimbaan.parts.trust.log.pruning import cuts, keep_for, may_prune, prune
from ruimbaan.parts.trust.log.rows import every_row, lasts

FOR_THE_OWNER = timedelta(days=2)  # who comes once a day, at a moment of its own


def look_through(kept: Iterable[Kept], told: Callable[[int], None] = lambda _count: None) -> Report:
    """Every row, against every anchor here and those that are `kept` elsewhere. Raises LogDown.

    Anchors are read before the rows: what is written meanwhile is no fault.
    """
    connection = _connected()
    try:
        anchors = every_anchor(connection)
        good_cuts = cuts(connection)
        return verify(
            every_row(connection), anchors, kept, good_cuts, keep_for=keep_for(), told=told
        )
    finally:
        connection.close()


def count() -> int:
    """About how many rows there are, for who waits."""
    connection = _connected()
    try:
        return sum(last.head.seq for last in lasts(connection))
    finally:
        connection.close()


def exported(since: datetime | None, until: datetime | None) -> Iterator[str]:
    """Each row as one line of JSON, by writer and seq, with what is needed to check the chain."""
    first = microseconds(since) if since else None
    end = microseconds(until) if until else None
    connection = _connected()
    try:
        for row in every_row(connection):
            if (first is None or row.at >= first) and (end is None or row.at < end):
                place = {"writer": row.writer, "seq": row.seq, "digest": row.digest}
                yield json.dumps(place | {"entry": json.loads(row.body), "body": row.body})
    finally:
        connection.close()


def prune_old(at: datetime) -> int:
    """Removes what is older than it must be kept. How many rows went. Raises LogDown: also when that
    is for the owner of the tables (`ruimbaan audit prune`), who is more than a day late."""
    connection = _connected(as_owner=True)
    try:
        return prune(connection, at if may_prune(connection) else at - FOR_THE_OWNER)
    except DatabaseError as error:
        raise LogDown from error
    finally:
        connection.close()


def count_old(at: datetime) -> int:
    """How many rows `prune_old` may remove, without removing any. Raises LogDown."""
    connection = _connected()
    try:
        with connection.cursor() as cursor:
            before = microseconds(at - keep_for())
            cursor.execute("SELECT count(*) FROM trust_access WHERE at < %s", [before])
            return int(cursor.fetchone()[0])
    finally:
        connection.close()


def _connected(*, as_owner: bool = False) -> BaseDatabaseWrapper:
    try:
        return own_connection(as_owner=as_owner)
    except DatabaseError as error:
        raise LogDown from error
