# SPDX-License-Identifier: EUPL-1.2
"""Which rule to change first: what each wins, two together, the best few, and where all are stuck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ruimbaan.analytics.population.best import Choice, exact, greedy
from ruimbaan.analytics.population.deadlocks import Deadlock
from ruimbaan.analytics.population.figures import Figures, Won
from ruimbaan.core.planner.world import World

Beyond = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Other:
    """Another rule, and the weighted days that the two win beyond (below zero: short of) the sum."""

    rule: str
    beyond: int


@dataclass(frozen=True, slots=True)
class Ranked:
    """One rule changed for everybody. `within_reach`: somebody below the legislator may. `more_with`
    and `less_with`: the rules with which it wins most beyond the sum, and falls most short of it."""

    rule: str
    within_reach: bool
    won: Won
    more_with: Other | None = None
    less_with: Other | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rules changed together. `beyond`: weighted days more (or, below zero, fewer) than the sum of
    each alone."""

    rules: tuple[str, str]
    days: int
    beyond: int


@dataclass(frozen=True, slots=True)
class Best:
    """Of all sets of this many rules the one that wins most, proven; and what comes of taking the
    best rule each time, None when that finds nothing more. No set of fewer rules wins as much."""

    rules: tuple[str, ...]
    won: Won
    one_by_one: Choice | None


@dataclass(frozen=True, slots=True)
class Ranking:
    """`late`: weighted days that all are late together in practice; `most`: what all rules within
    reach would win together. Waits are held constant."""

    region: str
    seed: int
    people: int
    world: str
    population: str
    as_of: date
    horizon: int
    late: int
    most: int
    rules: tuple[Ranked, ...]
    pairs: tuple[Pair, ...]
    best: tuple[Best, ...]
    deadlocks: tuple[Deadlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """Who was drawn from which population."""

    seed: int
    people: int
    population: str


def ranked(
    world: World,
    drawing: Drawing,
    figures: Figures,
    deadlocks: Sequence[Deadlock],
    *,
    pairs: int,
    best: int,
) -> Ranking:
    """At most so many pairs: those that win furthest from the sum of both, above or below it."""
    reach = within_reach(world)
    beyond = figures.pairs(reach)
    rules = [
        Ranked(rule, rule in reach, figures.won(frozenset({rule})), *_others(rule, beyond))
        for rule in world.rules
    ]
    return Ranking(
        region=world.region,
        seed=drawing.seed,
        people=drawing.people,
        world=world.digest,
        population=drawing.population,
        as_of=world.as_of,
        horizon=world.span.horizon,
        late=figures.late_days(),
        most=figures.best_days(),
        rules=tuple(sorted(rules, key=lambda one: -one.won.days)),
        pairs=_pairs(figures, reach, beyond)[:pairs],
        best=tuple(_best(figures, reach, best)),
        deadlocks=tuple(deadlocks),
    )


def within_reach(world: World) -> tuple[str, ...]:
    """Rules that may be bent, in the order of the world."""
    return tuple(rule.id for rule in world.rules.values() if rule.may_bend)


def _others(rule: str, beyond: Beyond) -> tuple[Other | None, Other | None]:
    with_it = sorted(
        (days, next(other for other in pair if other != rule))
        for pair, days in beyond.items()
        if rule in pair
    )
    more = [Other(other, days) for days, other in reversed(with_it) if days > 0]
    less = [Other(other, days) for days, other in with_it if days < 0]
    return next(iter(more), None), next(iter(less), None)


def _pairs(figures: Figures, reach: Sequence[str], beyond: Beyond) -> tuple[Pair, ...]:
    alone = {rule: figures.days(frozenset({rule})) for rule in reach}
    found = [
        Pair(pair, alone[pair[0]] + alone[pair[1]] + days, days) for pair, days in beyond.items()
    ]
    return tuple(sorted(found, key=lambda one: (-abs(one.beyond), one.rules)))


def _best(figures: Figures, reach: Sequence[str], most: int) -> list[Best]:
    by_one = {len(choice.rules): choice for choice in greedy(figures, reach, most)}
    return [
        Best(choice.rules, figures.won(frozenset(choice.rules)), by_one.get(len(choice.rules)))
        for choice in exact(figures, reach, most)
    ]
