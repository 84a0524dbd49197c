# SPDX-License-Identifier: EUPL-1.2
"""The check asks the database that these tests run on, whichever that is."""

import pytest
from django.db import connection

from ruimbaan.project import checks

ASKED = {"sqlite": checks.SQLITE_SWITCHES, "postgresql": checks.POSTGRES_SWITCHES}
LESS_SURE = {
    "sqlite": ("PRAGMA synchronous=NORMAL", "ruimbaan.E011", "PRAGMA synchronous=FULL"),
    "postgresql": ("SET synchronous_commit=off", "ruimbaan.E012", "RESET synchronous_commit"),
}


@pytest.mark.django_db
def test_the_database_says_how_it_writes():
    state = checks.durability(connection)

    assert sorted(state) == sorted(ASKED[connection.vendor])
    assert all(state.values())


@pytest.mark.django_db(transaction=True)
def test_a_database_that_becomes_less_sure_is_found_out():
    """Asked of the database itself: what stands in our settings does not count."""
    make_less_sure, fault, mend = LESS_SURE[connection.vendor]
    before = [str(one.id) for one in checks.database_faults(connection)]

    with connection.cursor() as cursor:
        cursor.execute(make_less_sure)
        found = checks.database_faults(connection)
        cursor.execute(mend)

    new = [one for one in found if str(one) not in before]
    assert fault in [str(one.id) for one in new]
    assert len(found) == len(before) + 1
