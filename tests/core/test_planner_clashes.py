# SPDX-License-Identifier: EUPL-1.2
"""Plans in worlds in which steps get in each other's way, against trying every plan; as many more
worlds as one likes with tests/long/conflict_twins.py.

Every failure names the seed and shows the world; `clashing_case(Random(seed))` makes it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.service import Burden, Exclusion, Service
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.planner.answer import Answer, ClashKind, FindingKind, Plan, Step
from ruimbaan.core.planner.execution import Application
from ruimbaan.core.planner.sentences import clash_sentence, finding_sentence, proof_sentence
from ruimbaan.core.planner.simulate import execute
from ruimbaan.core.planner.solve import Solver, solve
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import LadderStep
from tests.core.twins.brute import bendable, best_on_step, front, subsets
from tests.core.twins.clashing import Life, best_plan
from tests.core.twins.clashing_worlds import clashing_case
from tests.core.twins.naive import schedule
from tests.core.twins.show import describe
from tests.core.twins.tiny import offer, person, rule, tiny
from tests.core.twins.validator import names_losses
from tests.core.twins.worlds import random_case

BLOCK = 100
WORLDS = range(0, 1200, BLOCK)
DELTAS = (1, 2, 7)
ALL = 20_000  # ways round clashes: more than any of these worlds has
HARD = 7  # a world that takes more than one branch


def wrong_plans(seed: int, *, slots: int = 9) -> list[str]:
    rng = Random(seed)
    world, situation = clashing_case(rng, slots=slots)
    delta = rng.choice(DELTAS)
    answer = Solver(world, situation, delta=delta, branches=ALL).answer()
    return [
        *against_trying_everything(world, situation, delta, answer),
        *(line for plan in answer.front for line in not_true(world, situation, plan)),
    ]


def against_trying_everything(
    world: World, situation: Situation, delta: int, answer: Answer
) -> Iterator[str]:
    tried = {bent: best_plan(world, situation, bent) for bent in subsets(bendable(world))}
    rows = front(world, {bent: found.lateness for bent, found in tried.items()}, delta)
    got = [(plan.asks, plan.lateness) for plan in answer.front]
    if got != [(row.asks, row.lateness) for row in rows]:
        yield f"the front is {rows}, not {got}"
        return
    for plan, row in zip(answer.front, rows, strict=True):
        bent = frozenset(plan.flexed)
        if bent not in row.sets or plan.gap:
            yield f"{plan.flexed}, gap {plan.gap}, where {row} is proven"
        if weighted(world, situation, plan) != tried[bent].arrivals:
            yield f"{plan.arrivals}, where {tried[bent]} is possible"
    steps = list(LadderStep)
    late = {bent: found.lateness for bent, found in tried.items()}
    for rung in answer.ladder:
        least, _ = best_on_step(world, late, steps[: steps.index(rung.step) + 1])
        if rung.lateness != least or late[frozenset(rung.flexed)] != least:
            yield f"{rung}, where {least} is possible"


def weighted(world: World, situation: Situation, plan: Plan) -> int:
    days = ((goal.weight, plan.arrivals[goal.fact]) for goal in situation.goals)
    return sum(weight * (world.span.horizon if day is None else day) for weight, day in days)


def applications(plan: Plan) -> list[Application]:
    return [
        Application(step.service, day, step.wait)
        for step in plan.steps
        for day in range(step.apply, step.apply + step.times)
    ]


def not_true(world: World, situation: Situation, plan: Plan) -> Iterator[str]:
    """Both who lives the plan for the planner, and who knows nothing of the planner, see every
    claimed date come true."""
    bent, steps = frozenset(plan.flexed), applications(plan)
    lived = execute(world, situation, bent, steps, until=world.span.horizon)
    if lived.refused or lived.arrivals != dict(plan.arrivals):
        yield f"{steps}: refused {lived.refused}, {lived.arrivals} for {plan.arrivals}"
    life = Life(world, situation, bent, tuple((s.service, s.day, s.wait) for s in steps))
    days = range(-world.span.history, world.span.horizon)
    refused = [day for day in days if not life.live(day)]
    for goal in situation.goals:
        held = [day for day in days if day >= 0 and goal.fact in life.held[day]]
        if refused or min(held, default=None) != plan.arrivals[goal.fact]:
            yield f"{steps}: refused on {refused}, {goal.fact} on {held} for {plan.arrivals}"
    for step in plan.steps:
        if step.latest > step.apply and step.times == 1:
            yield from too_late(world, situation, plan, step)


def too_late(world: World, situation: Situation, plan: Plan, step: Step) -> Iterator[str]:
    """Where the plan goes round something, a step on its latest day still brings all in time."""
    if not plan.clashes:
        return
    moved = replace(step, apply=step.latest, start=step.latest + step.wait)
    steps = applications(replace(plan, steps=(*(s for s in plan.steps if s is not step), moved)))
    bent = frozenset(plan.flexed)
    lived = execute(world, situation, bent, steps, until=world.span.horizon)
    for goal in situation.goals:
        was, day = plan.arrivals[goal.fact], lived.arrivals[goal.fact]
        late = was is not None and (day is None or day > max(goal.needed_by, was))
        if late or lived.refused:
            yield f"{step} on its latest day: refused {lived.refused}, {goal.fact} on {day}"


def report(wrong: dict[int, list[str]]) -> str:
    """All seeds that fail, and the first of them in full."""
    if not wrong:
        return ""
    seed, found = next(iter(wrong.items()))
    lines = "\n  ".join(found)
    return f"seeds {list(wrong)}\nseed {seed}: {lines}\n{describe(*clashing_case(Random(seed)))}"


@pytest.mark.parametrize("start", WORLDS)
def test_no_plan_that_comes_true_is_better(start: int) -> None:
    wrong = {seed: wrong_plans(seed) for seed in range(start, start + BLOCK)}

    assert not any(wrong.values()), report({seed: w for seed, w in wrong.items() if w})


def without_clashes(world: World, situation: Situation) -> tuple[World, Situation]:
    def alone(service: Service) -> Service:
        return replace(service, takes=(), excludes=())

    services = {name: alone(service) for name, service in world.services.items()}
    return replace(world, services=services), replace(situation, most_appointments=None)


@pytest.mark.parametrize("start", range(0, 600, BLOCK))
def test_where_nothing_clashes_the_answer_is_what_it_was(start: int) -> None:
    """Word for word, but for what is lost on the way without anybody suffering from it."""
    alike = 0
    for seed in range(start, start + BLOCK):
        world, situation = random_case(Random(seed), losses=True)
        plain = solve(*without_clashes(world, situation), delta=2)

        answer = solve(world, situation, delta=2)

        late, bound = ([plan.lateness for plan in each.front] for each in (answer, plain))
        clash = any(plan.clashes for plan in answer.front)
        if late == bound and answer.ladder == plain.ladder and not clash:
            alike += 1
            front = tuple(replace(plan, losses=()) for plan in answer.front)
            assert front == plain.front, describe(world, situation)
    assert alike > BLOCK * 3 // 4


@pytest.mark.parametrize("start", range(0, 600, BLOCK))
def test_losses_are_named(start: int) -> None:
    for seed in range(start, start + BLOCK):
        world, situation = random_case(Random(seed), losses=True)
        for plan in solve(world, situation, delta=2).front:
            assert not names_losses(world, situation, plan), (seed, describe(world, situation))


seeds = st.integers(0, 10**9)


@given(seeds)
def test_nothing_lost_and_no_limit_is_the_maximal_schedule(seed: int) -> None:
    world, situation = without_clashes(*clashing_case(Random(seed)))
    weeks = sum(max(s.burden.waiting, s.burden.receiving) for s in world.services.values())

    answer = solve(world, situation, delta=2)

    assert solve(world, replace(situation, most_appointments=weeks), delta=2) == answer
    plan, state = answer.practice, schedule(world, situation)
    assert dict(plan.arrivals) == state.arrivals()


@given(seeds)
def test_who_can_manage_more_is_never_later(seed: int) -> None:
    rng = Random(seed)
    world, situation = clashing_case(rng)
    most = rng.randint(0, 3)

    few, more, any_number = (
        solve(world, replace(situation, most_appointments=limit)).practice.lateness
        for limit in (most, most + 1, None)
    )

    assert few >= more >= any_number, describe(world, situation)


@given(seeds)
def test_less_that_is_in_the_way_is_never_later(seed: int) -> None:
    rng = Random(seed)
    world, situation = clashing_case(rng)
    name = rng.choice(list(world.services))
    milder = replace(world.services[name], takes=(), excludes=())
    easier = replace(world, services={**world.services, name: milder})

    before, after = (solve(each, situation).practice.lateness for each in (world, easier))

    assert after <= before, describe(world, situation)


# what is said of it


def day_and_night() -> World:
    """A day programme and a place for the night: each gives one thing that is wanted."""
    day = replace(offer("dag", "a", lasts=3), excludes=(Exclusion("nacht", "een-loket"),))
    return tiny(day, offer("nacht", "b", lasts=3), rules=[rule("een-loket", 3)], horizon=5)


def test_two_services_that_do_not_go_together_are_told() -> None:
    world = day_and_night()
    answer = solve(world, person(goals="a b"), delta=1)
    practice, asked = answer.front
    (finding,) = answer.findings
    (clash,) = practice.clashes

    assert sorted(practice.arrivals.values(), key=str) == [3, None]
    assert (clash.kind, set(clash.services), clash.rule) == (
        ClashKind.APART,
        {"dag", "nacht"},
        "een-loket",
    )
    assert finding.kind is FindingKind.NOT_AT_ONCE
    assert finding.cut == ()  # each of the two is possible by itself
    assert (asked.flexed, dict(asked.arrivals)) == (("een-loket",), {"a": 3, "b": 3})
    told = finding_sentence(world, finding, "nl")
    assert told.startswith("Dit lukt niet naast de rest. Dit kan niet tegelijk: ")
    assert proof_sentence(practice, "en").endswith("that was worked out.")
    assert proof_sentence(asked, "nl") == ""


def test_too_many_appointments_in_a_week_are_told() -> None:
    busy = Burden(receiving=2)
    world = tiny(
        replace(offer("een", "a", lasts=3), burden=busy), replace(offer("twee", "b"), burden=busy)
    )

    plan = solve(world, replace(person(goals="a b"), most_appointments=3)).practice
    (clash,) = plan.clashes

    assert sorted(day or 0 for day in plan.arrivals.values()) == [0, 10]
    assert clash_sentence(world, clash, "nl").startswith(
        "Dit zijn samen meer dan 3 afspraken in één week: "
    )


def test_one_service_that_is_too_much_by_itself_is_told() -> None:
    world = tiny(replace(offer("veel", "a"), burden=Burden(receiving=4)))

    answer = solve(world, replace(person(), most_appointments=3))
    (finding,) = answer.findings

    assert finding.kind is FindingKind.NOT_AT_ONCE
    assert finding.cut is None
    assert finding_sentence(world, finding, "en") == (
        "This does not work beside the rest. "
        "This does not fit within 3 appointments in one week: veel."
    )


def test_what_is_received_already_is_no_reason_to_refuse_what_adds_nothing() -> None:
    world = tiny(
        replace(offer("veel", "c", lasts=9), burden=Burden(receiving=4)),
        replace(offer("niets", "a"), burden=Burden(receiving=0)),
    )
    here = replace(person(Window("krijgt.veel")), most_appointments=3)

    assert dict(solve(world, here).practice.arrivals) == {"a": 0}


def test_a_search_that_stops_in_time_says_how_far_it_can_be_off() -> None:
    world, situation = clashing_case(Random(HARD))
    full = Solver(world, situation, delta=1).plan(0)

    few = Solver(world, situation, delta=1, branches=1).plan(0)

    assert full.gap == 0
    assert few.gap > 0
    assert few.lateness - few.gap <= full.lateness <= few.lateness
    assert not list(not_true(world, situation, few))
