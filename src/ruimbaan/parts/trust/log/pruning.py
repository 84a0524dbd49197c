# SPDX-License-Identifier: EUPL-1.2
"""Removing rows that are older than they have to be kept. What is left still hangs on the last one
that went: a signed cut says which that was."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.crypto import constant_time_compare, salted_hmac

from ruimbaan.core.trust.chain import Cut
from ruimbaan.core.trust.verifying import microseconds
from ruimbaan.parts.trust.log.anchoring import alone
from ruimbaan.parts.trust.log.rows import lasts, moment
from ruimbaan.parts.trust.log.tables import LOG

DAYS_A_YEAR = 366  # never less than a year, also with a leap day
SALT = "ruimbaan.access-log.cut"


def keep_for() -> timedelta:
    return timedelta(days=DAYS_A_YEAR * settings.ACCESS_LOG_YEARS)


def prune(connection: BaseDatabaseWrapper, at: datetime) -> int:
    """Removes the beginning of each chain, up to the first row that must be kept. How many rows
    went. On PostgreSQL `connection` is that of the owner of the tables."""
    before = at - keep_for()
    gone = 0
    for last in lasts(connection):
        with alone(connection):
            gone += _prune_chain(connection, last.head.writer, before, at)
    return gone


def may_prune(connection: BaseDatabaseWrapper) -> bool:
    """On PostgreSQL that is for the owner of the tables: the role of the site may only add."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, 'DELETE')", [LOG])
        return bool(cursor.fetchone()[0])


def cuts(connection: BaseDatabaseWrapper) -> tuple[Cut, ...]:
    """Those whose signature is good; what another one took is simply gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT writer, seq, digest, before, at, signature FROM trust_access_cut")
        found = [
            (Cut(writer, seq, digest, moment(before), moment(at)), signature)
            for writer, seq, digest, before, at, signature in cursor.fetchall()
        ]
    return tuple(cut for cut, signature in found if _is_ours(cut, signature))


def _prune_chain(
    connection: BaseDatabaseWrapper, writer: str, before: datetime, at: datetime
) -> int:
    """The last row of a chain stays, so that its writer is never forgotten."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(seq), max(seq) FROM trust_access WHERE writer = %s AND at >= %s",
            [writer, microseconds(before)],
        )
        first_kept, _ = cursor.fetchone()
        cursor.execute(
            "SELECT seq, digest FROM trust_access WHERE writer = %s AND seq < "
            "coalesce(%s, (SELECT max(seq) FROM trust_access WHERE writer = %s)) "
            "ORDER BY seq DESC LIMIT 1",
            [writer, first_kept, writer],
        )
        found = cursor.fetchone()
        if found is None:
            return 0
        seq, digest = found
        cut = Cut(writer, seq, digest, before, at)
        cursor.execute(
            "INSERT INTO trust_access_cut (writer, seq, digest, before, at, signature) "
            "VALUES (%s, %s, %s, %s, %s, %s)",
            [writer, seq, digest, microseconds(before), microseconds(at), _signature(cut)],
        )
        cursor.execute(
            "DELETE FROM trust_access WHERE writer = %s AND seq <= %s", [writer, cut.seq]
        )
        return int(cursor.rowcount)


def _is_ours(cut: Cut, signature: str) -> bool:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return any(constant_time_compare(_signature(cut, key), signature) for key in keys)


def _signature(cut: Cut, key: str | bytes | None = None) -> str:
    said = f"{cut.writer} {cut.seq} {cut.digest} {microseconds(cut.before)} {microseconds(cut.at)}"
    return salted_hmac(SALT, said, secret=key, algorithm="sha256").hexdigest()
