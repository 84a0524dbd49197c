# SPDX-License-Identifier: EUPL-1.2
"""What came of one set of answers, and whether that is so: plans are lived, findings are checked
by something that did not find them. Each check lists what is wrong; an empty list is a pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.planner.answer import Answer, Finding, FindingKind, Plan
from ruimbaan.core.planner.execution import Application
from ruimbaan.core.planner.losses import PlanDoesNotHold
from ruimbaan.core.planner.partial import answer_with, first_in_time
from ruimbaan.core.planner.schedule import days_of
from ruimbaan.core.planner.simulate import execute
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from tests.core.twins.checkers import named_blocks, siphon

IN_PRACTICE, WITH_ROOM = "a plan, nothing bent", "a plan with room"
LONGER = 4  # times the horizon
WITH_A_SET = (FindingKind.DEADLOCK, FindingKind.NOBODY_OFFERS, FindingKind.REFUSED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`kinds`: one per goal for why practice does not bring it, or that some way does."""

    kinds: Counter[str] = field(default_factory=Counter)
    faults: tuple[str, ...] = ()


def outcome(world: World, situation: Situation) -> Outcome:
    solver = Solver(world, situation)
    row = first_in_time(solver)
    try:
        answer = answer_with(solver, {0, row})
    except PlanDoesNotHold as error:
        return Outcome(faults=(f"the plan does not hold: {error}",))
    kinds = Counter(str(finding.kind) for finding in answer.findings)
    kinds[IN_PRACTICE] += sum(day is not None for day in answer.practice.arrivals.values())
    kinds[WITH_ROOM] += sum(
        day is not None and answer.practice.arrivals[goal] is None
        for goal, day in answer.front[row].arrivals.items()
    )
    return Outcome(kinds, tuple(_faults(world, situation, answer, row)))


def _faults(world: World, situation: Situation, answer: Answer, row: int) -> Iterator[str]:
    if not answer.complete:
        yield "the search was cut short"
    for number in sorted({0, row}):
        yield from _lived(world, situation, answer.front[number])
    found = {finding.goal for finding in answer.findings}
    missed = {goal for goal, day in answer.practice.arrivals.items() if day is None}
    if found != missed:
        yield f"practice misses {sorted(missed)}, findings are about {sorted(found)}"
    for finding in answer.findings:
        yield from (f"{finding.goal}: {fault}" for fault in _about(world, situation, finding))


def _lived(world: World, situation: Situation, plan: Plan) -> Iterator[str]:
    """Every step can be applied for on its day, and every goal arrives on the day claimed."""
    steps = [
        Application(step.service, step.apply + again, step.wait)
        for step in plan.steps
        for again in range(step.times)
    ]
    lengths = (max(world.services[step.service].lasts, 1) for step in steps)
    last = max((step.start + days for step, days in zip(steps, lengths, strict=True)), default=0)
    bent = frozenset(plan.flexed)
    lived = execute(world, situation, bent, steps, until=last + 1, with_losses=False)
    if lived.refused:
        yield f"with {sorted(bent)} refused: {lived.refused}"
    if dict(lived.arrivals) != dict(plan.arrivals):
        yield f"with {sorted(bent)} claimed {plan.arrivals}, lived {lived.arrivals}"


def _about(world: World, situation: Situation, finding: Finding) -> Iterator[str]:
    goal = Goal(finding.goal, 0)
    if finding.cut is not None and not _reached(world, situation, goal, frozenset(finding.cut)):
        yield f"bending {finding.cut} does not bring it"
    if finding.kind is FindingKind.DATA_MISSING:
        yield from _missing(world, situation, goal, finding)
    elif finding.kind is FindingKind.BEYOND_HORIZON:
        span = replace(world.span, horizon=world.span.horizon * LONGER)
        if not _reached(replace(world, span=span), situation, goal):
            yield "a longer horizon does not bring it"
    elif finding.kind in WITH_A_SET:
        yield from siphon(world, situation, finding)
        yield from named_blocks(world, finding)


def _missing(world: World, situation: Situation, goal: Goal, finding: Finding) -> Iterator[str]:
    """With all of these it is reached, without any one it is not."""
    unknown = set(situation.unknown)
    if not set(finding.missing) <= unknown:
        yield f"{finding.missing} was not left open"
    if not _reached(world, _knowing(situation, finding.missing), goal):
        yield f"knowing {finding.missing} does not bring it"
    for left_out in finding.missing:
        others = tuple(fact for fact in finding.missing if fact != left_out)
        if _reached(world, _knowing(situation, others), goal):
            yield f"{left_out} is not needed"


def _knowing(situation: Situation, facts: tuple[str, ...]) -> Situation:
    return replace(situation, facts=(*situation.facts, *map(Window, facts)))


def _reached(
    world: World, situation: Situation, goal: Goal, bent: frozenset[str] = frozenset()
) -> bool:
    days = days_of(world, replace(situation, goals=(goal,)), bent)
    return world.span.first_from(days[goal.fact], 0) is not None
