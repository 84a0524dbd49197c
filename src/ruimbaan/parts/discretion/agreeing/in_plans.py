# SPDX-License-Identifier: EUPL-1.2
"""What was agreed and promised, where a plan or a page asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.urls import reverse

from ruimbaan.core.directory.service import Service
from ruimbaan.core.discretion.agreements import Version
from ruimbaan.core.discretion.resources import Promise, counting_on, partly_covered
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule
from ruimbaan.parts.discretion.agreeing.promises import cover_in, letters_in
from ruimbaan.parts.discretion.agreeing.reading import Agreed, outside
from ruimbaan.ui.components import Link


def promised_rules(
    rules: Mapping[str, Rule], services: Iterable[Service], region: str, day: date
) -> tuple[Rule, ...]:
    """The rules that a planner should read otherwise, because somebody in this region stands behind
    them or may say yes. None where nothing was promised."""
    cover, letters = cover_in(region, day), letters_in(region, day)
    found = counting_on(rules, services, cover, letters, day)
    return tuple(rule for name, rule in found.items() if rule != rules[name])


def cover_not_counted(world: World, region: str, day: date) -> Mapping[str, tuple[Promise, ...]]:
    """By rule, the cover of places in this region that does not reach every place of the rule."""
    return partly_covered(world.rules, world.services.values(), cover_in(region, day), day)


def as_promised(world: World, rules: Iterable[Rule]) -> World:
    """The world with these rules in it; the very same world without any."""
    changed = {rule.id: rule for rule in rules}
    return replace(world, rules={**world.rules, **changed}) if changed else world


def agreements_by_touch(region: str, day: date) -> dict[str, tuple[Link, ...]]:
    """What holds in this region, by each rule, service and friction it touches;
    `region` empty for everywhere."""
    found: dict[str, tuple[Link, ...]] = {}
    for agreed in outside(region, day):
        touches = agreed.newest.touches
        for code in (*touches.rules, *touches.services, *touches.frictions):
            found[code] = (*found.get(code, ()), link_to(agreed))
    return found


def agreements_to_tell(region: str, day: date) -> tuple[Version, ...]:
    """What holds in this region, as everybody may read it."""
    return tuple(agreed.newest for agreed in outside(region, day))


def link_to(agreed: Agreed) -> Link:
    url = reverse("agreeing:public-one", args=[agreed.region, agreed.id])
    return Link(agreed.newest.title, url)
