# SPDX-License-Identifier: EUPL-1.2
"""Lateness as it is lived: the target of the searches in a world in which steps can clash.

Bending more never makes the best plan that comes true later: a plan that comes true keeps coming
true. So the searches over rules stay as they are, and only ask something else of a set of rules.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.planner.branches import every_day, hiding
from ruimbaan.core.planner.clashes import Clashes
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import Target
from ruimbaan.core.planner.narrowing import narrow
from ruimbaan.core.planner.problem import Problem, Switches
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.together import Best, Together

BRANCHES = 400


@dataclass(slots=True, kw_only=True)
class LivedTarget(Target):
    """`whole`: the schedule with all services and every fact; `matter`: the switches of rules that
    change anything. `branches` bounds each look at one set of rules."""

    whole: Schedule
    matter: Switches
    branches: int
    best_of: dict[Switches, Best] = field(default_factory=dict)

    @classmethod
    def of(cls, target: Target, whole: Schedule, everything: State, branches: int) -> LivedTarget:
        """`everything`: the maximal schedule with all rules bent. A way that brings nothing new there
        may still be the one that goes round a clash, so more rules matter than for the bound."""
        problem, matter = whole.problem, 0
        for service in problem.world.services.values():
            rules = [loss.rule for loss in service.takes]
            rules += [other.rule for other in service.excludes]
            for rule in rules:
                matter |= problem.rule_switch[rule] if rule else 0
        small = _narrowed(problem, Clashes(problem, 0), 0, everything)
        matter |= Schedule(small, State(0, (), (0,) * len(small.ways))).effective
        return cls(
            target.schedule,
            target.base,
            target.goals,
            whole=whole,
            matter=matter,
            branches=branches,
        )

    @property
    def effective(self) -> Switches:
        return self.matter

    def best(self, state: State) -> Best:
        """The best plan that comes true with the rules of this state bent."""
        bent = state.switches & ~self.whole.problem.all_services
        if bent not in self.best_of:
            self.best_of[bent] = self._together(bent).best(self.branches)
        return self.best_of[bent]

    def lateness(self, state: State) -> int:
        """What a plan with fewer rules bent already has is not looked for again."""
        bound = Target.lateness(self, state)
        least = min(self._with_fewer(state), default=None)
        return bound if least == bound else self.best(state).score.lateness

    def arrivals(self, state: State) -> dict[str, int | None]:
        return dict(self.best(state).arrivals)

    def works(self, state: State) -> bool:
        if Target.lateness(self, state) > self.at_most:
            return False
        known = any(late <= self.at_most for late in self._with_fewer(state))
        return known or self.lateness(state) <= self.at_most

    def still_failing(self, state: State, more: Switches) -> State | None:
        grown = self.schedule.extend(state, more)
        return None if self.works(grown) else grown

    def alone(self, goal: str, at_most: int) -> LivedTarget:
        return replace(self, goals=(Goal(goal, 0),), at_most=at_most, best_of={})

    def _with_fewer(self, state: State) -> list[int]:
        """Lateness of known plans with some of these rules bent: they come true here as well."""
        return [
            best.score.lateness for bent, best in self.best_of.items() if not bent & ~state.switches
        ]

    def together(self, bent: Switches) -> Together:
        """As the whole world has it, to look whether a plan comes true."""
        problem = replace(self.whole.problem, goals=self.goals)
        return Together(problem, bent | problem.all_services, Clashes(problem, bent))

    def _together(self, bent: Switches) -> Together:
        """The same with only what can still differ."""
        problem = replace(self.whole.problem, goals=self.goals)
        switches = bent | problem.all_services
        clashes = Clashes(problem, bent)
        small = _narrowed(problem, clashes, bent, solve_once(problem, switches))
        return Together(_not_by_itself(small, switches, clashes), switches, clashes)


def _narrowed(problem: Problem, clashes: Clashes, bent: Switches, most: State) -> Problem:
    """Between nothing done with everything lost, and everything done with nothing lost."""
    takes = clashes.takings.values()
    lost = every_day(problem, {taking.fact for found in takes for taking in found})
    least = solve_once(hiding(problem, lost), bent)
    return _beginning(narrow(replace(problem, own=problem.initial), least, most).problem, problem)


def _beginning(small: Problem, problem: Problem) -> Problem:
    """What holds by itself may be lost, and is there as long as it is not."""
    pairs = zip(small.initial, problem.initial, strict=True)
    return replace(small, initial=tuple(least | own for least, own in pairs))


def _not_by_itself(problem: Problem, switches: Switches, clashes: Clashes) -> Problem:
    """Nobody gets in who takes away, on the day of the start, what is needed on that very day."""
    ways = list(problem.ways)
    for number, way in enumerate(ways):
        never = 0
        for literal in way.literals if way.service in clashes.takings else ():
            on_start = literal.at_start or not way.wait
            asked = literal.condition.holds and literal.condition.within is None
            if on_start and asked and not literal.waiver & switches:
                never |= clashes.taken_at_once(way.service or "", literal.fact) & ~literal.free
        if never:
            shut = never >> way.wait
            ways[number] = replace(
                way, open_days=way.open_days & ~shut, all_days=way.all_days & ~shut
            )
    return replace(problem, ways=tuple(ways))
