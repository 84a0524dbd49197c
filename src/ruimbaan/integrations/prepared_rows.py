# SPDX-License-Identifier: EUPL-1.2
"""A query that nearly every page asks: its SQL is worked out once in a process, not each time.

Working out the SQL of a simple query costs Django several times what the database needs to answer
it. What may be asked stays written as a query of a model, so there is one way to say it.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

Row = TypeVar("Row", bound=models.Model)
Value = UUID | datetime | str
_BEGIN = datetime(1800, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a value that is asked for stands among the parameters of the SQL."""

    value: int


@dataclass(frozen=True, slots=True)
class _Prepared(Generic[Row]):
    model: type[Row]
    sql: str
    parameters: tuple[object, ...]


class PreparedRows(Generic[Row]):
    """`query` gives, for values that nobody could have asked, the rows that belong to them; it may
    not look at a value, only pass it on, and takes whole rows of one table (no `select_related`).

    Calling this gives the rows as they are now. Raises TypeError for another kind of value than an
    UUID, an aware datetime or a str, and for a value that the query leaves out.
    """

    def __init__(self, query: Callable[..., models.QuerySet[Row]]) -> None:
        self._query = query
        self._known: dict[tuple[object, ...], _Prepared[Row]] = {}

    def __call__(self, *values: Value) -> list[Row]:
        connection = connections[DEFAULT_DB_ALIAS]
        kinds: tuple[object, ...] = (connection.vendor, *map(type, values))
        found = self._known.get(kinds)
        if found is None:
            found = self._known[kinds] = self._prepare(connection, values)
        given = [_adapted(value, connection) for value in values]
        parameters = [given[one.value] if type(one) is _Place else one for one in found.parameters]
        return list(found.model._default_manager.raw(found.sql, parameters))

    def first(self, *values: Value) -> Row | None:
        """None when there is no row."""
        return next(iter(self(*values)), None)

    def _prepare(
        self, connection: BaseDatabaseWrapper, values: tuple[Value, ...]
    ) -> _Prepared[Row]:
        marks = [_mark(value, number) for number, value in enumerate(values)]
        found = self._query(*marks)
        sql, parameters = found.query.get_compiler(connection=connection).as_sql()
        adapted = [_adapted(mark, connection) for mark in marks]
        left_out = [
            type(value)
            for value, mark in zip(values, adapted, strict=True)
            if mark not in parameters
        ]
        if left_out:
            raise TypeError(f"The query leaves out {left_out}")
        places = (_Place(adapted.index(one)) if one in adapted else one for one in parameters)
        return _Prepared(found.model, sql, tuple(places))


def _mark(value: Value, number: int) -> Value:
    match value:
        case UUID():
            return uuid.uuid4()
        case datetime():
            return _BEGIN + timedelta(days=number)
        case str():
            return uuid.uuid4().hex
    raise TypeError(f"A prepared query takes no {type(value).__name__}")


def _adapted(value: Value, connection: BaseDatabaseWrapper) -> object:
    match value:
        case UUID():
            return value if connection.features.has_native_uuid_field else value.hex
        case datetime():
            return connection.ops.adapt_datetimefield_value(value)
    return value
