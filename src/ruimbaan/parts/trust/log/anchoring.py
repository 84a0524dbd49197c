# SPDX-License-Identifier: EUPL-1.2
"""Making anchors: by the command, and by a writer that has had traffic.

What is given away stands in `outside`. Several processes may try at the same moment: one makes the
anchor, the others see that it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db.backends.base.base import BaseDatabaseWrapper

from ruimbaan.core.trust.anchors import Anchor, Head, drop
from ruimbaan.core.trust.verifying import microseconds
from ruimbaan.parts.trust.log.connecting import own_connection, reading
from ruimbaan.parts.trust.log.rows import lasts, moment

EVERY = timedelta(minutes=5)
"""Between two anchors that a writer makes: none is ever ten minutes old while rows come in."""
OLDEST = timedelta(minutes=10)
LOCK = {
    "sqlite": ("BEGIN IMMEDIATE",),
    "postgresql": ("BEGIN", "SELECT pg_advisory_xact_lock(7305513)"),
}


def make_anchor(at: datetime, *, when_due: bool = False) -> Anchor | None:
    """An anchor over the heads of all chains. `when_due`: only when there are new rows and the last
    anchor is older than EVERY; else None."""
    connection = own_connection()
    try:
        with alone(connection):
            previous = last_anchor(connection)
            heads = [last.head for last in lasts(connection) if last.is_new]
            if when_due and (not heads or (previous and at - previous.at < EVERY)):
                return None
            anchor = drop(previous, heads, at)
            _add(connection, anchor)
            return anchor
    finally:
        connection.close()


def last_anchor(connection: BaseDatabaseWrapper) -> Anchor | None:
    """Without its heads."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nr, at, previous, digest FROM trust_anchor ORDER BY nr DESC LIMIT 1")
        found = cursor.fetchone()
    if found is None:
        return None
    nr, at, previous, digest = found
    return Anchor(nr, moment(at), previous, (), digest)


def newest_anchor() -> str:
    """Its line, for who takes along what stands in their file; empty when there is none yet."""
    found = last_anchor(reading())
    return found.line if found else ""


def every_anchor(connection: BaseDatabaseWrapper, after: int = 0) -> tuple[Anchor, ...]:
    """By number, with its heads, from the one after number `after`."""
    heads: dict[int, list[Head]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nr, writer, seq, digest FROM trust_anchor_head WHERE nr > %s "
            "ORDER BY nr, writer, seq",
            [after],
        )
        for nr, writer, seq, digest in cursor.fetchall():
            heads.setdefault(nr, []).append(Head(writer, seq, digest))
        cursor.execute(
            "SELECT nr, at, previous, digest FROM trust_anchor WHERE nr > %s ORDER BY nr", [after]
        )
        return tuple(
            Anchor(nr, moment(at), previous, tuple(heads.get(nr, ())), digest)
            for nr, at, previous, digest in cursor.fetchall()
        )


def oldest_without_anchor(connection: BaseDatabaseWrapper) -> datetime | None:
    """When the oldest chain that moved since the last anchor was last written to."""
    return min((last.at for last in lasts(connection) if last.is_new), default=None)


def _add(connection: BaseDatabaseWrapper, anchor: Anchor) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO trust_anchor (nr, at, previous, digest) VALUES (%s, %s, %s, %s)",
            [anchor.nr, microseconds(anchor.at), anchor.previous, anchor.digest],
        )
        for head in anchor.heads:
            cursor.execute(
                "INSERT INTO trust_anchor_head (writer, seq, digest, nr) VALUES (%s, %s, %s, %s)",
                [head.writer, head.seq, head.digest, anchor.nr],
            )


@contextmanager
def alone(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """One transaction, one process at a time."""
    with connection.cursor() as cursor:
        for statement in LOCK[connection.vendor]:
            cursor.execute(statement)
        try:
            yield
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        cursor.execute("COMMIT")
