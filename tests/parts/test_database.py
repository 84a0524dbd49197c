# SPDX-License-Identifier: EUPL-1.2
"""The check asks the database that these tests run on, whichever that is."""

import pytest
from django.db import connection

from ruimbaan.project import checks

ASKED = {"sqlite": checks.SQLITE_SWITCHES, "postgresql": checks.POSTGRES_SWITCHES}


@pytest.mark.django_db
def test_the_database_says_how_it_writes():
    state = checks.durability(connection)

    assert sorted(state) == sorted(ASKED[connection.vendor])
    assert all(state.values())
