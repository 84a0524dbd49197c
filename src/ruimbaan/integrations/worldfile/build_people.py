# SPDX-License-Identifier: EUPL-1.2
"""Persons and small situations from a world file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.integrations.worldfile import meaning_errors as wrong
from ruimbaan.integrations.worldfile.loaded import Case
from ruimbaan.integrations.worldfile.places import LocatedList, LocatedMap, Place
from ruimbaan.integrations.worldfile.values import Values, text

NONE = LocatedList(Place(""))


def build_windows(found: Iterable[tuple[Any, Place]], values: Values) -> tuple[Window, ...]:
    return tuple(_window(value, place, values) for value, place in found)


def _window(found: str | LocatedMap, place: Place, values: Values) -> Window:
    if isinstance(found, str):
        return Window(values.own_fact(found, place))
    fact = values.own_fact(found["fact"], found.at("fact"))
    period = values.some_day(found, "from"), values.some_day(found, "until")
    values.in_order(found, "from", "until", period)
    return Window(fact, *period)


def build_situation(node: LocatedMap, values: Values) -> Situation:
    """A person, or a small situation: both are a start, goals and a first day to apply."""
    return Situation(
        id=node["id"],
        facts=build_windows(_placed(node, "facts"), values),
        goals=_goals(node["goals"], values),
        plan_from=values.some_day(node, "plan_from") or 0,
        unknown=tuple(values.own_fact(*fact) for fact in _placed(node, "unknown")),
        name=node.get("name") or node.get("title", ""),
        own_words=text(node, "own_words"),
        most_appointments=node.get("appointments_a_week"),
    )


def build_start(node: LocatedMap, values: Values) -> Situation:
    """A typical place to start from, without a goal."""
    return Situation(
        id=node["id"],
        facts=build_windows(_placed(node, "facts"), values),
        plan_from=values.some_day(node, "plan_from") or 0,
        name=text(node, "title").nl,
    )


def _goals(found: LocatedList, values: Values) -> tuple[Goal, ...]:
    goals: dict[str, Goal] = {}
    for node in found:
        fact = values.fact(node["fact"], node.at("fact"))
        if fact in goals:
            values.problems.add(wrong.DoubleGoal(node.at("fact"), name=fact))
        goals[fact] = Goal(
            fact=fact,
            needed_by=values.some_day(node, "needed_by") or 0,
            weight=node.get("weight", 1),
            why=text(node, "why"),
        )
    return tuple(goals.values())


def build_case(node: LocatedMap, values: Values) -> Case:
    """What a small situation leaves out, and what must come out."""
    expect = node.get("expect", LocatedMap(node.place))
    return Case(
        id=node["id"],
        without=tuple(values.service(*service) for service in _placed(node, "without")),
        kind=expect.get("kind", ""),
        contains=tuple(values.fact(*fact) for fact in _placed(expect, "contains")),
        arrival=values.some_day(expect, "arrival"),
        sentence=node.get("sentence", ""),
        cuts=tuple(
            tuple(values.rule(*rule) for rule in zip(cut, cut.items_at, strict=True))
            for cut in node.get("cut", ())
        ),
        cost=node.get("cost"),
        who=node.get("who", ""),
    )


def _placed(node: LocatedMap, key: str) -> Iterable[tuple[Any, Place]]:
    found: LocatedList = node.get(key, NONE)
    return zip(found, found.items_at, strict=True)
