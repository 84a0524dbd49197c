# SPDX-License-Identifier: EUPL-1.2
"""A kept route as data, to keep and to take to another Ruimbaan; read back strictly.

The format stands in docs/reference/route-file.md. A new name may come at any time with a new
version; a file of a newer version than this one is not read at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from ruimbaan.core.journey.kept_route import (
    AtRisk,
    Event,
    EventKind,
    KeptGoal,
    KeptRoute,
    KeptStep,
    StepKind,
)
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

FORMAT = "ruimbaan-route"
VERSION = 2
MOST_BYTES = 200_000
MOST_ROWS = 500  # of each kind
MOST_SIGNS = 2_000  # in one text

Data = dict[str, Any]


class NotARoute(DomainError):
    code = "RB-JOURNEY-023"
    cause = Text("Dit is geen route van Ruimbaan.", "This is not a route of Ruimbaan.")
    advice = Text("Kies het bestand dat je bewaarde.", "Choose the file that you kept.")


class NewerRoute(DomainError):
    code = "RB-JOURNEY-024"
    cause = Text(
        "Deze route komt van een nieuwer Ruimbaan.", "This route comes from a newer Ruimbaan."
    )
    advice = Text(
        "Vraag de beheerder om een nieuwe versie.", "Ask the administrator for a new version."
    )


def to_text(route: KeptRoute) -> str:
    return json.dumps(to_data(route), ensure_ascii=False, sort_keys=True)


def to_data(route: KeptRoute) -> Data:
    return {
        "format": FORMAT,
        "version": VERSION,
        "region": route.region,
        "planned": route.planned.isoformat(),
        "flexed": list(route.flexed),
        "goals": [_row(goal, GOAL) for goal in route.goals],
        "steps": [_row(step, STEP) for step in route.steps],
        "at_risk": [_row(risk, RISK) for risk in route.at_risk],
        "events": [_row(event, EVENT) for event in route.events],
        "counted": route.counted,
    }


def from_text(text: str) -> KeptRoute:
    """Raises NotARoute, NewerRoute. The message never quotes the file."""
    try:
        if len(text) > MOST_BYTES:
            raise NotARoute
        found = json.loads(text, object_pairs_hook=_no_twins)
        return _from_data(found)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
        raise NotARoute from None


def _from_data(found: Any) -> KeptRoute:
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise NotARoute
    if type(found.get("version")) is not int or found["version"] < 1:
        raise NotARoute
    if found["version"] > VERSION:
        raise NewerRoute
    events = tuple(_read(row, Event, EVENT) for row in _rows(found["events"]))
    route = KeptRoute(
        region=_words(found["region"]),
        planned=date.fromisoformat(found["planned"]),
        flexed=_names(found["flexed"]),
        goals=tuple(_read(row, KeptGoal, GOAL) for row in _rows(found["goals"])),
        steps=tuple(_read(row, KeptStep, STEP) for row in _rows(found["steps"])),
        at_risk=tuple(_read(row, AtRisk, RISK) for row in _rows(found["at_risk"])),
        events=events,
        counted=_count(found.get("counted", len(events)), len(events)),
    )
    _check_whole(route)
    return route


def _check_whole(route: KeptRoute) -> None:
    """Every id once, and everything that is named is there."""
    goals = [goal.id for goal in route.goals]
    steps = [step.id for step in route.steps]
    named = {*(event.step for event in route.events), *(risk.step for risk in route.at_risk)}
    whole = (
        len(set(goals)) == len(goals)
        and len(set(steps)) == len(steps)
        and named <= set(steps)
        and all(set(step.goals) <= set(goals) for step in route.steps)
        and all(step.apply <= step.start <= (step.end or step.start) for step in route.steps)
    )
    if not whole:
        raise NotARoute


def _text(value: Any) -> Text:
    return Text(_words(value["nl"]), _words(value["en"]))


def _words(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MOST_SIGNS or "\0" in value:
        raise NotARoute
    value.encode()  # half a sign cannot be kept: ValueError
    return value


def _names(value: Any) -> tuple[str, ...]:
    return tuple(_words(one) for one in _rows(value))


def _rows(value: Any) -> list[Any]:
    if not isinstance(value, list) or len(value) > MOST_ROWS:
        raise NotARoute
    return value


def _ids(value: Any) -> tuple[UUID, ...]:
    return tuple(UUID(one) for one in _names(value))


def _day(value: Any) -> date:
    return date.fromisoformat(value)


def _count(value: Any, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise NotARoute
    return value


def _maybe(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)


Reader = Callable[[Any], Any]
GOAL: Mapping[str, Reader] = {
    "id": UUID,
    "fact": _words,
    "text": _text,
    "needed_by": _day,
    "arrives": _maybe,
}
STEP: Mapping[str, Reader] = {
    "id": UUID,
    "kind": StepKind,
    "what": _text,
    "who": _words,
    "service": _words,
    "apply": _day,
    "start": _day,
    "end": _maybe,
    "latest": _maybe,
    "goals": _ids,
    "rules": _names,
    "bring": _text,
    "say": _text,
    "yes_by": _text,
}
RISK: Mapping[str, Reader] = {
    "what": _text,
    "step": UUID,
    "first": _day,
    "until": _day,
    "rule": _words,
    "left_undone_by": _text,
    "say": _text,
}
EVENT: Mapping[str, Reader] = {"kind": EventKind, "step": UUID, "on": _day, "day": _maybe}


def _row(thing: object, fields: Mapping[str, Reader]) -> Data:
    return {name: _plain(getattr(thing, name)) for name in fields}


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return {"nl": value.nl, "en": value.en}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, UUID) else value


def _read(row: Any, made: type[Any], fields: Mapping[str, Reader]) -> Any:
    if not isinstance(row, dict) or row.keys() != fields.keys():
        raise NotARoute
    return made(**{name: read(row[name]) for name, read in fields.items()})


def _no_twins(pairs: list[tuple[str, Any]]) -> Data:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotARoute
    return found
