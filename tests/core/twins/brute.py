# SPDX-License-Identifier: EUPL-1.2
"""The front and the leanest plan by trying everything: all rule sets, service sets and days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, combinations

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import LadderStep
from tests.core.twins.naive import Schedule, schedule, wanted_by

TIE_BREAK = {LadderStep.START_EARLIER: 1, LadderStep.OTHER_GATE: 2, LadderStep.HOOK: 3}


def subsets(items: Iterable[str], least: int = 0) -> Iterator[frozenset[str]]:
    """All subsets, small ones first."""
    pool = sorted(items)
    sizes = range(least, len(pool) + 1)
    return map(frozenset, chain.from_iterable(combinations(pool, size) for size in sizes))


def asks(world: World, bent: Iterable[str]) -> int:
    return sum(world.rules[rule].asks or 0 for rule in bent)


def tie_break(world: World, bent: Iterable[str]) -> int:
    return sum(TIE_BREAK.get(world.rules[rule].step, 5) for rule in bent)


def bendable(world: World) -> list[str]:
    return sorted(rule.id for rule in world.rules.values() if rule.may_bend)


@dataclass(frozen=True)
class Row:
    """One row of the front; `sets` are all rule sets that may be shown there."""

    asks: int
    lateness: int
    tie: int
    sets: frozenset[frozenset[str]]


def schedules(world: World, situation: Situation) -> dict[frozenset[str], Schedule]:
    """The maximal schedule under every set of rules that may be bent."""
    return {bent: schedule(world, situation, bent) for bent in subsets(bendable(world))}


def front(world: World, lateness: Mapping[frozenset[str], int], delta: int) -> list[Row]:
    """All rows, from the lateness of every rule set. Lateness and `delta` in weighted days."""
    rows = [Row(0, lateness[frozenset()], 0, frozenset({frozenset()}))]
    while row := next_row(world, lateness, rows[-1].lateness - delta):
        rows.append(row)
    return rows


def next_row(world: World, lateness: Mapping[frozenset[str], int], at_most: int) -> Row | None:
    good = [bent for bent, late in lateness.items() if late <= at_most]
    if not good:
        return None
    cheapest = min(asks(world, bent) for bent in good)
    good = [bent for bent in good if asks(world, bent) == cheapest]
    least = min(lateness[bent] for bent in good)
    good = [bent for bent in good if lateness[bent] == least]
    tie = min(tie_break(world, bent) for bent in good)
    shown = frozenset(bent for bent in good if tie_break(world, bent) == tie)
    return Row(cheapest, least, tie, shown)


def best_on_step(
    world: World, lateness: Mapping[frozenset[str], int], allowed: Collection[LadderStep]
) -> tuple[int, int]:
    """The least lateness with only rules on these rungs, and the least that it asks."""
    within = [b for b in lateness if all(world.rules[rule].step in allowed for rule in b)]
    least = min(lateness[bent] for bent in within)
    return least, min(asks(world, bent) for bent in within if lateness[bent] == least)


# lean plans


def reaches(lean: Schedule, arrivals: Mapping[str, int | None]) -> bool:
    """Every goal that is reached at all is reached on its day with these services only."""
    return all(day is None or lean.arrival(fact) == day for fact, day in arrivals.items())


def fewest_services(world: World, situation: Situation, bent: frozenset[str]) -> int:
    """How many different services a lean plan has."""
    arrivals = schedule(world, situation, bent).arrivals()
    return next(
        len(chosen)
        for chosen in subsets(world.services)
        if reaches(schedule(world, situation, bent, services=chosen), arrivals)
    )


def latest_application(
    world: World,
    situation: Situation,
    bent: frozenset[str],
    service: str,
    *,
    among: Collection[str] | None = None,
) -> int | None:
    """The last day on which the first application for `service` still lets every goal arrive
    in time (a late goal: on its arrival), found by trying every day from the last one back."""
    arrivals = schedule(world, situation, bent, services=among).arrivals()
    limits = {
        goal.fact: max(wanted_by(goal, world.span.horizon), arrivals[goal.fact] or 0)
        for goal in situation.goals
        if arrivals[goal.fact] is not None
    }
    possible = schedule(world, situation, bent, services=among).applied(service)
    for day in sorted(possible, reverse=True):
        later = schedule(world, situation, bent, services=among, not_before={service: day})
        in_time = all(
            (arrival := later.arrival(fact)) is not None and arrival <= limit
            for fact, limit in limits.items()
        )
        if in_time and day in later.applied(service):
            return day
    return None
