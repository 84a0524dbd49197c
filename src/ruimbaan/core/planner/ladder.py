# SPDX-License-Identifier: EUPL-1.2
"""The ladder: start earlier, another gate, what is already a right, room to ask, change the rule.

For each rung: how early everything arrives when all rules up to that rung may be bent, and the
cheapest set that does it (PLANNER 10.1, world README "The ladder").
"""

from __future__ import annotations

from ruimbaan.core.planner.answer import Rung
from ruimbaan.core.planner.front import ONE_UNIT, TIE_BREAK_ELSE, cheapest_for, ordered
from ruimbaan.core.planner.lateness import Target
from ruimbaan.core.planner.problem import Switches
from ruimbaan.core.rules.rule import LadderStep


def climb(target: Target, tries: int) -> tuple[Rung, ...]:
    """All five rungs, from practice upwards; on the last one the rules nobody here may bend."""
    problem = target.schedule.problem
    practice = target.start(0)
    reached, bent = target.lateness(practice), 0
    rungs: list[Rung] = []
    for step in LadderStep:
        weights = _weights(target, step)
        best = target.lateness(target.start(sum(weights)))
        if best < reached:
            found = cheapest_for(target, weights, best, tries)
            bent = bent if found is None else found
        state = target.start(bent)
        now = target.lateness(state)
        rungs.append(
            Rung(
                step,
                problem.rules_in(bent),
                now,
                reached - now,
                target.arrivals(state),
            )
        )
        reached = now
    return tuple(rungs)


def _weights(target: Target, step: LadderStep) -> dict[Switches, int]:
    """Everything that may be bent up to this rung, and what it asks."""
    problem = target.schedule.problem
    rules = problem.world.rules.values()
    steps = tuple(LadderStep)
    bendable = sum(
        problem.rule_switch[rule.id]
        for rule in rules
        if rule.may_bend and steps.index(_lowest(rule.step)) <= steps.index(step)
    )
    effective = target.effective
    weights = ordered(problem, bendable & effective)
    if step is LadderStep.CHANGE:
        dearer_than_all = sum(weights.values()) + ONE_UNIT
        for rule in rules:
            switch = problem.rule_switch[rule.id]
            if not rule.may_bend and switch & effective:
                weights[switch] = dearer_than_all + TIE_BREAK_ELSE
    return weights


def _lowest(step: LadderStep) -> LadderStep:
    """A rule that somebody may bend is never on the rung of rules that only a maker changes."""
    return LadderStep.FLEX if step is LadderStep.CHANGE else step
