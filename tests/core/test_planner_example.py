# SPDX-License-Identifier: EUPL-1.2
"""The example of the design notes: golden answers, checked by hand there."""

from __future__ import annotations

import pytest

from ruimbaan.core.planner.answer import Answer, FindingKind
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.rules.rule import LadderStep
from tests.core.twins.example import EXAMPLE, STELLA, without

FRONT = [
    # lateness, asks, uncovered, bent, inkomen, woning, behandeld, dag
    (311, 0, (), 317, 261, 143, 303),
    (156, 1, ("r-nazorg-start",), 216, 160, 143, 202),
    (10, 3, ("r-briefadres-bewijs",), 70, 130, 143, 56),
    (0, 6, ("r-briefadres-bewijs", "r-besluit-bijstand"), 42, 102, 143, 56),
]


@pytest.fixture(scope="module")
def answer() -> Answer:
    return solve(EXAMPLE, STELLA)


@pytest.fixture(scope="module")
def jammed() -> Answer:
    return solve(without("begeleid-wonen"), STELLA)


def test_the_whole_front(answer: Answer) -> None:
    found = [(p.lateness, p.asks, p.flexed, *p.arrivals.values()) for p in answer.front]

    assert found == FRONT
    assert answer.complete


def test_practice_leaves_101_days_without_support(answer: Answer) -> None:
    assert answer.practice.uncovered == 101


def test_in_practice_everything_is_reached_so_nothing_is_jammed(answer: Answer) -> None:
    assert answer.findings == ()
    assert answer.deadlock is None


def test_without_supported_housing_address_home_and_income_wait_for_each_other(
    jammed: Answer,
) -> None:
    deadlock = jammed.deadlock

    assert deadlock is not None
    assert set(deadlock.facts) == {"adres", "woning", "inkomen"}
    assert [(b.fact, b.waits_for) for b in deadlock.cycle] == [
        ("inkomen", "adres"),
        ("adres", "woning"),
        ("woning", "inkomen"),
    ]
    assert deadlock.cut == ("r-briefadres-bewijs",)


def test_without_supported_housing_one_work_instruction_opens_everything(jammed: Answer) -> None:
    assert [(p.lateness, p.flexed) for p in jammed.front][:2] == [
        (2502, ()),
        (10, ("r-briefadres-bewijs",)),
    ]
    assert {f.kind for f in jammed.findings} == {FindingKind.DEADLOCK}


def test_the_way_to_the_home_is_told_from_its_beginning(answer: Answer) -> None:
    best = answer.front[-1]
    assert best.critical is not None

    legs = best.critical["woning"]

    assert [(leg.fact, leg.day, leg.waited_for) for leg in legs] == [
        ("adres", 14, None),
        ("inkomen", 42, "adres"),
        ("woning", 102, "inkomen"),
    ]


def test_every_bent_rule_says_what_is_lost_without_it(answer: Answer) -> None:
    best = answer.front[-1]

    assert {bend.rule: bend.days_won for bend in best.bends} == {
        "r-briefadres-bewijs": 283,  # 229 for income, 21 for the home, 33 for the days
        "r-besluit-bijstand": 10,
    }


def test_each_step_has_its_latest_useful_day(answer: Answer) -> None:
    steps = {step.service: step for step in answer.front[-1].steps}

    # income is needed by day 60: 28 days of waiting leave until day 32
    assert steps["bijstand"].latest == 32
    # the clinic takes 98 + 42 days and has to be done by day 180
    assert steps["kliniek"].latest == 40
    assert steps["huisarts"].latest == 37


def test_nothing_is_won_by_starting_earlier_so_the_ladder_goes_on_to_asking(
    answer: Answer,
) -> None:
    rungs = {rung.step: rung for rung in answer.ladder}

    assert [rungs[step].lateness for step in LadderStep] == [311, 311, 311, 0, 0]
    assert rungs[LadderStep.FLEX].flexed == ("r-briefadres-bewijs", "r-besluit-bijstand")
