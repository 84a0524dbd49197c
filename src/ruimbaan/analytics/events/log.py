# SPDX-License-Identifier: EUPL-1.2
"""The log as it is used: `event`, a table or what a file holds as it stands.

`case seq activity start complete organisation resource frame receiver rule`; times are UTC without a zone,
`seq` is the order in which the source wrote them down, which decides where moments are equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import ibis
import ibis.expr.types as ir
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors
from ruimbaan.analytics.events.checking import Report, condition, report_of
from ruimbaan.analytics.events.columns import Role
from ruimbaan.analytics.events.kinds import Treatment
from ruimbaan.analytics.events.moments import DayOrder, day_order, moment
from ruimbaan.analytics.events.precision import Precision
from ruimbaan.analytics.events.quiet import Quiet, different, quiet_columns
from ruimbaan.analytics.events.reading import RAW, Asked, Staged, drop
from ruimbaan.analytics.events.tidying import NAMES, READ, TIMES, cell, name_of

EVENT = "event"
EVENT_SCHEMA = {
    "case": "string",
    "seq": "int64",
    "activity": "string",
    "start": "timestamp(6)",
    "complete": "timestamp(6)",
    "organisation": "string",
    "resource": "string",
    "frame": "string",
    "receiver": "string",
    "rule": "string",
}
EPOCH = ibis.timestamp("1970-01-01")


class Order(StrEnum):
    """How the events of a log lie: anyhow, in order of case, moment and stored order, or in that
    order and with the tables of its flows beside them."""

    NONE = "none"
    SORTED = "sorted"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class EventLog:
    """A log that was opened. `declared` says whether somebody said how fine its times are."""

    con: DuckDBPyConnection
    name: str
    roles: Mapping[Role, str]
    precision: Precision
    declared: bool
    report: Report
    order: Order = Order.NONE
    known: frozenset[Role] = frozenset()  # of which each name stands in a table of its own

    @classmethod
    def of(cls, staged: Staged, asked: Asked, name: str) -> EventLog:
        """Raises NoRows, DaysUnclear or DaysContradict."""
        con = staged.con
        if not staged.faults and not staged.rows():
            raise errors.NoRows(file=name)
        order = asked.dates or day_order(con, RAW, staged.text_times())
        quiet = quiet_columns(staged)
        # what costs nothing to read again is not copied
        kept = "VIEW" if set(quiet) == set(Role) else "TABLE"
        con.execute(f"CREATE TEMP {kept} {READ} AS {_tidied(staged, order, quiet)}")
        if kept == "TABLE" and staged.copied:
            drop(con, RAW)
        report = report_of(staged, quiet, asked.rows)
        con.execute(f"CREATE TEMP {kept} {EVENT} AS {_usable(staged.roles, quiet)}")
        fine = asked.precision or _seen(con)
        known = frozenset(role for role in NAMES if role in quiet and role in staged.roles)
        return cls(
            con,
            name,
            staged.roles,
            fine,
            asked.precision is not None,
            report,
            known=frozenset() if report.set_aside else known,
        )

    @property
    def events(self) -> ir.Table:
        """In no order: whoever asks says in which."""
        return ibis.table(EVENT_SCHEMA, name=EVENT)

    def each(self, role: Role) -> str:
        """A query for each name of a column once, without reading all events where that can be."""
        if role in self.known:
            return f'SELECT {cell(role)} AS "{role.value}" FROM {different(role)}'  # noqa: S608
        return f'SELECT DISTINCT "{role.value}" FROM {EVENT}'  # noqa: S608

    @property
    def size(self) -> int:
        """How many events."""
        return int(self.con.execute(f"SELECT count(*) FROM {EVENT}").fetchall()[0][0])  # noqa: S608


def _tidied(staged: Staged, order: DayOrder | None, quiet: Quiet) -> str:
    """`raw` with its cells, names that can be compared, and moments in UTC."""
    texts = staged.text_times()
    columns = [
        f'{cell(role) if role in quiet else name_of(role)} AS "{role.value}"' for role in NAMES
    ]
    for role in TIMES:
        time = (
            moment(cell(role), order) if role.value in texts else f"CAST({cell(role)} AS TIMESTAMP)"
        )
        columns.append(f'{time} AS "{role.value}"')
    cells = ", ".join(f'"{role.value}" AS {cell(role)}' for role in Role)
    looked_at = [cell(role) for role in Role if role in TIMES or role not in quiet]
    return (
        f'SELECT "row", {", ".join((*looked_at, *columns))}'  # noqa: S608
        f' FROM (SELECT "row", {cells} FROM {RAW})'
    )


def _usable(roles: Mapping[Role, str], quiet: Quiet) -> str:
    """The rows that are not set aside, as events, with what was repaired."""
    aside = condition(Treatment.ASIDE, roles, quiet)
    return (
        'SELECT "case", "row" AS seq, activity,'  # noqa: S608
        ' least(coalesce("start", complete), coalesce(complete, "start")) AS "start",'
        ' coalesce(complete, "start") AS complete, organisation, resource, frame, receiver, rule'
        f" FROM {READ} WHERE NOT ({aside})"
    )


def microseconds(time: ir.TimestampValue) -> ir.IntegerValue:
    """Since 1970, UTC."""
    return time.delta(EPOCH, unit="microsecond")


def _seen(con: DuckDBPyConnection) -> Precision:
    """The coarsest unit of which every time is a whole number; nobody can see weeks."""
    for unit in (Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND):
        finer = con.execute(
            f"SELECT 1 FROM {EVENT} WHERE epoch_us(complete) % {unit.microseconds} <> 0 LIMIT 1"  # noqa: S608
        )
        if not finer.fetchall():
            return unit
    return Precision.MICROSECOND
