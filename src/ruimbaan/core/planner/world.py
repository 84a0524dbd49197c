# SPDX-License-Identifier: EUPL-1.2
"""The world a plan is made in: one region, its facts, rules and services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from ruimbaan.core.directory.service import Need, Opening, Service
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.kernel.days import DaySet, Span
from ruimbaan.core.rules.fact import Fact
from ruimbaan.core.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Helper:
    """A fact that holds on exactly the days on which its needs hold (`means` in a world file)."""

    fact: str
    means: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class World:
    """Checked by whoever builds it: every id that is used is defined, no helper goes in a circle,
    `is: no` only on facts that nobody gives. `digest` names this exact content."""

    region: str
    as_of: date
    span: Span
    facts: Mapping[str, Fact]
    rules: Mapping[str, Rule]
    services: Mapping[str, Service]
    helpers: tuple[Helper, ...] = ()
    region_facts: tuple[Window, ...] = ()
    digest: str = ""
    title: str = field(default="")


def receiving(service_id: str) -> str:
    """The fact that exists by itself: this service is being received."""
    return f"krijgt.{service_id}"


def days_in_force(world: World, span: Span, rule_id: str) -> DaySet:
    """The days on which a rule binds."""
    rule, day_0 = world.rules[rule_id], world.as_of
    return span.between(
        (rule.valid_from - day_0).days if rule.valid_from else None,
        (rule.valid_until - day_0).days if rule.valid_until else None,
    )


def counted_from(world: World, day: date) -> World:
    """The same region with another day 0: everything stays on its date. What holds until the last day
    of a plan or later has no end that anybody said, so it gets none. `digest` is still the old one."""
    days = (day - world.as_of).days
    services = {
        name: replace(service, opens=_opening_from(service.opens, days))
        if service.opens is not None and service.opens.every is not None
        else service
        for name, service in world.services.items()
    }
    facts = tuple(_lasting(window, world.span).counted_on(days) for window in world.region_facts)
    return replace(world, as_of=day, services=services, region_facts=facts)


def _opening_from(opens: Opening, days: int) -> Opening:
    """The door opens on the same dates. Weekdays are looked up in the calendar and stay."""
    return replace(opens, first=opens.first - days)


def _lasting(window: Window, span: Span) -> Window:
    ends = window.until is not None and window.until < span.horizon
    return window if ends else replace(window, until=None)
