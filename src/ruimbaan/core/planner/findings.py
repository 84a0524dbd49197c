# SPDX-License-Identifier: EUPL-1.2
"""Why a goal is not reached in practice: missing data, the horizon, the calendar, or the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.planner.answer import Finding, FindingKind
from ruimbaan.core.planner.blocking import (
    DEAD_ENDS,
    BlockingSet,
    readable_circle,
    smallest_blocking_set,
)
from ruimbaan.core.planner.cheapest import Cheapest, SearchCutShort
from ruimbaan.core.planner.front import ordered
from ruimbaan.core.planner.lateness import arrival
from ruimbaan.core.planner.problem import Problem, Switches, lay_out
from ruimbaan.core.planner.schedule import Schedule, State
from ruimbaan.core.planner.untimed import reached_untimed
from ruimbaan.core.rules.fact import FactKind

LONGER = 4  # times the horizon, to tell "not within" from "never"


@dataclass(slots=True)
class Reach:
    """A trial: is this goal reached at all?"""

    schedule: Schedule
    base: State
    goal: Goal

    def start(self, chosen: Switches) -> State:
        return self.schedule.extend(self.base, chosen)

    def extend(self, state: State, more: Switches) -> State:
        return self.schedule.extend(state, more)

    def works(self, state: State) -> bool:
        return arrival(self.schedule.problem, state, self.goal) is not None


def why_not(schedule: Schedule, practice: State, bendable: Switches, tries: int) -> list[Finding]:
    """One finding for each goal that practice does not reach."""
    problem = schedule.problem
    return [
        _why(schedule, practice, goal, bendable, tries)
        for goal in problem.goals
        if arrival(problem, practice, goal) is None
    ]


def _why(
    schedule: Schedule, practice: State, goal: Goal, bendable: Switches, tries: int
) -> Finding:
    problem = schedule.problem
    missing = _data_that_decides(problem, goal)
    if missing:
        return Finding(goal.fact, FindingKind.DATA_MISSING, missing=missing)
    everything = schedule.extend(practice, bendable)
    reach = Reach(schedule.narrowed(practice, everything), practice, goal)
    cut, proven = _cut(reach, bendable, tries)
    if _reached_later(problem, goal):
        return Finding(goal.fact, FindingKind.BEYOND_HORIZON, cut=cut, proven_smallest=proven)
    found = smallest_blocking_set(problem, practice, goal.fact)
    finding = _in_words(problem, goal, found)
    if reached_untimed(problem, goal.fact):
        finding = replace(finding, kind=FindingKind.NEVER_TOGETHER)
    return replace(finding, cut=cut, proven_smallest=finding.proven_smallest and proven)


def _in_words(problem: Problem, goal: Goal, found: BlockingSet) -> Finding:
    circle = readable_circle(found)
    if circle:
        kind = FindingKind.DEADLOCK
    elif any(member.startswith(DEAD_ENDS[1:]) for member in found.members):
        kind = FindingKind.NEVER_TOGETHER
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


def _cut(reach: Reach, bendable: Switches, tries: int) -> tuple[tuple[str, ...] | None, bool]:
    """The rules that cost least to reach the goal at all, or None."""
    problem = reach.schedule.problem
    try:
        weights = ordered(problem, bendable & reach.schedule.effective)
        cut = Cheapest(reach, tries).find(weights)
    except SearchCutShort:
        return None, False
    return (None if cut is None else problem.rules_in(cut)), True


def _data_that_decides(problem: Problem, goal: Goal) -> tuple[str, ...]:
    """Unanswered facts and services with an unknown wait, without any of which the goal is not
    reached and with all of which it is; as few as can be left after trying each away."""
    world, situation = problem.world, problem.situation
    unknown_waits = [s.id for s in world.services.values() if s.wait.days is None]
    needed = [*situation.unknown, *unknown_waits]
    if not needed or not _reached_if(problem, goal, needed):
        return ()
    for candidate in list(needed):
        fewer = [name for name in needed if name != candidate]
        if _reached_if(problem, goal, fewer):
            needed = fewer
    return tuple(needed)


def _reached_if(problem: Problem, goal: Goal, known: list[str]) -> bool:
    facts = frozenset(known) & frozenset(problem.world.facts)
    assumed = lay_out(
        problem.world,
        problem.situation,
        assume_held=facts,
        assume_known=frozenset(known) - facts,
    )
    return _arrives(assumed, goal)


def _reached_later(problem: Problem, goal: Goal) -> bool:
    span = replace(problem.span, horizon=problem.span.horizon * LONGER)
    return _arrives(lay_out(problem.world, problem.situation, span=span), goal)


def _arrives(problem: Problem, goal: Goal) -> bool:
    state = Schedule(problem).solve(problem.all_services)
    return arrival(problem, state, goal) is not None
