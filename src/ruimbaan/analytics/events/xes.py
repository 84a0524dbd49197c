# SPDX-License-Identifier: EUPL-1.2
"""Event logs in XES (IEEE 1849), one trace in memory at a time. No DOCTYPE, no entities."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors
from ruimbaan.analytics.events.columns import NEEDED, Role, listed
from ruimbaan.analytics.events.reading import Asked, Fault, Staged
from ruimbaan.analytics.events.tree_rows import Values, stage_rows
from ruimbaan.analytics.events.xml_stream import finished, plain

KEYS = {
    Role.CASE: "concept:name",
    Role.ACTIVITY: "concept:name",
    Role.START: "start_timestamp",
    Role.COMPLETE: "time:timestamp",
    Role.ORGANISATION: "org:group",
    Role.RESOURCE: "org:resource",
    Role.FRAME: "frame",
    Role.RECEIVER: "receiver",
    Role.RULE: "rule",
}
MOST_KEYS = 200  # names of attributes that are remembered, to say which there are
WITHOUT_EVENTS, AGAIN = "RB-EVENT-113", "RB-EVENT-119"


class Xes:
    """Reads one file; knows afterwards which attributes it met."""

    def __init__(self, path: Path, asked: Asked) -> None:
        self.path = path
        self.asked = asked
        self.keys = KEYS | {role: _own(role, name) for role, name in asked.columns.items()}
        self.met: dict[str, None] = {}
        self.used: set[Role] = set()
        self.faults: list[Fault] = []

    def rows(self) -> Iterator[tuple[int, Values]]:
        number = 0
        seen: set[str | None] = set()
        for trace in finished(self.path, "trace", first="log"):
            of_trace, events = _attributes(trace), 0
            for child in trace:
                if plain(child.tag) == "event":
                    number, events = number + 1, events + 1
                    yield number, self._values(of_trace, _attributes(child))
            if not events:
                self.faults.append(Fault(WITHOUT_EVENTS, number))
            case = of_trace.get(self.keys[Role.CASE])
            if case in seen:
                self.faults.append(Fault(AGAIN, number - events + 1))
            seen.add(case)

    def _values(self, of_trace: dict[str, str], of_event: dict[str, str]) -> Values:
        values: dict[Role, str | None] = {}
        for role, key in self.keys.items():
            values[role] = (of_trace if role is Role.CASE else of_event).get(key)
            if values[role] is not None:
                self.used.add(role)
        if len(self.met) < MOST_KEYS:
            self.met.update(dict.fromkeys((*of_event, *(f"case:{key}" for key in of_trace))))
        return values


def read_xes(con: DuckDBPyConnection, path: Path, asked: Asked) -> Staged:
    """Raises LogRefused when it is no XML, no log, or lacks an attribute that is needed."""
    log = Xes(path, asked)
    stage_rows(con, log.rows())
    for role in Role:
        _must_be_met(log, role)
    roles = {role: key for role, key in log.keys.items() if role in log.used}
    return Staged(con, roles, tuple(log.faults))


def _must_be_met(log: Xes, role: Role) -> None:
    if role in log.used or not log.met:
        return
    if role in log.asked.columns:
        name = log.asked.columns[role]
        raise errors.UnknownColumn(name=name, option=role.option, there=listed(list(log.met)))
    if role in NEEDED:
        raise errors.ColumnNotFound(option=role.option, there=listed(list(log.met)))


def _own(role: Role, name: str) -> str:
    """`case:creator` is how other programs name an attribute of a trace."""
    return name.removeprefix("case:") if role is Role.CASE else name


def _attributes(element: Element) -> dict[str, str]:
    return {
        child.get("key", ""): child.get("value", "")
        for child in element
        if child.get("key") is not None and child.get("value") is not None
    }
