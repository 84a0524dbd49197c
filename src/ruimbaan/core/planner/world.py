# SPDX-License-Identifier: EUPL-1.2
"""The world a plan is made in: one region, its facts, rules and services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ruimbaan.core.directory.service import Need, Service
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
