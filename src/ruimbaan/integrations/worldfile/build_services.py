# SPDX-License-Identifier: EUPL-1.2
"""Services and their needs from a world file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ruimbaan.core.directory.service import (
    AllOf,
    Anchor,
    AnyOf,
    Burden,
    Condition,
    Exclusion,
    Gift,
    Loss,
    Need,
    Opening,
    Service,
    Wait,
    Weekday,
)
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import Helper
from ruimbaan.integrations.worldfile import meaning_errors as wrong
from ruimbaan.integrations.worldfile.build_facts import words
from ruimbaan.integrations.worldfile.places import LocatedMap
from ruimbaan.integrations.worldfile.values import Values, text

MOST_ALTERNATIVES = 256


def build_service(name: str, node: LocatedMap, values: Values) -> Service:
    needs = _needs(node.get("needs", ()), values)
    _check_alternatives(name, needs, node, "needs", values)
    return Service(
        id=name,
        label=text(node, "label") if "label" in node else Text(words(name)),
        provider=node.get("provider", ""),
        frame=node.get("frame", ""),
        needs=needs,
        wait=_wait(node["wait"], values) if "wait" in node else Wait(),
        lasts=values.some_length(node, "lasts") or 0,
        gives=tuple(_gift(gift, values) for gift in node.get("gives", ())),
        takes=tuple(_loss(loss, values) for loss in node.get("takes", ())),
        excludes=tuple(_exclusion(name, other, values) for other in node.get("excludes", ())),
        burden=Burden(**node["burden"]) if "burden" in node else Burden(),
        opens=_opening(node["opens"], values) if "opens" in node else None,
        is_support=node.get("is_support", False),
        domain=node.get("domain", ""),
        gate=node.get("gate", ""),
        catchment=node.get("catchment", ""),
        capacity=node.get("capacity"),
        initiative=node.get("initiative", False),
        type=node.get("type"),
        note=node.get("note", ""),
        bring=text(node, "bring"),
    )


def build_helper(name: str, node: LocatedMap, values: Values) -> Helper:
    means = _needs(node["means"], values, helper=name)
    _check_alternatives(name, means, node, "means", values)
    return Helper(name, means)


def _needs(found: Sequence[Any], values: Values, helper: str = "") -> tuple[Need, ...]:
    return tuple(_need(node, values, helper) for node in found)


def _need(node: LocatedMap, values: Values, helper: str) -> Need:
    if "any_of" in node:
        return AnyOf(_needs(node["any_of"], values, helper))
    if "all_of" in node:
        return AllOf(_needs(node["all_of"], values, helper))
    return _condition(node, values, helper)


def _condition(node: LocatedMap, values: Values, helper: str) -> Condition:
    values.apart(node, "within", "for_at_least")
    anchor = Anchor(node.get("at", "application"))
    if helper and anchor is Anchor.START:
        values.problems.add(wrong.HelperAtStart(node.at("at"), name=helper))
    holds = node.get("is", True) in (True, "yes")
    if not holds and node["fact"] in values.names.made:
        values.problems.add(wrong.MadeFactDenied(node.at("is"), name=node["fact"]))
    return Condition(
        fact=values.fact(node["fact"], node.at("fact")),
        rule=values.some_rule(node),
        within=values.some_length(node, "within"),
        for_at_least=values.some_length(node, "for_at_least"),
        at=anchor,
        holds=holds,
    )


def _wait(node: LocatedMap, values: Values) -> Wait:
    days = None if node["days"] == "unknown" else values.length(node, "days")
    short = values.some_length(node, "shorten_to")
    if days is not None and short is not None and short > days:
        values.problems.add(wrong.ShortenIsLonger(node.at("shorten_to"), short=short, days=days))
    p50, p90 = values.some_length(node, "p50"), values.some_length(node, "p90")
    if p50 is not None and p90 is not None and p90 < p50:
        values.problems.add(wrong.SpreadUpsideDown(node.at("p90"), p50=p50, p90=p90))
    return Wait(
        days=days,
        rule=values.some_rule(node),
        shorten_to=short,
        note=node.get("note", ""),
        p50=p50,
        p90=p90,
        as_of=values.some_date(node, "as_of"),
        source=node.get("source", ""),
    )


def _gift(node: LocatedMap, values: Values) -> Gift:
    valid, longer = (values.some_length(node, key, least=1) for key in ("valid", "longer"))
    if longer is not None and valid is not None and longer < valid:
        values.problems.add(wrong.LongerIsShorter(node.at("longer"), longer=longer, valid=valid))
    if node.get("while_receiving"):
        values.apart(node, "while_receiving", "valid")
        values.apart(node, "while_receiving", "longer")
    return Gift(
        fact=values.own_fact(node["fact"], node.at("fact")),
        valid=valid,
        longer=longer,
        while_receiving=node.get("while_receiving", False),
        rule=values.some_rule(node),
    )


def _loss(node: LocatedMap, values: Values) -> Loss:
    fact = values.fact(node["fact"], node.at("fact"))
    return Loss(fact, values.some_rule(node), values.some_length(node, "after") or 0)


def _exclusion(name: str, node: LocatedMap, values: Values) -> Exclusion:
    if node["service"] == name:
        values.problems.add(wrong.ExcludesItself(node.at("service"), name=name))
    return Exclusion(values.service(node["service"], node.at("service")), values.some_rule(node))


def _opening(node: LocatedMap, values: Values) -> Opening:
    values.apart(node, "weekdays", "every")
    values.apart(node, "weekdays", "from")
    return Opening(
        weekdays=tuple(Weekday(day) for day in node.get("weekdays", ())),
        every=values.some_length(node, "every", least=1),
        first=values.some_day(node, "from") or 0,
        rule=values.some_rule(node),
    )


def _check_alternatives(
    name: str, needs: tuple[Need, ...], node: LocatedMap, key: str, values: Values
) -> None:
    if alternatives(AllOf(needs)) > MOST_ALTERNATIVES:
        values.problems.add(
            wrong.TooManyAlternatives(node.at(key), name=name, limit=MOST_ALTERNATIVES)
        )


def alternatives(need: Need) -> int:
    """Ways to meet a need when everything is written out; counting stops far past the limit."""
    match need:
        case AnyOf(options):
            found = sum(alternatives(option) for option in options)
        case AllOf(parts):
            found = 1
            for part in parts:
                found = min(found * alternatives(part), MOST_ALTERNATIVES + 1)
        case _:
            found = 1
    return min(found, MOST_ALTERNATIVES + 1)
