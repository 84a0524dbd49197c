# SPDX-License-Identifier: EUPL-1.2
"""From merged parts to the world of the core, with every reference checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ruimbaan.core.journey.situation import Window
from ruimbaan.core.kernel.days import Span
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.fact import Fact
from ruimbaan.integrations.worldfile import meaning_errors as wrong
from ruimbaan.integrations.worldfile.build_facts import build_fact
from ruimbaan.integrations.worldfile.build_people import (
    build_case,
    build_situation,
    build_start,
    build_windows,
)
from ruimbaan.integrations.worldfile.build_rule_texts import TextSources, build_law
from ruimbaan.integrations.worldfile.build_rules import RuleMaker, class_costs
from ruimbaan.integrations.worldfile.build_services import build_helper, build_service
from ruimbaan.integrations.worldfile.checking import check_helpers, warn_about
from ruimbaan.integrations.worldfile.digest import digest_of
from ruimbaan.integrations.worldfile.loaded import LoadedWorld
from ruimbaan.integrations.worldfile.merging import Parts
from ruimbaan.integrations.worldfile.places import LocatedMap, Place
from ruimbaan.integrations.worldfile.problems import Problems
from ruimbaan.integrations.worldfile.values import Names, Values
from ruimbaan.integrations.worldfile.versions import (
    Versions,
    version_on,
    warn_about_changes,
)

LONGEST_PLAN = 3_700  # days: ten years; a set of days is one number of this many bits
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 12, 31)  # a plan must not leave the calendar


def build(parts: Parts, place: Place, as_of: date | None, problems: Problems) -> LoadedWorld:
    """The world and its people. Raises WorldErrors when anything does not fit."""
    values = Values(Names.of(parts), problems)
    if parts.region is None:
        problems.add(wrong.RegionMissing(place))
        problems.raise_if_any()
    region = parts.region or LocatedMap(place)
    versions = _rule_versions(parts, values)
    world = _world(region, parts, versions, as_of, values)
    here = [node for node in _people(parts) if node.get("region", world.region) == world.region]
    situations = {node["id"]: build_situation(node, values) for node in here}
    cases = {
        node["id"]: build_case(node, values) for node in here if node["id"] not in parts.persons
    }
    starts = {
        node["id"]: build_start(node, values)
        for node in parts.starts.values()
        if node.get("region", world.region) == world.region
    }
    problems.raise_if_any()
    warn_about(world, situations, parts, problems)
    for name, known in versions.items():
        warn_about_changes(name, known, world, problems)
    return LoadedWorld(
        world=replace(world, digest=digest_of(world)),
        situations=situations,
        cases=cases,
        starts=starts,
        warnings=tuple(sorted(problems.warnings, key=lambda warning: warning.place)),
    )


def _people(parts: Parts) -> list[LocatedMap]:
    return [*parts.persons.values(), *parts.situations.values(), *parts.vignettes.values()]


def _world(
    region: LocatedMap,
    parts: Parts,
    versions: Mapping[str, Versions],
    as_of: date | None,
    values: Values,
) -> World:
    day_0 = _day_zero(region, as_of, values)
    helpers = tuple(
        build_helper(name, node, values)
        for name, node in sorted(parts.facts.items())
        if "means" in node
    )
    check_helpers(helpers, parts, values.problems)
    region_facts = build_windows(parts.region_facts, values)
    return World(
        region=region["id"],
        title=region.get("title", ""),
        as_of=day_0,
        span=_span(region, values),
        facts=_facts(parts, values),
        rules={name: version_on(known, day_0, values.problems) for name, known in versions.items()},
        services={
            name: build_service(name, node, values) for name, node in sorted(parts.services.items())
        },
        helpers=helpers,
        region_facts=tuple(sorted(region_facts, key=_window_order)),
    )


def _day_zero(region: LocatedMap, as_of: date | None, values: Values) -> date:
    found = as_of or values.some_date(region, "as_of")
    if found is None:
        if "as_of" not in region:
            values.problems.add(wrong.DayZeroMissing(region.place))
        return EARLIEST
    if not EARLIEST <= found <= LATEST:
        place = region.at("as_of")
        values.problems.add(wrong.DayZeroTooFar(place, date=found, least=EARLIEST, most=LATEST))
    return found


def _span(region: LocatedMap, values: Values) -> Span:
    usual = Span()
    return Span(
        horizon=(
            values.length(region, "horizon", least=1, most=LONGEST_PLAN)
            if "horizon" in region
            else usual.horizon
        ),
        history=(
            values.length(region, "history", most=LONGEST_PLAN)
            if "history" in region
            else usual.history
        ),
    )


def _facts(parts: Parts, values: Values) -> dict[str, Fact]:
    prefix = receiving("")
    for name in parts.facts:
        if name.startswith(prefix):
            values.service(name.removeprefix(prefix), parts.facts[name].place)
    return {name: build_fact(name, node, values) for name, node in sorted(parts.facts.items())}


def _rule_versions(parts: Parts, values: Values) -> dict[str, Versions]:
    laws = {name: build_law(name, node, values) for name, node in parts.laws.items()}
    shared = TextSources(laws, parts.plain_texts)
    maker = RuleMaker(class_costs(parts.costs), shared, values)
    return {
        name: [(maker.rule(name, node), node.place) for node in versions]
        for name, versions in sorted(parts.rules.items())
    }


def _window_order(window: Window) -> tuple[str, float, float]:
    first = float("-inf") if window.from_day is None else window.from_day
    return window.fact, first, float("inf") if window.until is None else window.until
