# SPDX-License-Identifier: EUPL-1.2
"""The tables of what people let count: when goals came, and how soon support began.

One row is one goal, or one time that support was asked: two populations, for their totals differ. Who
stops takes the own rows along, so a later table may not fit an earlier one; then it does not come out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from ruimbaan.analytics.disclosure.cubes import Cube
from ruimbaan.analytics.regie.grouping import Grouped, all_of, cube_of, one_each
from ruimbaan.core.directory.life_domains import LIFE_DOMAINS
from ruimbaan.core.insight.contributed import (
    AGAINST,
    BY,
    FOLLOWED,
    Counted,
    Goal,
    Support,
    goals,
    supports,
)
from ruimbaan.core.insight.courses import MET, OTHER, UNKNOWN, WAITS, WEEKS, Cohort

GOALS, SUPPORTS = "doel", "stap"
GOAL_WEEKS, SUPPORT_WEEKS = (
    39,
    78,
)  # so that following them fits in the two years that rows are kept
MOST_KINDS = 6
LEAST = 20  # a kind with fewer goes with the others
_LIMITS = {"w01": (0, 1), "w03": (2, 3), "w06": (4, 6), "w13": (7, 13)}
_BEGAN: Grouped = {
    **{(name,): frozenset(MET[first : last + 1]) for name, (first, last) in _LIMITS.items()},
    ("loopt-nog",): frozenset({WAITS}),
}
_KINDS = (*(str(number) for number in range(1, 100)), UNKNOWN)


def step_cubes(region: str, cohort: Cohort, rows: Iterable[Counted]) -> dict[str, tuple[Cube, ...]]:
    """By name; nothing of what nobody let count."""
    counted = tuple(rows)
    asked = _before(cohort.cut - timedelta(weeks=WEEKS), SUPPORT_WEEKS)
    kept = _before(cohort.cut - timedelta(weeks=FOLLOWED), GOAL_WEEKS)
    begun = [one for one in supports(counted) if one.asked in asked]
    wanted = [one for one in goals(counted) if one.kept in kept]
    found: dict[str, tuple[Cube, ...]] = {}
    if wanted:
        found[GOALS] = (_goals(region, kept, wanted),)
    if begun:
        found[SUPPORTS] = (_supports(region, asked, begun),)
    return found


def _goals(region: str, weeks: tuple[date, ...], found: list[Goal]) -> Cube:
    dimensions = {
        "doel": one_each((*LIFE_DOMAINS, UNKNOWN)),
        "tegen": one_each(AGAINST),
        "door": one_each(BY),
        "gevraagd": all_of(map(date.isoformat, weeks)),
    }
    rows = (((one.goal, one.against, one.by, one.kept.isoformat()), ("",)) for one in found)
    return cube_of(f"doelen-{region}", dimensions, rows)


def _supports(region: str, weeks: tuple[date, ...], found: list[Support]) -> Cube:
    counted = Counter(one.kind for one in found)
    shown = [kind for kind, count in counted.most_common(MOST_KINDS) if count >= LEAST]
    dimensions = {
        "steun": {**one_each(sorted(shown)), (OTHER,): frozenset(_KINDS) - frozenset(shown)},
        "loop": _BEGAN,
        "gevraagd": all_of(map(date.isoformat, weeks)),
    }
    rows = (((one.kind, one.way, one.asked.isoformat()), ("",)) for one in found)
    return cube_of(f"stappen-{region}", dimensions, rows)


def _before(end: date, count: int) -> tuple[date, ...]:
    """So many Mondays up to this one; the whole week after the last lies before it."""
    return tuple(end - timedelta(weeks=number) for number in range(count, 0, -1))
