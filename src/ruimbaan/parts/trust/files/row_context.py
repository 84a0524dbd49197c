# SPDX-License-Identifier: EUPL-1.2
"""The third wall, inside: tells PostgreSQL which file and parts this transaction may touch.

The settings are local to the transaction, so a connection that goes back to its pool carries
nothing along. SQLite has no such wall; there the start-up check allows one organisation only.

On both, whoever changes or gives something holds the file until that is done. So a file that is erased
at the same moment is erased after it, with what was written, or before it: then nothing is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from uuid import UUID

from django.db import connection, transaction

from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.walls import LOOKING, WRITING, Opening, Refused

SETTINGS = ("rb.journey", "rb.parts", "rb.writing")
READ = "SELECT " + ", ".join(f"current_setting('{name}', true)" for name in SETTINGS)
WRITE = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in SETTINGS)


@contextmanager
def row_context(opening: Opening) -> Iterator[None]:
    """What is written within is written as one; on PostgreSQL looking is a transaction too. Raises
    Refused when the file is gone, unless it is only looked at."""
    walled, looks = connection.vendor == "postgresql", opening.action in LOOKING
    with nullcontext() if looks and not walled else transaction.atomic():
        if not looks and not hold(opening.journey):
            raise Refused
        if not walled:
            yield
            return
        before = _set(
            str(opening.journey),
            ",".join(sorted(opening.parts)),
            "1" if opening.action in WRITING else "",
        )
        yield
        _set(*before)  # for an opening within another; a failed transaction forgets by itself


def hold(journey: UUID) -> bool:
    """Keeps this file from being erased, or changed by another, until the transaction ends. False: it
    is gone. Whoever holds a file and other rows takes the file first, so that nobody waits for who
    waits for them. Others may meanwhile write rows that only point at it."""
    rows = Journey.objects.select_for_update(no_key=True).filter(id=journey, erased=None)
    return rows.first() is not None


def _set(*values: str) -> tuple[str, ...]:
    """The values that stood there before."""
    with connection.cursor() as cursor:
        cursor.execute(READ)
        before = tuple(value or "" for value in cursor.fetchone())
        cursor.execute(WRITE, values)
    return before
