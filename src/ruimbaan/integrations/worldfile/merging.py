# SPDX-License-Identifier: EUPL-1.2
"""From many files to one set of parts. The same name twice is an error, but for the versions of a
rule: those have the same name and periods of validity that join up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ruimbaan.integrations.worldfile import meaning_errors as wrong
from ruimbaan.integrations.worldfile import structure_errors
from ruimbaan.integrations.worldfile.places import LocatedMap, Place
from ruimbaan.integrations.worldfile.problems import Problems

MOST_SERVICES = 5_000
MOST_NAMES = 10_000


@dataclass(slots=True)
class Parts:
    """A whole world as plain data, each thing under its name."""

    region: LocatedMap | None = None
    costs: dict[str, Any] = field(default_factory=dict)
    laws: dict[str, LocatedMap] = field(default_factory=dict)
    plain_texts: dict[str, LocatedMap] = field(default_factory=dict)
    rules: dict[str, list[LocatedMap]] = field(default_factory=dict)
    facts: dict[str, LocatedMap] = field(default_factory=dict)
    services: dict[str, LocatedMap] = field(default_factory=dict)
    region_facts: list[tuple[Any, Place]] = field(default_factory=list)
    persons: dict[str, LocatedMap] = field(default_factory=dict)
    situations: dict[str, LocatedMap] = field(default_factory=dict)
    vignettes: dict[str, LocatedMap] = field(default_factory=dict)
    starts: dict[str, LocatedMap] = field(default_factory=dict)


def merge(files: Iterable[LocatedMap], problems: Problems) -> Parts:
    """The parts of all files together; what stands there twice goes to `problems`."""
    merger = _Merger(problems)
    for content in files:
        merger.add(content)
    merger.check_size()
    return merger.parts


class _Merger:
    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.parts = Parts()
        self.first_seen: dict[tuple[str, str], Place] = {}

    def add(self, content: LocatedMap) -> None:
        parts = self.parts
        if "region" in content:
            self.region(content["region"])
        self.named(parts.costs, "cost", content.get("costs"))
        self.named(parts.laws, "law", content.get("laws"))
        self.named(parts.plain_texts, "plain text", content.get("plain_texts"))
        if "rules" in content:
            self.versions(content["rules"])
        self.named(parts.facts, "fact", content.get("facts"))
        self.listed(parts.services, "service", content.get("services", ()))
        self.listed(parts.persons, "person", content.get("persons", ()))
        if "person" in content:
            self.listed(parts.persons, "person", [content["person"]])
        self.listed(parts.situations, "person", content.get("situations", ()))
        self.listed(parts.vignettes, "person", content.get("vignettes", ()))
        self.listed(parts.starts, "start", content.get("starts", ()))
        if given := content.get("region_facts"):
            parts.region_facts += zip(given, given.items_at, strict=True)

    def region(self, found: LocatedMap) -> None:
        known = self.parts.region
        if known is None:
            self.parts.region = found
            return
        place, name, other = found.at("id"), found["id"], known["id"]
        first = known.at("id")
        self.problems.add(wrong.SecondRegion(place, name=name, other=other, first=first))

    def named(self, into: dict[str, Any], kind: str, found: LocatedMap | None) -> None:
        if found is None:
            return
        into |= {
            name: value for name, value in found.items() if self.is_new(kind, name, found.at(name))
        }

    def listed(self, into: dict[str, LocatedMap], kind: str, found: Iterable[LocatedMap]) -> None:
        for value in found:
            if self.is_new(kind, value["id"], value.at("id")):
                into[value["id"]] = value

    def versions(self, found: LocatedMap) -> None:
        """A rule may stand here more than once, each time for other days."""
        for name, version in found.items():
            known = self.parts.rules.setdefault(name, [])
            place = found.at(name)
            if any(not apart(version, other) for other in known):
                first = self.first_seen["rule", name]
                self.problems.add(wrong.DuplicateName(place, name=name, first=first))
                continue
            self.first_seen.setdefault(("rule", name), place)
            known.append(version)

    def is_new(self, kind: str, name: str, place: Place) -> bool:
        first = self.first_seen.setdefault((kind, name), place)
        if first is not place:
            self.problems.add(wrong.DuplicateName(place, name=name, first=first))
        return first is place

    def check_size(self) -> None:
        parts = self.parts
        for found, most in (
            (list(parts.services.values()), MOST_SERVICES),
            ([version for versions in parts.rules.values() for version in versions], MOST_NAMES),
            (list(parts.facts.values()), MOST_NAMES),
            (list(parts.persons.values()), MOST_SERVICES),
            (list(parts.situations.values()), MOST_SERVICES),
            (list(parts.vignettes.values()), MOST_SERVICES),
            (list(parts.starts.values()), MOST_SERVICES),
        ):
            if len(found) > most:
                place = found[0].place
                self.problems.add(structure_errors.TooMany(place, found=len(found), most=most))


def apart(one: LocatedMap, other: LocatedMap) -> bool:
    """Do these two versions of a rule share no day? Dates are written so that text compares."""
    return _ends(one) <= _begins(other) or _ends(other) <= _begins(one)


def _begins(version: LocatedMap) -> str:
    return str(version.get("valid_from", ""))


def _ends(version: LocatedMap) -> str:
    return str(version.get("valid_until", "9999-99-99"))
