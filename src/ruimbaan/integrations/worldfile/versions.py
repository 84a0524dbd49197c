# SPDX-License-Identifier: EUPL-1.2
"""Versions of a rule: a world has the one that is in force on day 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule
from ruimbaan.integrations.worldfile import meaning_errors, warnings
from ruimbaan.integrations.worldfile.places import Place
from ruimbaan.integrations.worldfile.problems import Problems

Versions = Sequence[tuple[Rule, Place]]


def version_on(versions: Versions, day_0: date, problems: Problems) -> Rule:
    """The version of day 0: else the first one to come, else the last there was.

    It binds on every day on which some version binds, so a successor takes over without a gap;
    what is asked, and of whom, is that of day 0.
    """
    rules = check_joined(versions, problems)
    not_over = (rule for rule in rules if rule.valid_until is None or day_0 < rule.valid_until)
    chosen = next(not_over, rules[-1])
    return replace(chosen, valid_from=rules[0].valid_from, valid_until=rules[-1].valid_until)


def check_joined(versions: Versions, problems: Problems) -> list[Rule]:
    """The versions, the oldest first; says so when there are days between two of them."""
    ordered = sorted(versions, key=lambda version: version[0].valid_from or date.min)
    for (before, _), (after, place) in pairwise(ordered):
        if before.valid_until != after.valid_from:
            problems.add(
                meaning_errors.VersionsApart(
                    place, name=after.id, first=before.valid_until, until=after.valid_from
                )
            )
    return [rule for rule, _ in ordered]


def warn_about_changes(rule: str, versions: Versions, world: World, problems: Problems) -> None:
    """Says so when a newer version begins within the days of a plan."""
    last = world.as_of + timedelta(days=world.span.horizon)
    for version, place in versions:
        begins = version.valid_from
        if len(versions) > 1 and begins is not None and world.as_of < begins < last:
            problems.warn(warnings.RuleChanges(place, name=rule, date=begins.isoformat()))
