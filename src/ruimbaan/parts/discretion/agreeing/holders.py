# SPDX-License-Identifier: EUPL-1.2
"""The names of who holds a mandate, and the wall around them.

A page outside the organisation says a function and how to reach it. On PostgreSQL a row with a name
is shown only within a transaction that says for which organisations it asks; a line of ours that
forgot to say so gets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import connection, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Q

from ruimbaan.parts.discretion.agreeing.models import HolderName, LetterRecord

SETTING = "rb.organisations"
INSIDE = (
    "organisation_id::text = ANY "
    f"(string_to_array(nullif(current_setting('{SETTING}', true), ''), ','))"
)
POLICY = f"CREATE POLICY inside_the_organisation ON {{}} USING ({INSIDE}) WITH CHECK ({INSIDE})"


def put_up(database: BaseDatabaseWrapper) -> None:
    """Can be repeated: it leaves the same wall, and in one go, as the site goes on meanwhile. `FORCE`
    holds for the owner of the table too."""
    table = database.ops.quote_name(HolderName._meta.db_table)
    if database.vendor != "postgresql" or not _is_there(database):
        return
    with transaction.atomic(using=database.alias), database.cursor() as cursor:
        for statement in (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"DROP POLICY IF EXISTS inside_the_organisation ON {table}",
            POLICY.format(table),
        ):
            cursor.execute(statement)


def _is_there(database: BaseDatabaseWrapper) -> bool:
    return HolderName._meta.db_table in database.introspection.table_names()


def keep(letter: LetterRecord, name: str) -> None:
    """Within the transaction of the letter itself."""
    with transaction.atomic():
        _ask_for([letter.organisation_id])
        HolderName.objects.create(letter=letter, organisation_id=letter.organisation_id, name=name)
        _ask_for([])


def names_in(organisations: Iterable[UUID]) -> dict[UUID, str]:
    """By letter, of these organisations only: those in which the reader works now."""
    mine = sorted(organisations, key=str)
    with transaction.atomic():
        _ask_for(mine)
        rows = HolderName.objects.filter(organisation__in=mine)
        found = dict(rows.values_list("letter_id", "name"))
        _ask_for([])
    return found


def forget(letter: LetterRecord) -> int:
    """A letter that was taken back no longer says who had it; 1 when it did."""
    with transaction.atomic():
        _ask_for([letter.organisation_id])
        gone, _by_kind = HolderName.objects.filter(letter=letter).delete()
        _ask_for([])
    return gone


def forget_over(today: date) -> int:
    """Of letters whose last day has passed or that were taken back; how many names went."""
    over = LetterRecord.objects.filter(Q(until__lt=today) | Q(withdrawn__lte=today))
    return sum(forget(one) for one in over)


def _ask_for(organisations: Iterable[UUID]) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        value = ",".join(str(one) for one in organisations)
        cursor.execute(f"SELECT set_config('{SETTING}', %s, true)", [value])
