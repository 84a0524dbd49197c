# SPDX-License-Identifier: EUPL-1.2
"""The rules of this installation: read once per process, the same for everybody."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from ruimbaan.core.rules.rulebook import Rulebook, RuleText
from ruimbaan.integrations import regions
from ruimbaan.integrations.rulebook import load_rulebook


@lru_cache(maxsize=1)
def _rulebook() -> Rulebook:
    """Empty when this installation has no data of any region."""
    try:
        names = regions.list_regions()
    except regions.NoRegions:
        return Rulebook()
    return load_rulebook(regions.rule_folders(names))


def list_rules(on: date) -> tuple[RuleText, ...]:
    """The rules that are in force on this day, by number and then by name."""
    found = _rulebook().in_force(on).values()
    return tuple(sorted(found, key=lambda rule: (rule.number, rule.id)))


def find_rule(name: str, on: date) -> RuleText | None:
    return _rulebook().find(name, on)


def list_twins(rule: RuleText, on: date) -> tuple[RuleText, ...]:
    """The same number in other regions: each region makes its own version of a local rule."""
    return tuple(
        other for other in list_rules(on) if other.number == rule.number and other.id != rule.id
    )
