# SPDX-License-Identifier: EUPL-1.2
"""Reads the values of a part whose shape is known: lengths, dates, texts, and names that exist."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import receiving
from ruimbaan.integrations.worldfile import meaning_errors, structure_errors
from ruimbaan.integrations.worldfile.merging import Parts
from ruimbaan.integrations.worldfile.places import LocatedMap, Place
from ruimbaan.integrations.worldfile.problems import (
    Problems,
    WorldError,
    did_you_mean,
    shown,
)

DAYS_IN = {"d": 1, "w": 7, "m": 30}
FURTHEST = 100_000


@dataclass(frozen=True, slots=True)
class Names:
    """What is defined in this world. `made` facts can come true by what somebody does."""

    facts: frozenset[str]
    laws: frozenset[str]
    rules: frozenset[str]
    services: frozenset[str]
    helpers: frozenset[str]
    made: frozenset[str]

    @classmethod
    def of(cls, parts: Parts) -> Names:
        received = frozenset(receiving(service) for service in parts.services)
        helpers = frozenset(name for name, fact in parts.facts.items() if "means" in fact)
        maintained = frozenset(
            name for name, fact in parts.facts.items() if "maintained_by" in fact
        )
        given = frozenset(
            gift["fact"] for service in parts.services.values() for gift in service.get("gives", ())
        )
        return cls(
            facts=frozenset(parts.facts) | received,
            laws=frozenset(parts.laws),
            rules=frozenset(parts.rules),
            services=frozenset(parts.services),
            helpers=helpers,
            made=given | helpers | maintained | received,
        )


@dataclass(frozen=True, slots=True)
class Values:
    """Reads values by key; what is wrong goes to `problems`, and something harmless comes back."""

    names: Names
    problems: Problems

    def length(self, node: LocatedMap, key: str, *, least: int = 0, most: int = FURTHEST) -> int:
        return self._days(node, key, least, most)

    def some_length(self, node: LocatedMap, key: str, *, least: int = 0) -> int | None:
        return self._days(node, key, least, FURTHEST) if key in node else None

    def some_day(self, node: LocatedMap, key: str) -> int | None:
        return self._days(node, key, -FURTHEST, FURTHEST) if key in node else None

    def _days(self, node: LocatedMap, key: str, least: int, most: int) -> int:
        days = days_of(node[key])
        if not least <= days <= most:
            self.problems.add(
                structure_errors.OutOfRange(
                    node.at(key), found=shown(node[key]), least=least, most=most
                )
            )
            return least
        return days

    def some_date(self, node: LocatedMap, key: str) -> date | None:
        if key not in node:
            return None
        try:
            return date.fromisoformat(node[key])
        except ValueError:
            self.problems.add(structure_errors.BadDate(node.at(key), found=shown(node[key])))
            return None

    def fact(self, name: str, place: Place) -> str:
        self._known(meaning_errors.UnknownFact, name, self.names.facts, place)
        return name

    def own_fact(self, name: str, place: Place) -> str:
        """A fact that is said to hold by itself: any fact but a helper."""
        if name in self.names.helpers:
            self.problems.add(meaning_errors.HelperGivenElsewhere(place, name=name))
        return self.fact(name, place)

    def some_rule(self, node: LocatedMap, key: str = "rule") -> str | None:
        return self.rule(node[key], node.at(key)) if key in node else None

    def rule(self, name: str, place: Place) -> str:
        self._known(meaning_errors.UnknownRule, name, self.names.rules, place)
        return name

    def law(self, name: str, place: Place) -> str:
        self._known(meaning_errors.UnknownLaw, name, self.names.laws, place)
        return name

    def service(self, name: str, place: Place) -> str:
        self._known(meaning_errors.UnknownService, name, self.names.services, place)
        return name

    def _known(
        self, unknown: type[WorldError], name: str, known: Collection[str], place: Place
    ) -> None:
        """Looking for the nearest name takes time, so that is only done for who will read it."""
        if name not in known and not self.problems.full:
            suggestion = did_you_mean(name, known)
            self.problems.add(unknown(place, name=name, suggestion=suggestion))

    def apart(self, node: LocatedMap, one: str, other: str) -> None:
        """Says so when two keys stand together that cannot."""
        if one in node and other in node:
            self.problems.add(structure_errors.NotTogether(node.at(other), one=one, other=other))

    def in_order(self, node: LocatedMap, first: str, until: str, values: Collection[Any]) -> None:
        """Says so when a half-open period has no day."""
        begin, end = values
        if begin is not None and end is not None and end <= begin:
            self.problems.add(
                meaning_errors.EmptyPeriod(node.at(until), first=node[first], until=node[until])
            )


def days_of(value: int | str) -> int:
    """14, "14", "14d", "2w" or "6m" as days."""
    if isinstance(value, int):
        return value
    unit = DAYS_IN.get(value[-1])
    return int(value) if unit is None else int(value[:-1]) * unit


def text(node: Mapping[str, Any], key: str) -> Text:
    """A plain Dutch text, or both languages; empty when it is left out."""
    value = node.get(key, "")
    return Text(value) if isinstance(value, str) else Text(value["nl"], value.get("en", ""))
