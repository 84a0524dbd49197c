# SPDX-License-Identifier: EUPL-1.2
"""The advice about a rule of a region, from all that this site knows."""

from __future__ import annotations

from datetime import date

from ruimbaan.core.advice.advice import Advice, advise, day_of, kinds_of
from ruimbaan.core.advice.known import Known
from ruimbaan.core.directory.service import Service
from ruimbaan.core.rules.rulebook import RuleText
from ruimbaan.integrations.regions import NATIONAL
from ruimbaan.parts.advice.known import known_in
from ruimbaan.parts.directory.queries import Region, list_regions
from ruimbaan.parts.rulebook.queries import all_versions
from ruimbaan.parts.storybook.queries import find_book


def every_advice(region: Region, today: date) -> tuple[Advice, ...]:
    """Of each rule that this region made itself or that stands at its doors, in order of number."""
    known, services = known_in(region.id), _services()
    rules = _rules(region.id, day_of(known, today))
    return tuple(_advice(one, region, known, services, today) for one in rules)


def advice_of(region: Region, name: str, today: date) -> Advice | None:
    """None for a rule that does not hold in this region."""
    versions = all_versions().versions.get(name, ())
    if not any(one.owner in {region.id, NATIONAL} for one in versions):
        return None
    return _advice(versions[-1], region, known_in(region.id), _services(), today)


def _advice(
    rule: RuleText, region: Region, known: Known, services: tuple[Service, ...], today: date
) -> Advice:
    kinds = kinds_of(rule.number, services)
    return advise(all_versions(), rule, known, kinds, find_book(), region.id, today)


def _rules(region: str, on: date) -> tuple[RuleText, ...]:
    found = (one for one in all_versions().in_force(on).values() if one.owner == region)
    return tuple(sorted(found, key=lambda one: (one.number, one.id)))


def _services() -> tuple[Service, ...]:
    """Of every region: a rule that one of them does not have stood at the same door in another."""
    return tuple(one for each in list_regions().values() for one in each.world.services.values())
