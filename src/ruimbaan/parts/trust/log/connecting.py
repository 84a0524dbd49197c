# SPDX-License-Identifier: EUPL-1.2
"""Connections of the log's own. Writing never shares one with the site: its rows must be there
also when the change around them is taken back.

On SQLite the log is the file `settings.ACCESS_LOG`, with a write lock of its own.
"""

from __future__ import annotations

import os
import threading
from typing import Any

from django.conf import settings
from django.db import connection as of_the_site
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from ruimbaan.parts.trust.log import tables

PATIENCE = 5  # seconds that a writer waits for another process
_of_thread = threading.local()


def own_connection(*, as_owner: bool = False) -> BaseDatabaseWrapper:
    """A new connection to the log, for the thread that asks; whoever asks closes it. `as_owner`: as
    the owner of the tables, where a process was given that one (RUIMBAAN_DATABASE_OWNER)."""
    kept = of_the_site.settings_dict
    if of_the_site.vendor == "postgresql":
        if as_owner and "owner" in connections.databases:
            kept = connections["owner"].settings_dict
        return _made({**kept, "CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": False})
    options = {**kept["OPTIONS"], "timeout": PATIENCE}
    found = _made({**kept, "NAME": str(settings.ACCESS_LOG), "OPTIONS": options})
    with found.cursor() as cursor:
        for statement in (*tables.CREATE, *tables.GUARDS_OF_SQLITE):
            cursor.execute(statement)
    return found


def reading() -> BaseDatabaseWrapper:
    """The connection to read the log with. On SQLite each thread keeps one open to the log's file;
    a process that was forked off makes its own."""
    if of_the_site.vendor == "postgresql":
        return of_the_site
    made_for = (os.getpid(), str(settings.ACCESS_LOG))
    if getattr(_of_thread, "made_for", None) != made_for:
        _of_thread.connection = own_connection()
        _of_thread.made_for = made_for
    found: BaseDatabaseWrapper = _of_thread.connection
    return found


def close_reading() -> None:
    """Ends what this thread reads the log with; a next `reading` opens it again."""
    if getattr(_of_thread, "made_for", None) is not None:
        _of_thread.connection.close()
        _of_thread.made_for = None


def _made(entry: dict[str, Any]) -> BaseDatabaseWrapper:
    return ConnectionHandler({"default": entry})["default"]
