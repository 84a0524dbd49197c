# SPDX-License-Identifier: EUPL-1.2
"""Why not this place? Other services that give the same, with all that stands in between today."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.why_not_service import (
    FailingCondition,
    FailingNeed,
    NotThisService,
    failing_conditions,
    givers,
)
from ruimbaan.parts.routes.services import Shown, told, who_may_say_yes
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
    asked = tuple(_asked(shown, need) for need in found.needs)
    return NotThis(
        place=service.label.in_language(shown.language),
        who=service.provider,
        asked=asked,
        when=_when(shown, found),
    )


def _asked(shown: Shown, need: FailingNeed) -> Asked:
    ways = (" ".join(_condition(shown, one) for one in way) for way in need.alternatives)
    rules = (one.rule for way in need.alternatives for one in way if one.rule)
    told_rules = tuple(asked_by(shown, rule) for rule in dict.fromkeys(rules))
    return Asked(tuple(dict.fromkeys(ways)), told_rules)


def asked_by(shown: Shown, name: str) -> AskedBy:
    rule = shown.world.rules[name]
    who = who_may_say_yes(shown, rule) if rule.may_bend else ""
    return AskedBy(told(rule.title, shown.language), rule_url(name), who)


def _condition(shown: Shown, one: FailingCondition) -> str:
    name = shown.name(one.fact)
    if not one.holds:
        return _("Niet: %(fact)s.") % {"fact": name}
    if one.first_day is None:
        return f"{shown.title(one.fact)}."
    words = _("%(fact)s. Dat kan %(day)s.")
    return words % {"fact": shown.title(one.fact), "day": shown.around(one.first_day)}


def _when(shown: Shown, found: NotThisService) -> str:
    if found.wait_unknown:
        return _("We weten niet hoe lang je daar wacht. Bel en vraag het.")
    if found.first_day is None:
        return _("Zonder iets te vragen lukt dit niet.")
    if found.first_day == 0:
        return _("Dit kan ook. Je kunt je vandaag melden.")
    return _("Je kunt je daar melden %(day)s.") % {"day": shown.around(found.first_day)}
