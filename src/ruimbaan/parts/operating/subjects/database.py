# SPDX-License-Identifier: EUPL-1.2
"""The database: does it answer, has it all tables, and does its clock agree with ours?"""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.operating.line import Line, State, filled

DATABASE = Text("Database", "Database")
ANSWERS = Text("{kind} antwoordt.", "{kind} answers.")
SLOWLY = Text("{kind} antwoordt traag: {ms} ms.", "{kind} answers slowly: {ms} ms.")
LOOK_AT_IT = Text(
    "Kijk of deze machine en de database genoeg kracht en schijf hebben.",
    "See whether this machine and the database have enough power and disk.",
)
SILENT = Text("De database antwoordt niet.", "The database does not answer.")
START_IT = Text(
    "Kijk of hij draait en of RUIMBAAN_DATABASE klopt. De site gaat vanzelf verder.",
    "See whether it runs and whether RUIMBAAN_DATABASE is right. The site goes on by itself.",
)
TABLES = Text("Tabellen", "Tables")
COMPLETE = Text("Alle tabellen zijn van deze versie.", "All tables are of this version.")
BEHIND = Text("{count} stappen zijn nog niet gedaan.", "{count} steps were not taken yet.")
MIGRATE = Text(
    "Draai `python -m django migrate --settings ruimbaan.project.settings` (op PostgreSQL met "
    "--database owner).",
    "Run `python -m django migrate --settings ruimbaan.project.settings` (on PostgreSQL with "
    "--database owner).",
)
CLOCK = Text("Klok", "Clock")
ONE_CLOCK = Text(
    "De database staat op deze machine en heeft dezelfde klok.",
    "The database is on this machine and has the same clock.",
)
AGREES = Text(
    "Deze machine en de database verschillen {seconds} s.",
    "This machine and the database differ by {seconds} s.",
)
SET_IT = Text(
    "Zet de klok goed en laat hem bijhouden door een tijdserver: termijnen hangen ervan af.",
    "Set the clock right and have a time server keep it right: terms depend on it.",
)
SLOW = 200  # milliseconds
MOST_APART = timedelta(seconds=5)
KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def database(now: datetime) -> Line:
    begun = time.perf_counter()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return Line("database", DATABASE, State.WRONG, SILENT, START_IT)
    took = round(1000 * (time.perf_counter() - begun))
    kind = KINDS[connection.vendor]
    if took > SLOW:
        told = filled(SLOWLY, kind=kind, ms=took)
        return Line("database", DATABASE, State.LOOK, told, LOOK_AT_IT)
    return Line("database", DATABASE, State.GOOD, filled(ANSWERS, kind=kind))


def tables(now: datetime) -> Line:
    executor = MigrationExecutor(connections["default"])
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return Line("tables", TABLES, State.GOOD, COMPLETE)
    told = filled(BEHIND, count=len(waiting))
    return Line("tables", TABLES, State.WRONG, told, MIGRATE)


def clock(now: datetime) -> Line:
    """On SQLite there is one clock only: then nothing can differ."""
    if connection.vendor != "postgresql":
        return Line("clock", CLOCK, State.GOOD, ONE_CLOCK)
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        apart = abs(timezone.now() - cursor.fetchone()[0])
    told = filled(AGREES, seconds=round(apart.total_seconds()))
    if apart <= MOST_APART:
        return Line("clock", CLOCK, State.GOOD, told)
    return Line("clock", CLOCK, State.WRONG, told, SET_IT)
