# SPDX-License-Identifier: EUPL-1.2
"""Why a goal is not reached in practice: missing data, the horizon, the calendar, or the rules."""

from __future__ import annotations

from dataclasses import replace

from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.planner.answer import Finding, FindingKind
from ruimbaan.core.planner.blocking import (
    BlockingSet,
    readable_circle,
    smallest_blocking_set,
)
from ruimbaan.core.planner.cheapest import Cheapest, SearchCutShort
from ruimbaan.core.planner.front import ordered
from ruimbaan.core.planner.lateness import Target, arrival
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.possible import EverAtAll, InTime
from ruimbaan.core.planner.problem import Problem, Switches
from ruimbaan.core.planner.schedule import Schedule
from ruimbaan.core.rules.fact import FactKind

LONGER = 4  # times the horizon, to tell "not within" from "never"


def why_not(target: Target, bendable: Switches, tries: int) -> list[Finding]:
    """One finding for each goal that practice, where `target` begins, does not reach; what is
    needed first comes first."""
    soonest = sorted(target.goals, key=lambda goal: (goal.needed_by, -goal.weight))
    return [
        _why(target, goal, bendable, tries)
        for goal in soonest
        if arrival(target.schedule.problem, target.base.held, goal) is None
    ]


def _why(target: Target, goal: Goal, bendable: Switches, tries: int) -> Finding:
    problem = target.schedule.problem
    missing = _data_that_decides(problem, goal)
    if missing:
        return Finding(goal.fact, FindingKind.DATA_MISSING, missing=missing)
    cut, proven = _cut(target, goal, bendable, tries)
    if _reached_later(problem, goal):
        return Finding(goal.fact, FindingKind.BEYOND_HORIZON, cut=cut, proven_smallest=proven)
    known = lay_out(problem.world, problem.situation, assume_known=_unknown_waits(problem))
    ever = EverAtAll(known)
    if not ever.holds(known.index[goal.fact]):
        finding = _in_words(known, goal, smallest_blocking_set(known, ever, goal.fact))
    else:
        in_time = InTime(known, Schedule(known).solve(known.all_services))
        found = smallest_blocking_set(known, in_time, goal.fact)
        finding = replace(_in_words(known, goal, found), kind=FindingKind.NEVER_TOGETHER)
    return replace(finding, cut=cut, proven_smallest=finding.proven_smallest and proven)


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


def _cut(
    target: Target, goal: Goal, bendable: Switches, tries: int
) -> tuple[tuple[str, ...] | None, bool]:
    """The rules that ask least to reach this goal at all; of equals the soonest. Or None."""
    problem = target.schedule.problem
    weights = ordered(problem, bendable & target.schedule.effective)
    alone = Target(target.schedule, target.base, (Goal(goal.fact, needed_by=0),))
    alone.at_most = problem.span.horizon - 1
    search = Cheapest(alone, tries)
    best: Switches | None = None
    budget: int | None = None
    try:
        while (cut := search.find(weights, budget=budget)) is not None:
            best = cut
            budget = sum(price for switch, price in weights.items() if switch & cut)
            alone.at_most = alone.lateness(alone.start(cut)) - 1
    except SearchCutShort:
        return (None if best is None else problem.rules_in(best)), False
    return (None if best is None else problem.rules_in(best)), True


def _data_that_decides(problem: Problem, goal: Goal) -> tuple[str, ...]:
    """Unanswered facts and services with an unknown wait, without any of which the goal is not
    reached and with all of which it is; as few as can be left after trying each away."""
    situation = problem.situation
    needed = [*situation.unknown, *sorted(_unknown_waits(problem))]
    if not needed or not _reached_if(problem, goal, needed):
        return ()
    for candidate in list(needed):
        fewer = [name for name in needed if name != candidate]
        if _reached_if(problem, goal, fewer):
            needed = fewer
    return tuple(needed)


def _unknown_waits(problem: Problem) -> frozenset[str]:
    services = problem.world.services.values()
    return frozenset(service.id for service in services if service.wait.days is None)


def _reached_if(problem: Problem, goal: Goal, known: list[str]) -> bool:
    """With these facts held on all days, and these services without a wait."""
    facts = frozenset(known) & frozenset(problem.world.facts)
    services = frozenset(known) - facts
    if not services:  # the same ways with more to begin with: no need to lay them out again
        return _arrives(_holding(problem, facts), goal)
    assumed = lay_out(problem.world, problem.situation, assume_held=facts, assume_known=services)
    return _arrives(assumed, goal)


def _holding(problem: Problem, facts: frozenset[str]) -> Problem:
    initial = list(problem.initial)
    for fact in facts:
        initial[problem.index[fact]] = problem.span.every_day
    return replace(problem, initial=tuple(initial))


def _reached_later(problem: Problem, goal: Goal) -> bool:
    span = replace(problem.span, horizon=problem.span.horizon * LONGER)
    known = _unknown_waits(problem)
    longer = lay_out(problem.world, problem.situation, span=span, assume_known=known)
    return _arrives(longer, goal)


def _arrives(problem: Problem, goal: Goal) -> bool:
    state = Schedule(problem).solve(problem.all_services)
    return arrival(problem, state.held, goal) is not None
