# SPDX-License-Identifier: EUPL-1.2
"""Django's `migrate`, made for a site that goes on meanwhile, on PostgreSQL.

One at a time: when two servers of a new version start at the same moment, the second waits, and then
finds all tables there. And a step that cannot get its table within some seconds ends with an error
instead of letting every reader wait behind it; nothing is half done, it can be run again.
"""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate
from django.db import connections

ONE_AT_A_TIME = 2_026_041  # the number of the lock in PostgreSQL; the keys have 2_026_040
LONGEST = 5_000  # milliseconds that a step waits for its table, and readers behind it


class Command(migrate.Command):
    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        if connection.vendor != "postgresql":  # one machine, one service: nobody else does this
            super().handle(*args, **options)
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [str(LONGEST)])
        try:
            super().handle(*args, **options)
        finally:
            with connection.cursor() as cursor:
                cursor.execute("RESET lock_timeout")
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])
