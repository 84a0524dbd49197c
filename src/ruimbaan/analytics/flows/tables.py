# SPDX-License-Identifier: EUPL-1.2
"""`transition`, `handoff`, `course` and `repeat`, kept beside the events: built once, renewed for cases that
changed.

Names stand there as small numbers, with `name` to read them back, and cases with the number that
they have in `course`: grouping ten million of those takes less than reading the log itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

import ibis
import ibis.expr.types as ir
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.precision import Precision
from ruimbaan.analytics.events.reading import drop, sql_of
from ruimbaan.analytics.events.store import NAMED
from ruimbaan.analytics.flows import figures
from ruimbaan.analytics.flows.coding import (
    CODED,
    COURSE,
    code_of,
    coded,
    name_cases,
)
from ruimbaan.analytics.flows.following import moved, pairs

NAME, TRANSITION, HANDOFF, REPEAT = "name", "transition", "handoff", "repeat"
TABLES = (NAME, COURSE, CODED, TRANSITION, HANDOFF, REPEAT)
CHANGED, RENEWED = "changed", "renewed"  # events and numbers of cases, while they are renewed
CODES = dict.fromkeys(NAMED, "int32")

SCHEMAS = {
    NAME: {"code": "int32", "name": "string"},
    COURSE: {"code": "int32", "case": "string", "path": "string", "took": "int64"}
    | {"events": "int64"},
    CODED: {"case": "int32", "seq": "int64", "began": "int64", "ended": "int64"} | CODES,
    REPEAT: {"case": "int32", "activity": "int32"},
    TRANSITION: {"case": "int32", "seq": "int64", "wait": "int64", "order_known": "boolean"}
    | {"parallel": "boolean"}
    | dict.fromkeys(("a", "b", "sender", "receiver", "worked", "worked2", "frame"), "int32")
    | {"frame2": "int32"},
    HANDOFF: {"case": "int32", "seq": "int64", "wait": "int64", "order_known": "boolean"}
    | dict.fromkeys(("sender", "receiver", "frame", "frame2"), "int32"),
}


class FlowTables:
    """The tables of one log. `service` are organisations that are looked through in handoffs."""

    def __init__(
        self,
        con: DuckDBPyConnection,
        events: str,
        precision: Precision,
        service: tuple[str, ...] = (),
    ) -> None:
        self.con = con
        self.events = events
        self.precision = precision
        self.service = service

    def build(
        self, *, in_order: bool = False, each: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """Makes all tables from all events; `in_order` when these lie sorted already. `each` may
        have a query for each name of a column once."""
        self.con.execute(f"CREATE OR REPLACE TABLE {NAME} (code INTEGER, name VARCHAR)")
        self._name([each.get(column) or _each(column, self.events) for column in NAMED])
        name_cases(self.con, each.get("case") or _each("case", self.events))
        self.con.execute(
            f"CREATE OR REPLACE TABLE {CODED} AS {self._coded(self.events, in_order=in_order)}"
        )
        for name, sql in self._of(CODED).items():
            self.con.execute(f"CREATE OR REPLACE TABLE {name} AS {sql}")

    def refresh(self, cases: Sequence[str], events: str) -> None:
        """Renews what follows from these cases, in one transaction. `events` is the table with all
        that is known of them now; a case of which nothing is there is gone."""
        self.con.execute("BEGIN")
        self._name([_each(column, events) for column in NAMED])
        self._number(cases)
        self.con.execute(
            f"CREATE TEMP TABLE {CHANGED} AS {self._coded(events, in_order=False, courses=RENEWED)}"
        )
        made = {CODED: f"FROM {CHANGED}"} | self._of(CHANGED, RENEWED)
        for name, sql in made.items():
            which = "code" if name == COURSE else '"case"'
            self.con.execute(f"DELETE FROM {name} WHERE {which} IN (SELECT code FROM {RENEWED})")  # noqa: S608
            self.con.execute(f"INSERT INTO {name} BY NAME {sql}")
        drop(self.con, RENEWED)
        drop(self.con, CHANGED)
        self.con.execute("COMMIT")

    @property
    def transition(self) -> ir.Table:
        return ibis.table(SCHEMAS[TRANSITION], name=TRANSITION)

    @property
    def handoff(self) -> ir.Table:
        return ibis.table(SCHEMAS[HANDOFF], name=HANDOFF)

    @property
    def repeat(self) -> ir.Table:
        """`case activity`: what a case did more than once."""
        return ibis.table(SCHEMAS[REPEAT], name=REPEAT)

    @property
    def coded(self) -> ir.Table:
        """The events with numbers for names; `began` and `ended` are microseconds since 1970."""
        return ibis.table(SCHEMAS[CODED], name=CODED)

    @property
    def course(self) -> ir.Table:
        """`code case path took events`: of each case the numbers of its activities, in order, and
        the microseconds from its first start to its last completion."""
        return ibis.table(SCHEMAS[COURSE], name=COURSE)

    @property
    def name(self) -> ir.Table:
        """`code name`: what the numbers in the tables stand for."""
        return ibis.table(SCHEMAS[NAME], name=NAME)

    def names(self) -> list[str]:
        """All names; the place of each is its number."""
        found = self.con.execute(f"SELECT name FROM {NAME} ORDER BY code").fetchall()  # noqa: S608
        return [name for (name,) in found]

    def _of(self, source: str, courses: str = COURSE) -> dict[str, str]:
        """What follows from coded events that lie in order."""
        names = self.names() if self.service else []
        through = tuple(names.index(one) for one in self.service if one in names)
        return dict(_following(source, courses, self.precision, through))

    def _coded(self, events: str, *, in_order: bool, courses: str = COURSE) -> str:
        names = self.names()
        columns = [
            "seq",
            'epoch_us("start") AS began',
            "epoch_us(complete) AS ended",
            *(f"{code_of(column, names)} AS {column}" for column in NAMED),
        ]
        return coded(events, columns, in_order=in_order, courses=courses)

    def _name(self, each: Sequence[str]) -> None:
        """Gives a number to each name that has none yet; numbers never change."""
        found = " UNION ".join(f"SELECT * FROM ({query}) one(name)" for query in each)  # noqa: S608
        self.con.execute(
            f"INSERT INTO {NAME} SELECT (SELECT count(*) FROM {NAME})"  # noqa: S608
            f" + row_number() OVER (ORDER BY name) - 1, name FROM ({found})"
            f" WHERE name IS NOT NULL AND name NOT IN (SELECT name FROM {NAME})"
        )

    def _number(self, cases: Sequence[str]) -> None:
        """`renewed`: `code case` of these cases; a new one gets the next number."""
        self.con.execute(
            f'CREATE TEMP TABLE {RENEWED} AS SELECT code, "case" FROM {COURSE}'  # noqa: S608
            ' WHERE "case" IN (SELECT unnest(?))',
            [list(cases)],
        )
        self.con.execute(
            f"INSERT INTO {RENEWED} SELECT"  # noqa: S608
            f" (SELECT coalesce(max(code), -1) FROM {COURSE}) + row_number() OVER (ORDER BY one),"
            f" one FROM (SELECT DISTINCT unnest(?) AS one) WHERE one NOT IN"
            f' (SELECT "case" FROM {RENEWED})',
            [list(cases)],
        )


def _each(column: str, events: str) -> str:
    return f'SELECT DISTINCT "{column}" FROM {events}'  # noqa: S608


@cache  # Ibis takes longer to write these than DuckDB to answer them for a few cases
def _following(
    source: str, courses: str, precision: Precision, through: tuple[int, ...]
) -> tuple[tuple[str, str], ...]:
    """Each table that follows from coded events, and the SQL that makes it."""
    events = ibis.table(SCHEMAS[CODED], name=source)
    whose = events.filter(events.organisation.notnull())
    if through:
        whose = whose.filter(whose.organisation.notin(through))
    course = (
        f'SELECT code, {courses}."case", path, took, events FROM {courses} JOIN'  # noqa: S608
        " (SELECT \"case\" AS whose, string_agg(activity, ',' ORDER BY ended, seq) AS path,"
        " max(ended) - min(began) AS took, count(*) AS events"
        f' FROM {source} GROUP BY "case") ON whose = code'
    )
    return (
        (TRANSITION, sql_of(pairs(events, precision))),
        (REPEAT, sql_of(figures.repeated(events))),
        (HANDOFF, sql_of(moved(pairs(whose, precision)))),
        (COURSE, course),
    )
