# SPDX-License-Identifier: EUPL-1.2
"""Django is ready before a test of this folder is read; the made-up regions are on the map."""

from collections.abc import Callable, Iterator
from typing import Any

import django
import pytest

django.setup()

from django.db import connection  # noqa: E402

from tests.filled_directory import django_db_setup, on_the_map, pytest_runtest_setup  # noqa: E402, F401
from tests.long.own_postgres import OwnPostgres  # noqa: E402
from tests.parts.key_rings import server  # noqa: E402
from tools.run_tests import SAME_ON_ANY_DATABASE  # noqa: E402

READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")


@pytest.fixture(autouse=True)
def same_on_any_database(request: pytest.FixtureRequest, on_the_map: None) -> Iterator[None]:  # noqa: F811
    """What the run on PostgreSQL leaves out may look in the database, and never write."""
    if request.path.stem not in SAME_ON_ANY_DATABASE:
        yield
        return
    with connection.execute_wrapper(_reading_only):
        yield


def _reading_only(
    execute: Callable[..., Any], statement: str, parameters: Any, many: bool, context: Any
) -> Any:
    assert statement.lstrip().upper().startswith(READS), (
        f"This one belongs on PostgreSQL too: {statement}"
    )
    return execute(statement, parameters, many, context)


@pytest.fixture(scope="module")
def durable() -> Iterator[str]:
    """On PostgreSQL a server of their own that waits for its disk: a site refuses the one on which the
    other tests run. Empty on SQLite."""
    if not server():
        yield ""
        return
    postgres = OwnPostgres()
    try:
        postgres.start()
        yield postgres.address
    finally:
        postgres.remove()
