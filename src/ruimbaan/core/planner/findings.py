# SPDX-License-Identifier: EUPL-1.2
"""Why a goal is not reached in practice: missing data, the horizon, the calendar, or the rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.planner.answer import Finding, FindingKind, Plan
from ruimbaan.core.planner.blocking import (
    BlockingSet,
    readable_circle,
    smallest_blocking_set,
)
from ruimbaan.core.planner.cheapest import Cheapest, SearchCutShort
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.front import ordered
from ruimbaan.core.planner.lateness import Target, arrival
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.possible import EverAtAll, InTime
from ruimbaan.core.planner.problem import Problem, Switches
from ruimbaan.core.planner.schedule import solve_once
from ruimbaan.core.rules.fact import FactKind

LONGER = 4  # times the horizon, to tell "not within" from "never"


@dataclass
class WhyNot:
    """Says of every goal that practice does not reach why that is. `target` begins at practice.
    `plan` is what comes true of practice, when steps can clash there."""

    problem: Problem
    target: Target
    bendable: Switches
    tries: int
    plan: Plan | None = None

    def findings(self) -> Iterator[Finding]:
        """One for each such goal; what is needed first comes first."""
        soonest = sorted(self.problem.goals, key=lambda goal: (goal.needed_by, -goal.weight))
        for goal in soonest:
            if not _arrives(self.problem, self.target.base, goal):
                yield self.finding(goal)
            elif self.plan is not None and self.plan.arrivals[goal.fact] is None:
                yield self.not_at_once(goal, self.plan)

    def not_at_once(self, goal: Goal, plan: Plan) -> Finding:
        """Reached when nothing is in the way of anything. No rule in the cut: reached by itself."""
        cut, proven = self.cut(goal)
        return Finding(
            goal.fact,
            FindingKind.NOT_AT_ONCE,
            cut=cut,
            proven_smallest=proven and not plan.gap,
            clashes=plan.clashes,
        )

    def finding(self, goal: Goal) -> Finding:
        missing = self.data_that_decides(goal)
        if missing:
            return Finding(goal.fact, FindingKind.DATA_MISSING, missing=missing)
        cut, proven = self.cut(goal)
        if _arrives(*self.later, goal):
            return Finding(goal.fact, FindingKind.BEYOND_HORIZON, cut=cut, proven_smallest=proven)
        known, state = self.known
        if not self.ever.holds(known.index[goal.fact]):
            finding = _in_words(known, goal, smallest_blocking_set(known, self.ever, goal.fact))
        else:
            found = smallest_blocking_set(known, InTime(known, state), goal.fact)
            finding = replace(_in_words(known, goal, found), kind=FindingKind.NEVER_TOGETHER)
        return replace(finding, cut=cut, proven_smallest=finding.proven_smallest and proven)

    def cut(self, goal: Goal) -> tuple[tuple[str, ...] | None, bool]:
        """The rules that ask least to reach this goal at all; of equals the soonest. Or None."""
        problem, target = self.problem, self.target
        weights = ordered(problem, self.bendable & target.effective)
        alone = target.alone(goal.fact, problem.span.horizon - 1)
        search = Cheapest(alone, self.tries)
        best: Switches | None = None
        budget: int | None = None
        proven = True
        try:
            while (cut := search.find(weights, budget=budget)) is not None:
                best = cut
                budget = sum(price for switch, price in weights.items() if switch & cut)
                alone.at_most = alone.lateness(alone.start(cut)) - 1
        except SearchCutShort:
            proven = False
        return (None if best is None else problem.rules_in(best)), proven

    def data_that_decides(self, goal: Goal) -> tuple[str, ...]:
        """Unanswered facts and services with an unknown wait, without any of which the goal is
        not reached and with all of which it is; as few as can be left after trying each away."""
        rest = self.not_known
        if not rest or not _arrives(*self.all_known, goal):
            return ()
        kept: tuple[str, ...] = ()
        while rest and not _arrives(*self.knowing(kept), goal):
            enough, too_little = 0, len(rest)  # what is left when so many are tried away
            while too_little - enough > 1:
                middle = (enough + too_little) // 2
                if _arrives(*self.knowing(kept + rest[middle:]), goal):
                    enough = middle
                else:
                    too_little = middle
            kept, rest = (*kept, rest[enough]), rest[enough + 1 :]
        return self._without_any_spare(kept, goal)

    def _without_any_spare(self, found: tuple[str, ...], goal: Goal) -> tuple[str, ...]:
        """Halving counts on more facts never doing harm. A condition that a fact does not hold
        breaks that now and then: so each one left is tried away once more, until none is spare."""
        kept = found if _arrives(*self.knowing(found), goal) else self.not_known
        spare = True
        while spare:
            spare = False
            for one in kept:
                others = tuple(fact for fact in kept if fact != one)
                if _arrives(*self.knowing(others), goal):
                    kept, spare = others, True
                    break
        return kept

    def knowing(self, known: tuple[str, ...]) -> tuple[Problem, State]:
        """With these facts held on all days, and these services without a wait."""
        facts = frozenset(known) & frozenset(self.problem.world.facts)
        services = frozenset(known) - facts
        if services:
            here = self.problem
            return _solved(
                lay_out(here.world, here.situation, assume_held=facts, assume_known=services)
            )
        # The same ways with more to begin with: no need to lay them out again.
        initial = list(self.problem.initial)
        for fact in facts:
            initial[self.problem.index[fact]] = self.problem.span.every_day
        return _solved(replace(self.problem, initial=tuple(initial)))

    @cached_property
    def not_known(self) -> tuple[str, ...]:
        """Unanswered facts, and services with an unknown wait."""
        return (*self.problem.situation.unknown, *sorted(self.unknown_waits))

    @cached_property
    def unknown_waits(self) -> frozenset[str]:
        services = self.problem.world.services.values()
        return frozenset(service.id for service in services if service.wait.days is None)

    @cached_property
    def all_known(self) -> tuple[Problem, State]:
        return self.knowing(self.not_known)

    @cached_property
    def known(self) -> tuple[Problem, State]:
        """A service whose wait nobody knows does exist: here it has none."""
        if not self.unknown_waits:
            return _solved(self.problem)
        here = self.problem
        return _solved(lay_out(here.world, here.situation, assume_known=self.unknown_waits))

    @cached_property
    def later(self) -> tuple[Problem, State]:
        """The same, with a far horizon."""
        here = self.problem
        span = replace(here.span, horizon=here.span.horizon * LONGER)
        known = self.unknown_waits
        return _solved(lay_out(here.world, here.situation, span=span, assume_known=known))

    @cached_property
    def ever(self) -> EverAtAll:
        return EverAtAll(self.known[0])


def _solved(problem: Problem) -> tuple[Problem, State]:
    return problem, solve_once(problem, problem.all_services)


def _arrives(problem: Problem, state: State, goal: Goal) -> bool:
    return arrival(problem, state.held, goal) is not None


def _in_words(problem: Problem, goal: Goal, found: BlockingSet) -> Finding:
    circle = readable_circle(found)
    if circle:
        kind = FindingKind.DEADLOCK
    elif any(_could_be_offered(problem, fact) for fact in found.missing):
        kind = FindingKind.NOBODY_OFFERS
    else:
        kind = FindingKind.REFUSED
    return Finding(
        goal=goal.fact,
        kind=kind,
        facts=found.members,
        blocks=found.blocks,
        cycle=circle,
        missing=found.missing,
        proven_smallest=found.proven_smallest,
    )


def _could_be_offered(problem: Problem, fact: str) -> bool:
    """Not a property of the person, nor something that only bending a rule passes."""
    known = problem.world.facts.get(fact)
    return known is None or known.kind in (FactKind.MADE, FactKind.REGION)
