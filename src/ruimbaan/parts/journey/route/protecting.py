# SPDX-License-Identifier: EUPL-1.2
"""What the rulebook says that keeps a place: when somebody has a hard time, or could not come.

Nothing is invented here: a region whose rulebook says nothing about it gets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.directory.service import Service
from ruimbaan.core.discretion.resources import rules_at
from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.rules.rulebook import HookStrength, RuleText, Status
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.rulebook.queries import find_rule, list_rules

BACK_TO_THE_START = "F20"  # the friction "a hard time sends one back to the start"
COULD_NOT_COME = "R35"  # the number of "missed twice: then the file is closed"
NATIONAL = "nl"
RIGHTS = {HookStrength.DUTY, HookStrength.RIGHT}


def in_a_hard_time(region: str, also: Iterable[str] = ()) -> tuple[RuleText, ...]:
    """The rules that can take a place away in a hard time and have room not to; `also`: rules that
    stand on what this person may lose. What is a right comes first."""
    about = (rule for rule in _of(region) if BACK_TO_THE_START in rule.frictions)
    named = (find_rule(name) for name in also)
    found = {rule.id: rule for rule in (*named, *about) if rule and rule.plain.room.nl}
    return tuple(sorted(found.values(), key=lambda rule: (not is_right(rule), rule.number)))


def when_one_could_not_come(route: KeptRoute, what: str) -> RuleText | None:
    """Only for an appointment that is called as a step of the route where this rule stands: about a
    talk at the kitchen table it says nothing."""
    rule = next((rule for rule in _of(route.region) if rule.number == COULD_NOT_COME), None)
    region = list_regions().get(route.region)
    if rule is None or region is None:
        return None
    called = what.strip().casefold()
    services = [
        region.world.services.get(step.service)
        for step in route.steps
        if step.what.nl.casefold() in called or (step.what.en and step.what.en.casefold() in called)
    ]
    stands = any(service is not None and _stands_on(rule, service) for service in services)
    return rule if stands else None


def _stands_on(rule: RuleText, service: Service) -> bool:
    return any(touched.split("-")[0] == rule.number for touched in rules_at(service))


def is_right(rule: RuleText) -> bool:
    return rule.hook.strength in RIGHTS


def is_sure(rule: RuleText) -> bool:
    """Somebody read its source."""
    return rule.status is Status.VERIFIED


def _of(region: str) -> Iterable[RuleText]:
    return (rule for rule in list_rules() if rule.owner in {region, NATIONAL})
