# SPDX-License-Identifier: EUPL-1.2
"""The planted year: its chances add up, and what is drawn for one person lies within what was planted."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.handoff.states import Reason
from tools.lived_year.chance import DAYS, End, fate, happens
from tools.lived_year.plan import ALONE, HUNDRED, Course, read_plan

PLAN = read_plan("waalstad")
COURSE = Course({1: 10, 3: 20, 6: 30, 13: 10}, {Reason.NO_PLACE: 8, Reason.RULE: 2}, 5)


def test_what_is_planted_can_be_lived():
    assert PLAN.cut.weekday() == 0
    assert sum(PLAN.begins.values()) == HUNDRED
    assert all(sum(after.values()) <= HUNDRED for after in PLAN.next.values())
    used = {kind for pair in PLAN.pairs for kind in pair} | {*PLAN.begins, *PLAN.next}
    assert used - {ALONE} <= PLAN.places.keys()
    kinds = {kind for after in PLAN.next.values() for kind in after}
    assert kinds <= PLAN.places.keys()


def test_room_and_what_came_after_are_better_than_before():
    late, address = PLAN.pair(9, 23), PLAN.pair(17, 25)

    assert late.at(0).within(6) < late.at(40).within(6)
    assert address.with_room is not None
    assert address.course.within(6) < address.with_room.within(6)


def test_what_is_not_planned_goes_as_others_do():
    assert PLAN.pair(23, 34).course is PLAN.other


def test_chances_of_more_than_all_are_refused(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tools.lived_year.plan.FOLDER", tmp_path)
    (tmp_path / "x.yaml").write_text(
        "pairs: [{from: 0, to: 4, met: {1: 99}, refused: {}, stopped: 2}]"
    )

    with pytest.raises(ValueError, match="100"):
        read_plan("x")


@given(st.integers(0, 2**32))
def test_a_fate_lies_within_what_was_planted(seed: int):
    drawn = fate(COURSE, Random(seed))

    if drawn.end is End.MET:
        assert drawn.days % DAYS == 0
        assert 0 <= drawn.days // DAYS <= 13
    assert (drawn.reason is not None) == (drawn.end is End.NO)
    assert drawn == fate(COURSE, Random(seed))


def test_as_many_are_met_within_each_limit_as_planted():
    chance = Random(7)
    many = 20_000
    drawn = [fate(COURSE, chance) for _ in range(many)]
    weeks = Counter(one.days // DAYS for one in drawn if one.end is End.MET)

    for limit in (1, 3, 6, 13):
        within = sum(n for week, n in weeks.items() if week <= limit) / many
        assert within == pytest.approx(COURSE.within(limit), abs=0.015)
    ends = Counter(one.end for one in drawn)
    assert ends[End.NO] / many == pytest.approx(0.10, abs=0.01)
    assert ends[End.WAITS] / many == pytest.approx(COURSE.waits / HUNDRED, abs=0.01)


def test_a_chance_of_none_and_of_all():
    assert not happens(0, Random(1))
    assert happens(HUNDRED, Random(1))
