# SPDX-License-Identifier: EUPL-1.2
"""The third wall, inside: tells PostgreSQL which file and parts this transaction may touch.

The settings are local to the transaction, so a connection that goes back to its pool carries
nothing along. SQLite has no such wall; there the start-up check allows one organisation only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from ruimbaan.parts.trust.walls import WRITING, Opening

SETTINGS = ("rb.journey", "rb.parts", "rb.writing")
READ = "SELECT " + ", ".join(f"current_setting('{name}', true)" for name in SETTINGS)
WRITE = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in SETTINGS)


@contextmanager
def row_context(opening: Opening) -> Iterator[None]:
    """What is written within is written as one; on PostgreSQL looking is a transaction too."""
    if connection.vendor != "postgresql":
        with transaction.atomic() if opening.action in WRITING else _nothing():
            yield
        return
    with transaction.atomic():
        before = _set(
            str(opening.journey),
            ",".join(sorted(opening.parts)),
            "1" if opening.action in WRITING else "",
        )
        yield
        _set(*before)  # for an opening within another; a failed transaction forgets by itself


def _set(*values: str) -> tuple[str, ...]:
    """The values that stood there before."""
    with connection.cursor() as cursor:
        cursor.execute(READ)
        before = tuple(value or "" for value in cursor.fetchone())
        cursor.execute(WRITE, values)
    return before


@contextmanager
def _nothing() -> Iterator[None]:
    yield
