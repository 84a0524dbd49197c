# SPDX-License-Identifier: EUPL-1.2
"""What a log line says of a fault of the database: enough to find it, nothing that somebody typed."""

from __future__ import annotations

import pytest
from django.db import Error, connection

from ruimbaan.integrations.database_faults import kind_of

pytestmark = pytest.mark.django_db
TYPED = "Bami"


def test_it_says_which_fault_and_not_what_was_typed():
    with pytest.raises(Error) as fault, connection.cursor() as cursor:
        cursor.execute("SELECT 'Bami' FROM nergens")

    assert "nergens" in str(fault.value)
    assert (
        kind_of(fault.value)
        == {
            "sqlite": "OperationalError SQLITE_ERROR",
            "postgresql": "ProgrammingError UndefinedTable 42P01",
        }[connection.vendor]
    )


def test_of_another_error_it_is_the_kind_alone():
    assert kind_of(ValueError(TYPED)) == "ValueError"


def test_what_it_came_from_is_named_too():
    error = RuntimeError(TYPED)
    error.__cause__ = TimeoutError(TYPED)

    assert kind_of(error) == "RuntimeError TimeoutError"
