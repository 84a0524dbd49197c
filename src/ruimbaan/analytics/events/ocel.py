# SPDX-License-Identifier: EUPL-1.2
"""OCEL 2.0: events that belong to objects. One type of object is chosen to be the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from duckdb import DuckDBPyConnection

from ruimbaan.analytics.events import errors, tree_errors
from ruimbaan.analytics.events.columns import Role, listed
from ruimbaan.analytics.events.reading import Asked, Fault, Staged
from ruimbaan.analytics.events.tree_rows import Values, stage_rows

NO_CASE, MORE_CASES, NO_OBJECT = "RB-EVENT-114", "RB-EVENT-115", "RB-EVENT-116"
# of an event: the attribute, or the type of a related object, that plays a role unless asked
USUAL = {
    Role.START: "start",
    Role.ORGANISATION: "organisation",
    Role.RESOURCE: "resource",
    Role.FRAME: "frame",
    Role.RECEIVER: "receiver",
    Role.RULE: "rule",
}


@dataclass(frozen=True, slots=True)
class OcelEvent:
    uid: str | None
    kind: str | None
    time: str | None
    attributes: Mapping[str, str]
    objects: tuple[str, ...]


class OcelFile(Protocol):
    """A file in one of the notations; each part can be read on its own."""

    def objects(self) -> Iterable[tuple[str, str]]: ...

    def events(self) -> Iterable[OcelEvent]: ...


@dataclass(slots=True)
class Flattened:
    """The events of one file as rows: one for each object of the chosen type."""

    kinds: Mapping[str, str]  # of objects
    case: str
    asked: Mapping[Role, str]
    used: set[Role] = field(default_factory=lambda: {Role.CASE, Role.ACTIVITY, Role.COMPLETE})
    faults: list[Fault] = field(default_factory=list)
    met: dict[str, None] = field(default_factory=dict)

    def rows(self, events: Iterable[OcelEvent]) -> Iterator[tuple[int, Values]]:
        seen: set[str] = set()
        for number, event in enumerate(events, start=1):
            if event.uid is not None and event.uid in seen:
                raise tree_errors.EventTwice(name=event.uid)
            seen.add(event.uid or "")
            cases = self._cases(number, event)
            values = self._values(event)
            for case in cases:
                yield number, values | {Role.CASE: case}

    def _cases(self, number: int, event: OcelEvent) -> list[str]:
        unknown = [uid for uid in event.objects if uid not in self.kinds]
        if unknown:
            self.faults.append(Fault(NO_OBJECT, number, unknown[0]))
        cases = list(dict.fromkeys(u for u in event.objects if self.kinds.get(u) == self.case))
        if len(cases) != 1:
            code = MORE_CASES if cases else NO_CASE
            self.faults.append(Fault(code, number, event.kind or "–"))
        return cases

    def _values(self, event: OcelEvent) -> dict[Role, str | None]:
        values: dict[Role, str | None] = {Role.ACTIVITY: event.kind, Role.COMPLETE: event.time}
        related = {
            # as `export` writes them, so that two types may have an object of one name
            (kind := self.kinds.get(uid, "")): uid.removeprefix(f"{kind}:")
            for uid in reversed(event.objects)
        }
        self.met.update(dict.fromkeys((*event.attributes, *related)))
        for role, name in self.asked.items():
            value = event.attributes.get(name, related.get(name))
            if value is not None:
                values[role] = value
                self.used.add(role)
        return values


def read_ocel(con: DuckDBPyConnection, file: OcelFile, asked: Asked) -> Staged:
    """Raises LogRefused when the file is no OCEL 2.0, or it is unclear what a case is."""
    kinds: dict[str, str] = {}
    for uid, kind in file.objects():
        if kinds.setdefault(uid, kind) != kind:
            raise tree_errors.ObjectTwice(name=uid, one=kinds[uid], other=kind)
    if not kinds:
        raise tree_errors.NotOcel(missing="objects")
    case = _case_type(kinds, asked)
    others = {role: name for role, name in asked.columns.items() if role in USUAL}
    flat = Flattened(kinds, case, {**USUAL, **others})
    stage_rows(con, flat.rows(file.events()))
    for role, name in others.items():
        if role not in flat.used:
            raise errors.UnknownColumn(
                name=name, option=role.option, there=listed(sorted(filter(None, flat.met)))
            )
    names = {**flat.asked, Role.CASE: case, Role.ACTIVITY: "type", Role.COMPLETE: "time"}
    roles = {role: names[role] for role in Role if role in flat.used}
    return Staged(con, roles, tuple(flat.faults))


def _case_type(kinds: Mapping[str, str], asked: Asked) -> str:
    there = sorted(set(kinds.values()))
    name = asked.columns.get(Role.CASE)
    if name is None:
        usual = [kind for kind in there if kind.lower() == "case"] or there
        if len(usual) > 1:
            raise tree_errors.WhichObject(there=listed(there))
        return usual[0]
    if name not in there:
        raise tree_errors.UnknownObjectType(name=name, there=listed(there))
    return name
