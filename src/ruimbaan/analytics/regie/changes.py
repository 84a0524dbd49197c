# SPDX-License-Identifier: EUPL-1.2
"""The tables that say whether changing a rule did what was hoped: as many weeks before the day of the
change as after it, of the kinds of support at which the rule stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ruimbaan.analytics.disclosure.cubes import Cube
from ruimbaan.analytics.regie.grouping import Grouped, cube_of
from ruimbaan.analytics.regie.handoffs import KIND_NUMBERS, population_of
from ruimbaan.core.insight.changed import (
    AFTER,
    AT_RULE,
    BEFORE,
    SHORTEST,
    SOON,
    WEEK,
    Changed,
    table_of,
)
from ruimbaan.core.insight.courses import MET, OTHER, UNKNOWN, WAYS, Cohort, Course

PARTS = 4
_SOON: Grouped = {
    (SOON,): frozenset(MET[:7]),
    ("later-of-niet",): frozenset(WAYS) - frozenset(MET[:7]),
}


def change_cubes(
    region: str, cohort: Cohort, courses: Iterable[Course], changed: Sequence[Changed]
) -> Mapping[str, tuple[Cube, ...]]:
    """By name; each the longest first. Beside all other tables the weeks outside may be so few that
    they would show somebody: then fewer weeks are laid side by side. A change without enough whole
    weeks on either side has no table yet."""
    found: dict[str, tuple[Cube, ...]] = {}
    courses = tuple(courses)
    for one in changed:
        longest = one.window(cohort)
        weeks = [longest * part // PARTS for part in range(PARTS, 0, -1)]
        cubes = tuple(_cube(region, one, each, courses) for each in weeks if each >= SHORTEST)
        if cubes:
            found[table_of(one.number)] = cubes
    return found


def _cube(region: str, one: Changed, weeks: int, courses: Iterable[Course]) -> Cube:
    sides: Grouped = {
        (BEFORE,): _mondays(one.end - weeks * WEEK, weeks),
        (AFTER,): _mondays(one.first, weeks),
    }
    kinds = frozenset(one.kinds)
    others = frozenset((*KIND_NUMBERS, UNKNOWN)) - kinds
    dimensions: dict[str, Grouped] = {
        "naar": _kinds(kinds, others),
        "loop": _SOON,
        "gevraagd": sides,
    }
    inside = frozenset().union(*sides.values())
    rows = (
        ((each.naar, each.way, each.asked.isoformat()), (each.sender, each.receiver))
        for each in courses
        if each.asked.isoformat() in inside
    )
    return cube_of(population_of(region), dimensions, rows)


def _kinds(kinds: frozenset[str], others: frozenset[str]) -> Grouped:
    """The kinds together are what the rule stands at; all others are there to compare with."""
    return {(AT_RULE,): kinds, (OTHER,): others}


def _mondays(first: date, weeks: int) -> frozenset[str]:
    return frozenset((first + number * WEEK).isoformat() for number in range(weeks))
