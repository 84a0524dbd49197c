# SPDX-License-Identifier: EUPL-1.2
"""Many rows into a table that nobody waits for an id of: one statement, prepared once.

Django's `bulk_create` builds the SQL of every row anew; for the history of an import that was a
third of all work.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections, models, router

from ruimbaan.parts.directory.models.fields import JsonField

PLAIN = {str, int, float, bool, type(None)}  # what every database takes as it is


def insert_rows(
    model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """`columns` are attribute names of fields, such as `record_id`; each row has their values in
    that order. Columns that are left out must have a default in the database."""
    connection = connections[router.db_for_write(model)]
    fields = [_field(model, column) for column in columns]
    quoted = ", ".join(connection.ops.quote_name(field.column or "") for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    prepared = [
        tuple(
            value
            if type(value) in PLAIN and not isinstance(field, JsonField)
            else field.get_db_prep_save(value, connection)
            for field, value in zip(fields, row, strict=True)
        )
        for row in rows
    ]
    if prepared:
        with connection.cursor() as cursor:
            cursor.executemany(f"INSERT INTO {table} ({quoted}) VALUES ({places})", prepared)  # noqa: S608


def count_anew(*tables: type[models.Model]) -> None:
    """Let the database look at what is in these tables, after much was put in: one that still
    thinks they are small reads them whole at every question."""
    for model in tables:
        connection = connections[router.db_for_write(model)]
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _field(model: type[models.Model], column: str) -> models.Field[Any, Any]:
    return next(field for field in model._meta.concrete_fields if field.attname == column)
