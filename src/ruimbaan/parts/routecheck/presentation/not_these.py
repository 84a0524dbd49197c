# SPDX-License-Identifier: EUPL-1.2
"""Why not this place? Other services that give the same, with all that stands in between today."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.directory.service import AnyOf, Condition, Need, Service
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.why_not_service import (
    FailingCondition,
    FailingNeed,
    NotThisService,
    failing_conditions,
    givers,
)
from ruimbaan.parts.routes.services import Shown, length, told, who_may_say_yes
from ruimbaan.parts.rulebook.services import rule_url


@dataclass(frozen=True, slots=True)
class AskedBy:
    """The rule that asks something: its page, if it has one, and who may say yes to less."""

    title: str
    url: str
    who: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing a place asks that does not hold today, in each way it can be met; and the rules
    that ask it."""

    ways: tuple[str, ...]
    rules: tuple[AskedBy, ...]


@dataclass(frozen=True, slots=True)
class NotThis:
    place: str
    who: str
    asked: tuple[Asked, ...]
    when: str


@dataclass(frozen=True, slots=True)
class OtherPlaces:
    wish: str
    places: tuple[NotThis, ...]


Same = tuple[str, str | None, bool]  # a fact, the rule that asks it, and whether it must hold


def other_places(
    shown: Shown, solver: Solver, *, without: Collection[str]
) -> tuple[OtherPlaces, ...]:
    """For each wish, but those, the places that the shown way does not use."""
    used = {step.service for step in shown.plan.steps}
    groups = (
        OtherPlaces(
            shown.title(goal.fact),
            tuple(
                not_this(shown, failing_conditions(solver, service))
                for service in givers(solver, goal.fact)
                if service not in used
            ),
        )
        for goal in shown.situation.goals
        if goal.fact not in without
    )
    return tuple(group for group in groups if group.places)


def not_this(shown: Shown, found: NotThisService) -> NotThis:
    service = shown.world.services[found.service]
    needs = _once(found.needs)
    lasting = _lasting(service, needs)
    return NotThis(
        place=service.label.in_language(shown.language),
        who=service.provider,
        asked=tuple(_asked(shown, need, lasting) for need in needs),
        when=_when(shown, found),
    )


def _once(needs: Iterable[FailingNeed]) -> tuple[FailingNeed, ...]:
    """Of needs that ask the same things, only the one that is met last: by then the others are."""
    last: dict[tuple[tuple[Same, ...], ...], FailingNeed] = {}
    for need in needs:
        same = tuple(tuple(_same(one) for one in way) for way in need.alternatives)
        last[same] = max(last.get(same, need), need, key=_met)
    return tuple(last.values())


def _met(need: FailingNeed) -> float:
    days = (one.first_day for way in need.alternatives for one in way)
    return max(math.inf if day is None else day for day in days)


def _lasting(service: Service, needs: Iterable[FailingNeed]) -> Mapping[Same, Iterator[int]]:
    """Of each fact that fails, in the order of the needs, how many days on end it is asked; 0 is on
    one day. What is asked for longer is met later, so of several the longest are left to tell."""
    asked: dict[Same, list[int]] = {}
    for one in (one for need in service.needs for one in _conditions(need)):
        asked.setdefault(_same(one), []).append(one.for_at_least or 0)
    ways = (way for need in needs for way in need.alternatives)
    failing = Counter(_same(one) for way in ways for one in way)
    for same, days in asked.items():
        for _left_out in range(len(days) - failing[same]):
            days.remove(min(days))
    return {same: iter(days) for same, days in asked.items()}


def _conditions(need: Need) -> Iterator[Condition]:
    if isinstance(need, Condition):
        yield need
        return
    for part in need.options if isinstance(need, AnyOf) else need.parts:
        yield from _conditions(part)


def _same(one: Condition | FailingCondition) -> Same:
    return one.fact, one.rule, one.holds


def _asked(shown: Shown, need: FailingNeed, lasting: Mapping[Same, Iterator[int]]) -> Asked:
    ways = tuple(
        " ".join(_condition(shown, one, next(lasting[_same(one)], 0)) for one in way)
        for way in need.alternatives
    )
    rules = (one.rule for way in need.alternatives for one in way if one.rule)
    told_rules = tuple(asked_by(shown, rule) for rule in dict.fromkeys(rules))
    return Asked(tuple(dict.fromkeys(ways)), told_rules)


def asked_by(shown: Shown, name: str) -> AskedBy:
    rule = shown.world.rules[name]
    who = who_may_say_yes(shown, rule) if rule.may_bend else ""
    return AskedBy(told(rule.title, shown.language), rule_url(name), who)


def _condition(shown: Shown, one: FailingCondition, days: int) -> str:
    if not one.holds:
        return _("Niet: %(fact)s.") % {"fact": _for(shown.name(one.fact), days)}
    fact = _for(shown.title(one.fact), days)
    if one.first_day is None:
        return f"{fact}."
    return _("%(fact)s. Dat kan %(day)s.") % {"fact": fact, "day": shown.around(one.first_day)}


def _for(fact: str, days: int) -> str:
    return _("%(fact)s, %(length)s lang") % {"fact": fact, "length": length(days)} if days else fact


def _when(shown: Shown, found: NotThisService) -> str:
    if found.wait_unknown:
        return _("We weten niet hoe lang je daar wacht. Bel en vraag het.")
    if found.first_day is None:
        return _("Zonder iets te vragen lukt dit niet.")
    if found.first_day == 0:
        return _("Dit kan ook. Je kunt je vandaag melden.")
    return _("Je kunt je daar melden %(day)s.") % {"day": shown.around(found.first_day)}
