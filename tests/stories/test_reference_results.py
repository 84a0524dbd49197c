# SPDX-License-Identifier: EUPL-1.2
"""Every result that the three regions must give, one readable line each in tests/stories/golden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from ruimbaan.core.journey.situation import Goal
from ruimbaan.core.planner.answer import Point
from ruimbaan.core.planner.lateness import arrivals, uncovered_days
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.schedule import solve_once
from ruimbaan.core.planner.solve import Solver
from ruimbaan.integrations.worldfile.loaded import leave_out
from tests.stories.golden_files import days, find, golden, solver

PERSONS = golden("persons")
WHAT_IF = golden("what_if")


def rows(part: str) -> list[Any]:
    return [
        pytest.param(name, number, row, id=f"{name} {number}")
        for name, person in PERSONS.items()
        for number, row in enumerate(person[part])
    ]


@pytest.mark.parametrize("name", PERSONS)
def test_the_persons_want_what_the_table_says(name):
    _, situation = find(name)

    assert [goal.fact for goal in situation.goals] == PERSONS[name]["goals"]
    assert [goal.needed_by for goal in situation.goals] == PERSONS[name]["needed_by"]


@pytest.mark.parametrize("name", PERSONS)
def test_the_front_has_no_other_rows(name):
    assert len(solver(name).points) == len(PERSONS[name]["front"])


@pytest.mark.parametrize(("name", "number", "row"), rows("front"))
def test_a_row_of_the_front(name, number, row):
    point = solver(name).points[number]

    assert told(point) == {key: row[key] for key in ("asks", "late", "bent")}
    assert list(point.arrivals.values()) == days(row["arrives"])
    assert without_support(name, point) == row["without_support"]


def told(point: Point) -> dict[str, Any]:
    return {"asks": point.asks, "late": point.lateness, "bent": list(point.flexed)}


def without_support(name: str, point: Point) -> int:
    problem = lay_out(*find(name))
    switches = problem.all_services | problem.bend(point.flexed)
    return uncovered_days(problem, solve_once(problem, switches))


@pytest.mark.parametrize(("name", "number", "row"), rows("ladder"))
def test_a_rung_of_the_ladder(name, number, row):
    rung = solver(name).ladder[number]

    assert (rung.step, rung.lateness) == (row["step"], row["late"])
    assert list(rung.flexed) == row["bent"]
    assert list(rung.arrivals.values()) == days(row["arrives"])


@pytest.mark.parametrize("name", PERSONS)
def test_what_each_rule_of_the_last_row_wins(name):
    last = solver(name).plan(len(PERSONS[name]["front"]) - 1)

    assert {bend.rule: bend.days_won for bend in last.bends} == PERSONS[name]["lost_when_left_out"]


@pytest.mark.parametrize("line", WHAT_IF["what_if"], ids=lambda x: f"{x['who']}: {x['when']}")
def test_what_a_rule_does_on_its_own(line):
    world, situation = find(line["who"])
    problem = lay_out(leave_out(world, tuple(line.get("without", ()))), situation)

    state = solve_once(problem, problem.all_services | problem.bend(line["bent"]))

    arrived = arrivals(problem, state)
    assert [arrived[goal] for goal in line["then"]] == days(list(line["then"].values()))


@pytest.mark.parametrize(
    "line", WHAT_IF["latest"], ids=lambda x: f"{x['who']} {x['apply_for']} {x['latest']}"
)
def test_the_last_day_to_apply(line):
    world, situation = find(line["who"])
    goals = (
        replace(goal, needed_by=line["needed_by"].get(goal.fact, goal.needed_by))
        for goal in situation.goals
    )
    answer = Solver(world, replace(situation, goals=tuple(goals)))

    plan = answer.plan(len(answer.points) - 1)

    assert [step.latest for step in plan.steps if step.service == line["apply_for"]] == [
        line["latest"]
    ]


@pytest.mark.parametrize(
    "line", WHAT_IF["one_goal"], ids=lambda x: f"{x['who']}: {', '.join(x['goals'])}"
)
def test_one_goal_at_a_time(line):
    answer = only(line["who"], lambda goal: goal.fact in line["goals"])

    assert [
        {"asks": p.asks, "bent": list(p.flexed), "arrives": list(p.arrivals.values())}
        for p in answer.points
    ] == [{**row, "arrives": days(row["arrives"])} for row in line["rows"]]


@pytest.mark.parametrize("line", WHAT_IF["never_needed"], ids=lambda x: str(x["rules"]))
def test_a_rule_that_only_matters_for_some_goals(line):
    answer = only(line["who"], lambda goal: goal.fact not in line["without_goals"])

    bent = set(every_rule(answer.points))
    assert bent
    assert not bent & set(line["rules"])
    assert set(line["rules"]) <= set(every_rule(solver(line["who"]).points))


def only(name: str, wanted: Any) -> Solver:
    world, situation = find(name)
    goals: tuple[Goal, ...] = tuple(goal for goal in situation.goals if wanted(goal))
    return Solver(world, replace(situation, goals=goals))


def every_rule(points: Iterable[Point]) -> Iterable[str]:
    return (rule for point in points for rule in point.flexed)


@pytest.mark.parametrize("line", WHAT_IF["losses"], ids=lambda x: f"{x['who']} {x['row']}")
def test_what_a_plan_takes_away(line):
    losses = solver(line["who"]).plan(line["row"]).losses

    found = [(x.fact, x.service, x.rule, x.from_day, x.until) for x in losses]
    if line["fact"] is None:
        assert found == []
    else:
        expected = (line["fact"], line["by"], line["because_of"], line["from"], line["until"])
        assert found == [expected]
