# SPDX-License-Identifier: EUPL-1.2
"""The rules of this installation: read once per process, the same for everybody.

A rule is shown as it is today, the day from which routes count, or as on the day of its region's
data when that is still to come. National law is as on the last of those days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from django.utils import timezone

from ruimbaan.core.rules.rulebook import Rulebook, RuleText
from ruimbaan.integrations import regions
from ruimbaan.integrations.rulebook import load_rulebook


@lru_cache(maxsize=1)
def _rulebook() -> Rulebook:
    """Empty when this installation has no data of any region."""
    return load_rulebook(regions.rule_folders(_days())) if _days() else Rulebook()


@lru_cache(maxsize=1)
def _days() -> Mapping[str, date]:
    """The day of the data of each region; none when this installation has no region."""
    try:
        names = regions.list_regions()
    except regions.NoRegions:
        return {}
    return {name: regions.load_region(name).world.as_of for name in names}


def all_versions() -> Rulebook:
    """Every version of every rule, also those that are over."""
    return _rulebook()


def day_of(rule: RuleText) -> date:
    """The day as on which this rule is shown."""
    return _day_of(rule, timezone.localdate())


def _day_of(rule: RuleText, today: date) -> date:
    return max(today, _days().get(rule.owner) or max(_days().values()))


def list_rules() -> tuple[RuleText, ...]:
    """The rules that are in force on their day, by number and then by name."""
    return _listed(timezone.localdate())


@lru_cache(maxsize=2)  # of today, and of yesterday around midnight
def _listed(today: date) -> tuple[RuleText, ...]:
    found = (_find(name, today) for name in _rulebook().versions)
    return tuple(sorted((rule for rule in found if rule), key=lambda rule: (rule.number, rule.id)))


def find_rule(name: str) -> RuleText | None:
    """The version that is in force on its day, if this rule is there and has one."""
    return _find(name, timezone.localdate())


def _find(name: str, today: date) -> RuleText | None:
    versions = _rulebook().versions.get(name)
    return _rulebook().find(name, _day_of(versions[0], today)) if versions else None


def list_twins(rule: RuleText) -> tuple[RuleText, ...]:
    """The same number in other regions: each region makes its own version of a local rule."""
    return tuple(
        other for other in list_rules() if other.number == rule.number and other.id != rule.id
    )
