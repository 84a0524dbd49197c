# SPDX-License-Identifier: EUPL-1.2
"""From the parts of rule files to the rulebook of the core."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from ruimbaan.core.rules.layers import Layer
from ruimbaan.core.rules.rulebook import (
    Effect,
    Hook,
    HookStrength,
    Rulebook,
    RuleText,
    Status,
)
from ruimbaan.integrations.rulebook.scenario import Period, Scenario
from ruimbaan.integrations.worldfile import structure_errors
from ruimbaan.integrations.worldfile.build_people import build_windows
from ruimbaan.integrations.worldfile.build_rule_texts import (
    TextSources,
    build_law,
    build_mandates,
    build_sources,
    plain_text,
)
from ruimbaan.integrations.worldfile.build_rules import RuleMaker, class_costs
from ruimbaan.integrations.worldfile.merging import Parts
from ruimbaan.integrations.worldfile.places import LocatedList, LocatedMap, Place
from ruimbaan.integrations.worldfile.values import Values, text
from ruimbaan.integrations.worldfile.versions import check_joined

NATIONAL = "nl"


def build_rulebook(parts: Parts, values: Values) -> Rulebook:
    """All versions of all rules; what is wrong goes to the problems of `values`."""
    laws = {name: build_law(name, node, values) for name, node in parts.laws.items()}
    shared = TextSources(laws, parts.plain_texts)
    maker = RuleMaker(class_costs(parts.costs), shared, values)
    versions: dict[str, tuple[RuleText, ...]] = {}
    for name, nodes in sorted(parts.rules.items()):
        found = [(_rule_text(name, node, maker), node.place) for node in nodes]
        check_joined([(version.rule, place) for version, place in found], values.problems)
        ordered = sorted(found, key=lambda version: version[0].rule.valid_from or date.min)
        versions[name] = tuple(version for version, _ in ordered)
    return Rulebook(versions, laws)


def _rule_text(name: str, node: LocatedMap, maker: RuleMaker) -> RuleText:
    file = PurePath(node.place.file)
    return RuleText(
        rule=maker.rule(name, node),
        number=node.get("number", name),
        layer=Layer(node["layer"]) if "layer" in node else None,
        effect=Effect(node["effect"]) if "effect" in node else None,
        sources=build_sources(node, maker.texts, maker.values),
        hook=_hook(node.get("hook")),
        mandates=build_mandates(node),
        status=Status(node["status"]) if "status" in node else None,
        status_note=text(node, "status_note"),
        verify=tuple(text({"said": each}, "said") for each in node.get("verify", ())),
        plain=plain_text(name, node, maker.texts),
        frictions=tuple(node.get("frictions", ())),
        note=node.get("note", ""),
        owner=file.parent.name,
        file=f"{file.parent.name}/{file.name}",
    )


def _hook(node: LocatedMap | None) -> Hook:
    if node is None:
        return Hook()
    return Hook(HookStrength(node["strength"]), node.get("article", ""), text(node, "says"))


def build_scenarios(parts: Parts, region: str, values: Values) -> Iterator[Scenario]:
    """The scenarios that happen in this region. A rule of a region happens in its own."""
    for name, nodes in sorted(parts.rules.items()):
        for node in nodes:
            for written in node.get("scenarios", ()):
                if _region(written, values) == region:
                    yield _scenario(name, region, written, values)


def _scenario(rule: str, region: str, node: LocatedMap, values: Values) -> Scenario:
    given: LocatedList = node.get("given", LocatedList(node.place))
    return Scenario(
        rule=rule,
        name=node["name"],
        region=region,
        apply_for=values.service(node["apply_for"], node.at("apply_for")),
        day=values.some_day(node, "day") or 0,
        given=build_windows(zip(given, given.items_at, strict=True), values),
        bent=tuple(values.rule(bent, node.at("bent")) for bent in node.get("bent", ())),
        refused_by=values.some_rule(node, "refused_by"),
        starts_on=values.some_day(node, "starts_on"),
        gives=_period(node, "gives", values),
        loses=_period(node, "loses", values),
        keeps=values.fact(node["keeps"], node.at("keeps")) if "keeps" in node else None,
        place=str(node.place),
    )


def _region(node: LocatedMap, values: Values) -> str:
    if "region" in node:
        return str(node["region"])
    owner = PurePath(node.place.file).parent.name
    if owner == NATIONAL:
        values.problems.add(structure_errors.MissingKey(node.place, key="region"))
    return owner


def _period(node: LocatedMap, key: str, values: Values) -> Period | None:
    found: str | LocatedMap | None = node.get(key)
    if found is None:
        return None
    place: Place = node.at(key)
    window = build_windows([(found, place)], values)[0]
    return Period(window.fact, window.from_day, window.until)
