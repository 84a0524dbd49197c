# SPDX-License-Identifier: EUPL-1.2
"""What the rulebook says that keeps a place: when somebody has a hard time, or could not come.

Nothing is invented here: a region whose rulebook says nothing about it gets nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.rules.rulebook import HookStrength, RuleText, Status
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


def when_one_could_not_come(region: str) -> RuleText | None:
    return next((rule for rule in _of(region) if rule.number == COULD_NOT_COME), None)


def is_right(rule: RuleText) -> bool:
    return rule.hook.strength in RIGHTS


def is_sure(rule: RuleText) -> bool:
    """Somebody read its source."""
    return rule.status is Status.VERIFIED


def _of(region: str) -> Iterable[RuleText]:
    return (rule for rule in list_rules() if rule.owner in {region, NATIONAL})
