# SPDX-License-Identifier: EUPL-1.2
"""The flows of a log as a document may show them: of enough people, and in the order of the road."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events import EventLog
from ruimbaan.analytics.events.reading import rows_of
from ruimbaan.analytics.flows import kept_tables
from ruimbaan.analytics.flows.following import MICROSECONDS_A_DAY
from ruimbaan.analytics.flows.tables import FlowTables

FEWEST = 10  # people; an arrow of fewer can point at somebody


@dataclass(frozen=True, slots=True)
class Between:
    """From one to another: how often, of how many people, and the middle of the days between."""

    sender: str
    receiver: str
    n: int
    people: int
    median_days: float


@dataclass(frozen=True, slots=True)
class Steps:
    """`names` as far along the road as they come on average. `few`: pairs that are not shown because
    fewer than FEWEST people went that way."""

    names: tuple[str, ...]
    pairs: tuple[Between, ...]
    few: int


@dataclass(frozen=True, slots=True)
class Through:
    """`done[d]`: the share of courses that were over within a number of days."""

    days: tuple[int, ...]
    done: tuple[float, ...]
    courses: int


def steps_of(log: EventLog, most: int) -> Steps:
    """The `most` frequent activities and what follows what among them."""
    tables = kept_tables(log)
    names = _frequent(log, tables, most)
    pairs, few = _pairs(log, tables, "a", "b")
    inside = tuple(one for one in pairs if one.sender in names and one.receiver in names)
    return Steps(names, inside, few)


def handovers_of(log: EventLog) -> Steps:
    """Between organisations, from one to another; in order of their names."""
    pairs, few = _pairs(log, kept_tables(log), "sender", "receiver")
    moved = tuple(one for one in pairs if one.sender != one.receiver)
    names = sorted({name for one in moved for name in (one.sender, one.receiver)})
    return Steps(tuple(names), moved, few)


def through(log: EventLog, shares: tuple[float, ...]) -> Through:
    """By how many days each share of the courses was over, from first start to last end."""
    course = kept_tables(log).course
    days = course.took.cast("float64") / MICROSECONDS_A_DAY
    asked = {f"q{place}": days.quantile(share) for place, share in enumerate(shares)}
    told = rows_of(log.con, course.aggregate(n=course.count(), **asked))[0]
    found = tuple(round(told[f"q{place}"]) for place in range(len(shares)))
    return Through(found, shares, told["n"])


def _frequent(log: EventLog, tables: FlowTables, most: int) -> tuple[str, ...]:
    coded = tables.coded
    order = ibis.window(group_by=coded.case, order_by=[coded.ended, coded.seq])
    placed = coded.mutate(
        place=ibis.row_number().over(order) / coded.count().over(group_by=coded.case)
    )
    counted = placed.group_by("activity").aggregate(
        n=placed.count(), people=placed.case.nunique(), place=placed.place.mean()
    )
    enough = counted.filter(counted.people >= FEWEST)
    rows = rows_of(log.con, _named(enough, tables, "activity").order_by(ibis.desc("n"), "name"))
    return tuple(
        row["name"] for row in sorted(rows[:most], key=lambda row: (row["place"], row["name"]))
    )


def _pairs(
    log: EventLog, tables: FlowTables, first: str, then: str
) -> tuple[tuple[Between, ...], int]:
    pairs = tables.transition
    both = pairs.filter(pairs[first].notnull() & pairs[then].notnull())
    counted = both.group_by(one=both[first], other=both[then]).aggregate(
        n=both.count(), people=both.case.nunique(), days=both.wait.median() / MICROSECONDS_A_DAY
    )
    names = tables.names()
    rows: list[dict[str, Any]] = rows_of(log.con, counted.order_by(ibis.desc("n"), "one", "other"))
    enough = [row for row in rows if row["people"] >= FEWEST]
    found = (
        Between(names[row["one"]], names[row["other"]], row["n"], row["people"], row["days"])
        for row in enough
    )
    return tuple(found), len(rows) - len(enough)


def _named(table: ir.Table, tables: FlowTables, column: str) -> ir.Table:
    names = tables.name
    return table.join(names, table[column] == names.code).select("name", "n", "people", "place")
