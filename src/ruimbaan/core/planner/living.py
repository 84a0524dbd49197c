# SPDX-License-Identifier: EUPL-1.2
"""Lateness as it is lived: the target of the searches in a world in which steps can clash.

Bending more never makes the best plan that comes true later: a plan that comes true keeps coming
true. So the searches over rules stay as they are, and only ask something else of a set of rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.planner.branches import every_day, hiding
from ruimbaan.core.planner.clashes import Clashes, Taking
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import Target
from ruimbaan.core.planner.narrowing import narrow
from ruimbaan.core.planner.problem import Effect, Problem, Switches, Way
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.together import Best, Together

BRANCHES = 40
IN_ALL = 10  # times as many for all sets of rules together


@dataclass(slots=True, kw_only=True)
class LivedTarget(Target):
    """`whole`: the schedule with all services and every fact; `matter`: the switches of rules that
    change anything. `branches` bounds each look at one set of rules."""

    whole: Schedule
    matter: Switches
    branches: int
    best_of: dict[Switches, Best] = field(default_factory=dict)
    plans: dict[Switches, Best] = field(default_factory=dict)  # the least late that came true
    least: dict[Switches, int] = field(default_factory=dict)  # proven: nobody is less late
    looked_at: int = 0
    proven: bool = True

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
        bent = self._bent(state)
        if bent not in self.best_of:
            together = self._together(bent)
            found = self._noted(bent, together.best(self._tries()))
            late, _ = self._known(state)
            for less, plan in self.plans.items():
                if found.gap and not less & ~bent and plan.score.lateness == late:
                    again = together.lived(plan.applications, plan.branch)
                    again = replace(again, bound=found.bound, clashes=plan.clashes)
                    found = min(found, again, key=lambda each: each.score)
            self.best_of[bent] = found
        return self.best_of[bent]

    def lateness(self, state: State) -> int:
        """What a plan with fewer rules bent already has is not looked for again."""
        late, least = self._known(state)
        if late is None or late > least:
            bent = self._bent(state)
            self._noted(bent, self._together(bent).least_late(self._tries()))
            late, _ = self._known(state)
            assert late is not None
        return late

    def arrivals(self, state: State) -> dict[str, int | None]:
        return dict(self.best(state).arrivals)

    def works(self, state: State) -> bool:
        late, least = self._known(state)
        if least > self.at_most:
            return False
        if late is None or late > self.at_most:
            bent = self._bent(state)
            found = self._noted(bent, self._together(bent).within(self.at_most, self._tries()))
            late = found.score.lateness
            self.proven &= late <= self.at_most or found.bound > self.at_most
        return late <= self.at_most

    def still_failing(self, state: State, more: Switches) -> State | None:
        grown = self.schedule.extend(state, more)
        return None if self.works(grown) else grown

    def alone(self, goal: str, at_most: int) -> LivedTarget:
        goals = (Goal(goal, 0),)
        return replace(self, goals=goals, at_most=at_most, best_of={}, plans={}, least={})

    def _tries(self) -> int:
        """One look at least: then there is a plan that comes true, be it not the best."""
        return max(1, min(self.branches, IN_ALL * self.branches - self.looked_at))

    def _bent(self, state: State) -> Switches:
        return state.switches & ~self.whole.problem.all_services

    def _noted(self, bent: Switches, found: Best) -> Best:
        self.looked_at += found.looked_at
        known = self.plans.setdefault(bent, found)
        self.plans[bent] = min(known, found, key=lambda each: each.score)
        self.least[bent] = max(found.bound, self.least.get(bent, found.bound))
        return found

    def _known(self, state: State) -> tuple[int | None, int]:
        """The lateness of a known plan, and what is proven to be the least. A plan comes true with
        more rules bent as well; and nobody is less late with fewer."""
        bent = self._bent(state)
        late = (found.score.lateness for less, found in self.plans.items() if not less & ~bent)
        least = (found for more, found in self.least.items() if not bent & ~more)
        return min(late, default=None), max((*least, Target.lateness(self, state)))

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
    """Nobody gets in who takes away, on the day of the start, what is needed on that very day; and
    what is given and taken by the same service is not given."""
    ways = tuple(
        _that_works(way, switches, clashes) if way.service in clashes.takings else way
        for way in problem.ways
    )
    return replace(problem, ways=ways)


def _that_works(way: Way, switches: Switches, clashes: Clashes) -> Way:
    takings, never = clashes.takings[way.service or ""], 0
    for literal in way.literals:
        on_start = literal.at_start or not way.wait
        asked = literal.condition.holds and literal.condition.within is None
        if on_start and asked and not literal.waiver & switches:
            for taking in takings:
                if taking.fact == literal.fact and not taking.after:
                    never |= taking.binding & ~literal.free
    shut = never >> way.wait
    effects = [_what_is_left(effect, takings, clashes) for effect in way.effects]
    return replace(
        way,
        open_days=way.open_days & ~shut,
        all_days=way.all_days & ~shut,
        effects=tuple(effect for effect in effects if effect.valid != 0),
    )


def _what_is_left(effect: Effect, takings: Sequence[Taking], clashes: Clashes) -> Effect:
    """Of what is given from the start on, the days before the service itself takes it."""
    always = clashes.span.every_day
    days = [
        taking.after
        for taking in takings
        if taking.fact == effect.fact and taking.binding == always and not effect.at_end
    ]
    if not days or effect.valid is None:
        return effect
    return replace(effect, valid=min(effect.valid, *days))
