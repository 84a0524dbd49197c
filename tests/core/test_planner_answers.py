# SPDX-License-Identifier: EUPL-1.2
"""Each kind of answer in the smallest world that gives it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ruimbaan.core.directory.service import Anchor, Condition, Gift, Loss, Opening, Wait
from ruimbaan.core.journey.situation import Goal, Window
from ruimbaan.core.planner.answer import FindingKind
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.planner.world import Helper, receiving
from ruimbaan.core.rules.rule import Flexibility, LadderStep
from tests.core.twins.tiny import offer, person, rule, tiny


def test_a_goal_that_holds_already_needs_no_step() -> None:
    world = tiny(offer("hulp", "a"))

    plan = solve(world, person(Window("a"))).practice

    assert plan.arrivals == {"a": 0}
    assert plan.steps == ()


def test_no_goals_is_an_answer_too() -> None:
    answer = solve(tiny(offer("hulp", "a")), person(goals=""))

    assert answer.practice.lateness == 0
    assert answer.practice.uncovered == 0


def test_two_facts_that_wait_for_each_other_are_a_deadlock() -> None:
    world = tiny(
        offer("kamer", "a", needs=[Condition("b", "r")]),
        offer("geld", "b", needs=[Condition("a", "s")]),
        rules=[rule("r", 3), rule("s", 1)],
    )

    finding = solve(world, person()).findings[0]

    assert finding.kind is FindingKind.DEADLOCK
    assert set(finding.facts) == {"a", "b"}
    assert finding.rules == ("r", "s")
    assert finding.cut == ("s",)


def test_what_no_service_gives_is_not_offered() -> None:
    finding = solve(tiny(offer("hulp", "a", needs=[Condition("b")])), person()).findings[0]

    assert finding.kind is FindingKind.NOBODY_OFFERS
    assert finding.missing == ("b",)
    assert finding.cut is None


def test_what_only_discretion_gives_is_refused_and_has_a_cut() -> None:
    world = tiny(
        offer("hulp", "a", needs=[Condition("d", "r")]), discretion="d", rules=[rule("r", 1)]
    )

    finding = solve(world, person()).findings[0]

    assert finding.kind is FindingKind.REFUSED
    assert finding.cut == ("r",)


def test_what_comes_after_the_horizon_is_not_called_impossible() -> None:
    finding = solve(tiny(offer("hulp", "a", wait=30)), person()).findings[0]

    assert finding.kind is FindingKind.BEYOND_HORIZON


@pytest.mark.parametrize("wanted_by", [0, 10_000])
def test_what_is_never_reached_is_not_in_time_by_however_far_a_day(wanted_by: int) -> None:
    world = tiny(
        offer("hulp", "a", needs=[Condition("d", "r")]), discretion="d", rules=[rule("r", 1)]
    )
    wants = replace(person(), goals=(Goal("a", wanted_by),))

    answer = solve(world, wants)

    assert answer.practice.arrivals == {"a": None}
    assert answer.practice.lateness > 0
    assert [set(plan.flexed) for plan in answer.front] == [set(), {"r"}]


def test_conditions_that_never_hold_on_one_day() -> None:
    world = tiny(offer("hulp", "a", needs=[Condition("b"), Condition("c")]))

    finding = solve(world, person(Window("b", 0, 3), Window("c", 3, 9))).findings[0]

    assert finding.kind is FindingKind.NEVER_TOGETHER
    assert "together.hulp" in finding.facts


def test_an_unanswered_question_that_decides_is_missing_data() -> None:
    world = tiny(offer("hulp", "a", needs=[Condition("b")]))

    finding = solve(world, person(unknown="b c")).findings[0]

    assert finding.kind is FindingKind.DATA_MISSING
    assert finding.missing == ("b",)


def test_an_unknown_wait_that_decides_is_missing_data() -> None:
    world = tiny(offer("hulp", "a", wait=Wait(None)))

    finding = solve(world, person()).findings[0]

    assert finding.kind is FindingKind.DATA_MISSING
    assert finding.missing == ("hulp",)


def test_a_loss_is_named_with_its_rule_and_the_goal_that_suffers() -> None:
    clinic = replace(offer("kliniek", "b", lasts=4), takes=(Loss("c", "bed-weg", after=2),))
    home = offer("huis", "a", needs=[Condition("b"), Condition("c", for_at_least=3)])
    world = tiny(clinic, home, rules=[rule("bed-weg", 1)])
    always = Window("c")

    plan = solve(world, person(always)).practice

    assert plan.arrivals == {"a": 7}
    assert [(x.fact, x.service, x.rule, x.from_day, x.until) for x in plan.losses] == [
        ("c", "kliniek", "bed-weg", 2, 4)
    ]
    assert plan.losses[0].hurts == ("a",)


def test_a_helper_that_is_taken_does_not_hold_though_its_needs_do() -> None:
    clinic = replace(offer("kliniek", "b", lasts=4), takes=(Loss("h", None, after=2),))
    home = offer("huis", "a", needs=[Condition("b"), Condition("h", for_at_least=3)])
    world = tiny(clinic, home, facts="a b c h p", helpers=[Helper("h", (Condition("c"),))])

    plan = solve(world, person(Window("c"))).practice

    assert plan.arrivals == {"a": 7}
    assert [(x.fact, x.from_day, x.until, x.hurts) for x in plan.losses] == [("h", 2, 4, ("a",))]


def test_a_need_at_the_start_is_looked_at_after_the_wait() -> None:
    needs = [Condition("b", at=Anchor.START)]
    world = tiny(offer("hulp", Gift("a", while_receiving=True), needs=needs, wait=5))

    step = solve(world, person(Window("b", 7, 8))).practice.steps[0]

    assert (step.apply, step.start) == (2, 7)


def test_daily_applications_are_one_step() -> None:
    day_centre = offer("inloop", Gift("b", while_receiving=True))
    world = tiny(day_centre, offer("huis", "a", needs=[Condition("b", for_at_least=3)]))

    steps = solve(world, person()).practice.steps

    assert [(s.service, s.apply, s.times) for s in steps] == [("inloop", 0, 4), ("huis", 3, 1)]


def test_a_law_that_nobody_here_may_bend_stands_on_the_last_rung_only() -> None:
    law = rule("wet", None, flexible=Flexibility.NO, step=LadderStep.CHANGE)
    world = tiny(offer("hulp", "a", needs=[Condition("b", "wet")]), rules=[law])

    answer = solve(world, person())

    assert len(answer.front) == 1
    assert [rung.flexed for rung in answer.ladder] == [(), (), (), (), ("wet",)]


def test_equal_asking_prefers_the_earlier_rung() -> None:
    world = tiny(
        offer("vroeg", "a", needs=[Condition("b", "eerder")]),
        offer("anders", "a", needs=[Condition("b", "haak")]),
        rules=[
            rule("haak", 0, step=LadderStep.HOOK),
            rule("eerder", 0, step=LadderStep.START_EARLIER),
        ],
    )

    assert solve(world, person()).front[-1].flexed == ("eerder",)


@pytest.mark.parametrize("tries", [0, 3])
def test_a_search_that_is_cut_short_still_shows_practice(tries: int) -> None:
    world = tiny(
        offer("hulp", "a", needs=[Condition("b", "r"), Condition("c", "s")]),
        rules=[rule("r"), rule("s")],
    )

    answer = solve(world, person(), tries=tries)

    assert not answer.complete
    assert answer.practice.arrivals == {"a": None}


def test_support_that_one_had_all_along_keeps_a_fact_up_in_a_plan_too() -> None:
    """The schedule always counted it; living the plan did not."""
    world = tiny(
        offer("steun", "p", support=True),
        offer("later", "b", needs=[Condition("a")], wait=0, opens=Opening(every=100, first=12)),
        kept=3,
    )
    receives = Window(receiving("steun"))

    plan = solve(world, person(receives, Window("a", 0, 1), goals="b")).practice

    assert plan.arrivals == {"b": 12}
