# SPDX-License-Identifier: EUPL-1.2
"""How sure the days of a plan are: the same plan in many futures, each with other waits.

Two answers stand beside each other, because nobody can know which of the two somebody gets. `alone`:
who follows this route and nothing else. `everywhere`: who joins every waiting list and takes the best,
knowing all waits beforehand. What one can reach lies between. How sure a date is depends on the waits
only: nothing in here is about the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from ruimbaan.core.directory.spread import Known, Spread, known_of, spread_of
from ruimbaan.core.planner.answer import Plan, Step
from ruimbaan.core.planner.futures_everywhere import Arrivals, everywhere
from ruimbaan.core.planner.futures_route import route
from ruimbaan.core.planner.futures_waits import Futures, Waits
from ruimbaan.core.planner.problem import Problem, Switches

LOW, MIDDLE, HIGH = 0.1, 0.5, 0.9


@dataclass(frozen=True, slots=True)
class Spreading:
    """The days of arrival in all futures, soonest first; None is not within the horizon."""

    days: tuple[int | None, ...]
    in_time: int  # of the futures

    @property
    def share(self) -> float:
        """Of the futures, those in time."""
        return self.in_time / len(self.days)

    def by(self, share: float) -> int | None:
        """The first day by which one has arrived in at least this share of the futures."""
        return self.days[max(1, ceil(share * len(self.days))) - 1]


@dataclass(frozen=True, slots=True)
class Swing:
    """When this goal is reached if one wait is as short as for one in ten people, or as long as for
    one in ten, while each other wait is as usual."""

    service: str
    quick: int | None
    usual: int | None
    slow: int | None


@dataclass(frozen=True, slots=True)
class Chance:
    """Of one goal. `swings`: of each wait that moves the day of this goal, the largest first."""

    fact: str
    needed_by: int
    planned: int | None
    alone: Spreading
    everywhere: Spreading
    swings: tuple[Swing, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitUsed:
    """A wait in the plan, and what is known of it."""

    service: str
    known: Known
    spread: Spread | None


@dataclass(frozen=True, slots=True)
class Chances:
    futures: Futures
    goals: tuple[Chance, ...]
    waits: tuple[WaitUsed, ...]

    @property
    def nothing_known(self) -> bool:
        """Of no wait in this plan is it known how far it can be off."""
        return not any(wait.spread for wait in self.waits)


class Engine(Protocol):
    """Who works it out: this page's own Python, or what is compiled from it, with equal answers."""

    def everywhere(
        self, problem: Problem, switches: Switches, waits: Waits, count: int
    ) -> Arrivals: ...

    def route(
        self,
        problem: Problem,
        switches: Switches,
        steps: Sequence[Step],
        waits: Waits,
        count: int,
    ) -> Arrivals: ...


class Plainly:
    """In Python: right by being read."""

    everywhere = staticmethod(everywhere)
    route = staticmethod(route)


def chances(
    problem: Problem, plan: Plan, futures: Futures, engine: Engine | None = None
) -> Chances:
    """Of each goal of the problem, with the rules bent that this plan bends."""
    engine = engine or Plainly()
    switches = problem.all_services | problem.bend(plan.flexed)
    waits = futures.waits(problem.world, problem.world.services)
    alone = engine.route(problem, switches, plan.steps, waits, futures.count)
    best = engine.everywhere(problem, switches, waits, futures.count)
    used = waits_used(problem, plan)
    swings = _swings(problem, switches, plan, used, engine)
    return Chances(
        futures,
        tuple(
            Chance(
                goal.fact,
                goal.needed_by,
                plan.arrivals[goal.fact],
                spreading(alone[at], goal.needed_by),
                spreading(best[at], goal.needed_by),
                swings[at],
            )
            for at, goal in enumerate(problem.situation.goals)
        ),
        used,
    )


def spreading(days: Sequence[int | None], needed_by: int) -> Spreading:
    reached = sorted(day for day in days if day is not None)
    never = (None,) * (len(days) - len(reached))
    return Spreading((*reached, *never), sum(day <= needed_by for day in reached))


def waits_used(problem: Problem, plan: Plan) -> tuple[WaitUsed, ...]:
    """Of the steps with the ordinary wait, each once; a wait bent shorter is what was agreed."""
    world = problem.world
    found: dict[str, WaitUsed] = {}
    for step in plan.steps:
        service = world.services[step.service]
        if step.wait == service.wait.days:
            known = known_of(service, world.rules.get(service.wait.rule or ""))
            if known is not Known.NONE:
                found[step.service] = WaitUsed(step.service, known, spread_of(service.wait))
    return tuple(found.values())


def _swings(
    problem: Problem,
    switches: Switches,
    plan: Plan,
    used: Iterable[WaitUsed],
    engine: Engine,
) -> list[tuple[Swing, ...]]:
    """One future with each wait as usual, and two for each wait: it alone quick, it alone slow."""
    spreads = {wait.service: wait.spread for wait in used if wait.spread}
    count = 1 + 2 * len(spreads)
    waits = {name: [spread.p50] * count for name, spread in spreads.items()}
    for at, (name, spread) in enumerate(spreads.items()):
        waits[name][1 + 2 * at : 3 + 2 * at] = [spread.quick, spread.p90]
    found = engine.route(problem, switches, plan.steps, waits, count)
    horizon = problem.span.horizon

    def swing(one: Swing) -> int:
        days = [horizon if day is None else day for day in (one.quick, one.usual, one.slow)]
        return max(days) - min(days)

    of_goal = []
    for days in found:
        pairs = zip(days[1::2], days[2::2], strict=True)
        each = [
            Swing(name, quick, days[0], slow)
            for name, (quick, slow) in zip(spreads, pairs, strict=True)
        ]
        of_goal.append(tuple(sorted((one for one in each if swing(one)), key=lambda s: -swing(s))))
    return of_goal
