# SPDX-License-Identifier: EUPL-1.2
"""More room in one rule: what it brings forward, and an honest nothing where it brings nothing."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.kernel.days import Span
from ruimbaan.core.planner.more_room import Gain, MoreRoom
from ruimbaan.core.planner.schedule import days_of
from ruimbaan.integrations.regions import load_region
from ruimbaan.integrations.worldfile import LoadedWorld


@cache
def region(name: str) -> LoadedWorld:
    return load_region(name)


@cache
def asked(name: str, who: str) -> MoreRoom:
    return MoreRoom(*region(name).for_person(who))


def first(span: Span, days: int) -> int | None:
    return span.first_from(days, 0)


def test_a_rule_with_room_brings_a_goal_forward_and_says_by_how_many_days():
    """Sterre: with the report made earlier, support at home begins four weeks sooner."""
    gains = {gain.goal: gain for gain in asked("waalstad", "sterre").gains(["R01"])}

    support = gains["begeleiding"]
    assert support.before is not None
    assert support.after is not None
    assert support.days_won == support.before - support.after > 0


def test_what_was_not_reached_at_all_has_no_number_of_days():
    assert Gain("inkomen", None, 56).days_won is None
    (income,) = asked("grachtstad", "karim").gains(["R28-G"])
    assert (income.goal, income.before, income.days_won) == ("inkomen", None, None)
    assert income.after is not None


def test_a_rule_that_changes_nothing_says_so():
    sterre = asked("waalstad", "sterre")

    assert sterre.gains(["R36-W"]) == ()
    assert sterre.gains([]) == ()


def test_a_rule_on_nobodys_way_is_not_met():
    wim = asked("vestingstad", "wim")

    assert wim.is_met("R53-V")
    assert not wim.is_met("R33-V")
    assert not wim.is_met("a-rule-that-is-not-here")
    with pytest.raises(KeyError):
        wim.gains(["a-rule-that-is-not-here"])


RULES = sorted(region("vestingstad").world.rules)


@settings(max_examples=25)
@given(st.sets(st.sampled_from(RULES), max_size=3))
def test_the_days_are_those_of_the_slow_schedule(rules: set[str]):
    """The same answer as working everything out anew with these rules bent."""
    world, situation = region("vestingstad").for_person("wim")
    wim = asked("vestingstad", "wim")

    slow = days_of(world, situation, frozenset(rules))
    gains = {gain.goal: gain.after for gain in wim.gains(rules)}
    for goal in situation.goals:
        expected = first(world.span, slow[goal.fact])
        assert gains.get(goal.fact, wim.before[goal.fact]) == expected
