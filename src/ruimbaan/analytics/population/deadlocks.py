# SPDX-License-Identifier: EUPL-1.2
"""All deadlocks these people meet, each with how many it catches.

For who never reaches a goal the planner gives a smallest self-blocking set. That set is then held
against everybody else who wants the same: it catches all for whom it blocks itself as well, and one
person may be caught by several. Sets whose facts wait for each other in the same circle are one
deadlock.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ruimbaan.analytics.population.questions import Asking, Begun
from ruimbaan.core.journey.population import Drawn, goals_of, situation_of
from ruimbaan.core.journey.situation import Goal, Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import Finding, FindingKind
from ruimbaan.core.planner.possible import NOT
from ruimbaan.core.planner.problem import Literal, Problem, Way
from ruimbaan.core.planner.solve import Solver

TRIES = 20_000
Circle = frozenset[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Deadlock:
    """`facts` in the order of the circle; `finding`: the smallest set that showed it, with the rules
    that open it at the least asking; `situations`: kinds of start and goal; `people`: of all drawn."""

    finding: Finding
    situations: int
    people: int

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(block.fact for block in self.finding.cycle)


def deadlocks(
    asking: Asking, drawn: Mapping[Drawn, int], stuck: Collection[Begun]
) -> tuple[Deadlock, ...]:
    """Of these people. `stuck`: who begins like this never reaches that goal in practice. What
    catches most people comes first."""
    found: dict[Circle, Finding] = {}
    traps = _Traps(asking, defaultdict(dict))
    for begun in sorted(stuck):
        if any(True for _ in traps.catch(begun)):
            continue
        finding = _why(asking, *begun)
        if finding is None or not finding.facts:
            continue
        circle = _circle(finding)
        traps.sets[begun[1]][frozenset(finding.facts)] = circle
        if circle is not None and _is_smaller(finding, found.get(circle)):
            found[circle] = finding
    caught = {begun: frozenset(filter(None, traps.catch(begun))) for begun in stuck}
    return _counted(found, caught, drawn, asking)


class Trap:
    """A set of facts and dead ends, held against one layout. It blocks itself when none of the facts
    holds at first and every way to each of them waits for one of the set: then none ever holds,
    whatever one does. Which ways wait in any case is worked out once; the others wait only while a
    fact that stands in the way holds on every day."""

    def __init__(self, problem: Problem, members: Collection[str]) -> None:
        self.every_day = problem.span.every_day
        self.facts = [problem.index[one] for one in members if one in problem.index]
        self.in_the_way = [
            self._in_the_way(way, members)
            for way in problem.ways
            if any(effect.fact in self.facts for effect in way.effects)
            and not any(_waits(literal, members) for literal in way.literals)
        ]

    def catches(self, initial: Sequence[DaySet]) -> bool:
        return not any(initial[fact] for fact in self.facts) and all(
            any(initial[fact] == self.every_day for fact in facts) for facts in self.in_the_way
        )

    def _in_the_way(self, way: Way, members: Collection[str]) -> list[int]:
        return [
            literal.fact
            for literal in way.literals
            if not literal.free
            and not literal.condition.holds
            and NOT + literal.condition.fact in members
        ]


def _waits(literal: Literal, members: Collection[str]) -> bool:
    condition = literal.condition
    return condition.holds and not literal.free and condition.fact in members


@dataclass(slots=True)
class _Traps:
    """The sets found for each goal, with the circle that each shows, if any."""

    asking: Asking
    sets: dict[str, dict[frozenset[str], Circle | None]]
    known: dict[tuple[int, frozenset[str]], Trap] = field(default_factory=dict)

    def catch(self, begun: Begun) -> Iterator[Circle | None]:
        begins, goal = begun
        plan_from, initial = self.asking.initial(begins)
        for members, circle in self.sets.get(goal, {}).items():
            trap = self.known.get((plan_from, members))
            if trap is None:
                trap = Trap(self.asking.layout(plan_from), members)
                self.known[plan_from, members] = trap
            if trap.catches(initial):
                yield circle


def _why(asking: Asking, begins: int, goal: str) -> Finding | None:
    begun = situation_of(asking.population, Drawn(begins, 0))
    wanted = Situation(begun.id, begun.facts, (Goal(goal, 0),), begun.plan_from)
    return next(iter(Solver(asking.world, wanted, tries=TRIES).findings), None)


def _circle(finding: Finding) -> Circle | None:
    if finding.kind is not FindingKind.DEADLOCK:
        return None
    return frozenset((block.fact, block.waits_for) for block in finding.cycle)


def _is_smaller(one: Finding, other: Finding | None) -> bool:
    if other is None:
        return True
    return (one.cut is None, len(one.facts)) < (other.cut is None, len(other.facts))


def _counted(
    found: Mapping[Circle, Finding],
    caught: Mapping[Begun, frozenset[Circle]],
    drawn: Mapping[Drawn, int],
    asking: Asking,
) -> tuple[Deadlock, ...]:
    people: Counter[Circle] = Counter()
    for one, count in drawn.items():
        goals = goals_of(asking.population, one.wants)
        here: set[Circle] = set()
        for goal in goals:
            here |= caught.get((one.begins, goal.fact), frozenset())
        people.update(dict.fromkeys(here, count))
    situations = Counter(circle for circles in caught.values() for circle in circles)
    counted = (
        Deadlock(finding, situations[circle], people[circle]) for circle, finding in found.items()
    )
    return tuple(sorted(counted, key=lambda one: (-one.people, one.facts)))
