# SPDX-License-Identifier: EUPL-1.2
"""The planner against its slow twins on thousands of small random worlds; as many more as one likes
with tests/long/planner_twins.py.

Every failure names the seed and shows the world; `random_case(Random(seed))` makes it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Answer, Finding, FindingKind
from ruimbaan.core.planner.schedule import days_of
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import LadderStep
from tests.core.twins.blocking import Untimed, finding_kinds
from tests.core.twins.brute import asks, bendable, best_on_step, front, schedules, subsets
from tests.core.twins.checkers import irreducibility, named_blocks, siphon
from tests.core.twins.naive import Schedule, schedule
from tests.core.twins.show import describe
from tests.core.twins.validator import comes_true, is_lean
from tests.core.twins.worlds import random_case

BLOCK = 50
FRONTS = range(0, 2100, BLOCK)
PLANS = range(0, 500, BLOCK)
MANY_RULES = range(90_000, 90_012)
BLOCKED = (FindingKind.DEADLOCK, FindingKind.REFUSED, FindingKind.NOBODY_OFFERS)


def report(wrong: dict[int, list[str]]) -> str:
    """All seeds that fail, and the first of them in full."""
    if not wrong:
        return ""
    seed, found = next(iter(wrong.items()))
    problems = "\n  ".join(found)
    return f"seeds {list(wrong)}\nseed {seed}: {problems}\n{describe(*random_case(Random(seed)))}"


def answered(seed: int, *, rules: int | None = None) -> tuple[World, Situation, int, Answer]:
    rng = Random(seed)
    world, situation = random_case(rng, rules=rules)
    delta = rng.choice((1, 2, 7))
    try:
        return world, situation, delta, solve(world, situation, delta=delta)
    except Exception as error:
        error.add_note(f"seed {seed}, delta {delta}\n{describe(world, situation)}")
        raise


def differences_in_days(world: World, found: Schedule) -> Iterator[str]:
    got = days_of(world, found.situation, found.bent)
    for fact, days in found.held.items():
        wanted = sum(1 << (day + world.span.history) for day in days)
        if got[fact] != wanted:
            yield f"bent {sorted(found.bent)}: {fact} holds on {sorted(days)}, not {got[fact]:b}"


def differences_in_front(
    world: World, delta: int, answer: Answer, found: dict[frozenset[str], Schedule]
) -> Iterator[str]:
    lateness = {bent: each.lateness() for bent, each in found.items()}
    rows = front(world, lateness, delta)
    got = [(plan.asks, plan.lateness) for plan in answer.front]
    wanted = [(row.asks, row.lateness) for row in rows]
    if got != wanted or not answer.complete:
        yield f"front for delta {delta} is {rows}, not {got}"
        return
    for plan, row in zip(answer.front, rows, strict=True):
        own = found[frozenset(plan.flexed)]
        if frozenset(plan.flexed) not in row.sets:
            yield f"{plan.flexed} is none of {row}"
        if dict(plan.arrivals) != own.arrivals() or plan.uncovered != own.uncovered():
            yield f"{plan.flexed}: {own.arrivals()}, {own.uncovered()} days uncovered, not {plan}"


def differences_in_ladder(
    world: World, answer: Answer, found: dict[frozenset[str], Schedule]
) -> Iterator[str]:
    """Below the last rung, which is about what nobody below the legislator may bend. A rung on
    which nothing is won may repeat the rules of the rung before."""
    lateness = {bent: each.lateness() for bent, each in found.items()}
    steps = list(LadderStep)
    for before, rung in zip((None, *answer.ladder), answer.ladder, strict=False):
        if rung.step is LadderStep.CHANGE:
            continue
        least, price = best_on_step(world, lateness, steps[: steps.index(rung.step) + 1])
        repeats = before is not None and before.flexed == rung.flexed
        if rung.lateness != least or (asks(world, rung.flexed) != price and not repeats):
            yield f"{rung}, where {least} for {price} is possible"
        own = found[frozenset(rung.flexed)]
        if (own.lateness(), own.arrivals()) != (rung.lateness, dict(rung.arrivals)):
            yield f"{rung} arrives on {own.arrivals()}"


def wrong_front(seed: int, *, rules: int | None = None) -> list[str]:
    world, situation, delta, answer = answered(seed, rules=rules)
    found = schedules(world, situation)
    wrong = [line for each in found.values() for line in differences_in_days(world, each)]
    wrong += differences_in_front(world, delta, answer, found)
    wrong += differences_in_ladder(world, answer, found)
    for plan in answer.front:
        wrong += irreducibility(world, situation, plan)
        wrong += comes_true(world, situation, plan)
    return wrong


def wrong_plans(seed: int) -> list[str]:
    world, situation, _, answer = answered(seed)
    wrong = []
    for plan in answer.front:
        wrong += is_lean(world, situation, plan)
    return wrong


def wrong_findings(seed: int) -> list[str]:
    world, situation, _, answer = answered(seed)
    practice = schedule(world, situation).arrivals()
    unreached = sorted(fact for fact, day in practice.items() if day is None)
    wrong = []
    if sorted(finding.goal for finding in answer.findings) != unreached:
        wrong.append(f"findings about {[f.goal for f in answer.findings]}, not {unreached}")
    for finding in answer.findings:
        if finding.goal in unreached:
            wrong += wrong_finding(world, situation, finding)
    return wrong


def wrong_finding(world: World, situation: Situation, finding: Finding) -> Iterator[str]:
    kinds = finding_kinds(world, situation, finding.goal)
    if finding.kind not in kinds:
        yield f"{finding} is one of {kinds}"
        return
    if finding.kind is not FindingKind.DATA_MISSING:
        yield from wrong_cut(world, situation, finding)
    if finding.kind in BLOCKED:
        yield from siphon(world, situation, finding)
        yield from named_blocks(world, finding)
        untimed = Untimed(world, situation)
        smallest = untimed.smallest_self_blocking(finding.goal)
        if not finding.proven_smallest or frozenset(finding.facts) not in smallest:
            yield f"{finding} is none of the smallest: {smallest}"
        elif finding.kind not in untimed.kinds(finding.facts):
            yield f"{finding} is called {untimed.kinds(finding.facts)}"


def wrong_cut(world: World, situation: Situation, finding: Finding) -> Iterator[str]:
    """The cut is a cheapest set of rules with which the goal is reached, if there is any."""
    opening = [
        asks(world, bent)
        for bent in subsets(bendable(world))
        if schedule(world, situation, bent).arrival(finding.goal) is not None
    ]
    if finding.cut is None and opening:
        yield f"{finding} can be opened by what asks {min(opening)}"
    if finding.cut is not None:
        opened = schedule(world, situation, finding.cut).arrival(finding.goal) is not None
        if not opened or asks(world, finding.cut) != min(opening):
            yield f"{finding} is not opened by its cut, or by less: {opening}"


@pytest.mark.parametrize("start", FRONTS)
def test_days_fronts_and_ladders_agree_and_every_plan_comes_true(start: int) -> None:
    wrong = {seed: wrong_front(seed) for seed in range(start, start + BLOCK)}

    assert not any(wrong.values()), report({seed: w for seed, w in wrong.items() if w})


@pytest.mark.parametrize("seed", MANY_RULES)
def test_fronts_with_eight_rules_agree(seed: int) -> None:
    wrong = wrong_front(seed, rules=8)

    assert not wrong, (wrong, describe(*random_case(Random(seed), rules=8)))


@pytest.mark.parametrize("start", PLANS)
def test_plans_are_lean(start: int) -> None:
    wrong = {seed: wrong_plans(seed) for seed in range(start, start + BLOCK)}

    assert not any(wrong.values()), report({seed: w for seed, w in wrong.items() if w})


@pytest.mark.parametrize("start", PLANS)
def test_findings_name_the_right_cause(start: int) -> None:
    wrong = {seed: wrong_findings(seed) for seed in range(start, start + BLOCK)}

    assert not any(wrong.values()), report({seed: w for seed, w in wrong.items() if w})


@pytest.mark.parametrize("seed", [310, 384, 1724, 1759, 5058])
def test_worlds_that_were_once_answered_wrongly(seed: int) -> None:
    wrong = {seed: [*wrong_plans(seed), *wrong_findings(seed)]}

    assert not wrong[seed], report(wrong)
