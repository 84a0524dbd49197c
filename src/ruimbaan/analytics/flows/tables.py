# SPDX-License-Identifier: EUPL-1.2
"""`transition` and `handoff`, kept beside the events: built once, renewed for cases that changed.

Names of activities and organisations stand there as small numbers, with `name` to read them back:
grouping ten million of those takes less than reading the log itself.
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events.log import EVENT_SCHEMA
from ruimbaan.analytics.events.precision import Precision
from ruimbaan.analytics.events.reading import drop, sql_of
from ruimbaan.analytics.flows.following import handoffs, transitions

NAME, TRANSITION, HANDOFF = "name", "transition", "handoff"
CHANGED = "changed"  # events of the cases that are renewed, while that lasts
CODED = {
    TRANSITION: ("a", "b", "sender", "receiver", "worked", "worked2", "frame", "frame2"),
    HANDOFF: ("sender", "receiver", "frame", "frame2"),
}

SCHEMAS = {
    NAME: {"code": "int32", "name": "string"},
    TRANSITION: {"case": "string", "seq": "int64", "wait": "int64", "order_known": "boolean"}
    | {"parallel": "boolean"}
    | dict.fromkeys(CODED[TRANSITION], "int32"),
    HANDOFF: {"case": "string", "seq": "int64", "wait": "int64", "order_known": "boolean"}
    | dict.fromkeys(CODED[HANDOFF], "int32"),
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

    def build(self) -> None:
        """Makes both tables from all events."""
        events = ibis.table(EVENT_SCHEMA, name=self.events)
        self._name(events)
        for name, table in self._of(events).items():
            self.con.execute(f"CREATE TEMP TABLE {name} AS {sql_of(table)}")

    def refresh(self, cases: Sequence[str]) -> None:
        """Renews what follows from the events of these cases, in one transaction."""
        self.con.execute("BEGIN")
        self.con.execute(
            f'CREATE TEMP TABLE {CHANGED} AS FROM {self.events} WHERE "case" IN (SELECT unnest(?))',
            [list(cases)],
        )
        changed = ibis.table(EVENT_SCHEMA, name=CHANGED)
        self._name(changed)
        for name, table in self._of(changed).items():
            self.con.execute(
                f'DELETE FROM {name} WHERE "case" IN (SELECT unnest(?))',  # noqa: S608
                [list(cases)],
            )
            self.con.execute(f"INSERT INTO {name} BY NAME {sql_of(table)}")
        drop(self.con, CHANGED)
        self.con.execute("COMMIT")

    @property
    def transition(self) -> ir.Table:
        return ibis.table(SCHEMAS[TRANSITION], name=TRANSITION)

    @property
    def handoff(self) -> ir.Table:
        return ibis.table(SCHEMAS[HANDOFF], name=HANDOFF)

    @property
    def name(self) -> ir.Table:
        """`code name`: what the numbers in both tables stand for."""
        return ibis.table(SCHEMAS[NAME], name=NAME)

    def _of(self, events: ir.Table) -> dict[str, ir.Table]:
        return {
            TRANSITION: self._coded(transitions(events, self.precision), CODED[TRANSITION]),
            HANDOFF: self._coded(handoffs(events, self.precision, self.service), CODED[HANDOFF]),
        }

    def _coded(self, table: ir.Table, columns: tuple[str, ...]) -> ir.Table:
        for column in columns:
            names = self.name.select(**{f"{column}_name": "name", f"{column}_code": "code"})
            table = table.left_join(names, table[column] == names[f"{column}_name"]).drop(
                column, f"{column}_name"
            )
            table = table.rename({column: f"{column}_code"})
        return table

    def _name(self, events: ir.Table) -> None:
        """Gives a number to each name that has none yet; numbers never change."""
        self.con.execute(f"CREATE TEMP TABLE IF NOT EXISTS {NAME} (code INTEGER, name VARCHAR)")
        columns = (events.activity, events.organisation, events.resource, events.frame)
        found = ibis.union(
            *(column.name("name").as_table().distinct() for column in columns), distinct=True
        )
        known = self.name
        new = found.filter(found.name.notnull()).anti_join(known, "name")
        numbered = new.select(
            code=(ibis.row_number().over(order_by=new.name) + known.count().as_scalar()).cast(
                "int32"
            ),
            name=new.name,
        )
        self.con.execute(f"INSERT INTO {NAME} {sql_of(numbered)}")
