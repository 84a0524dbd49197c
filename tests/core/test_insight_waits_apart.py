# SPDX-License-Identifier: EUPL-1.2
"""From released counts by week to how far waits lie apart, beside counting people one by one."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from ruimbaan.core.directory.service import Service, Wait
from ruimbaan.core.directory.spread import Apart, Known, known_of, spread_of, widened
from ruimbaan.core.insight.released import Cell, Release
from ruimbaan.core.insight.waits_apart import LEAST, waits_apart
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rule import Rule, RuleClass

DAY = date(2026, 11, 2)
BANDS = {"w01": (0, 1), "w03": (2, 3), "w06": (4, 6), "w13": (7, 13)}


def released(weeks: dict[int, int], *, hidden: tuple[str, ...] = (), kind: str = "17") -> Release:
    """A table of one kind, with so many people who met in each week and ten who never did."""
    cells: dict[Cell, int | None] = {(kind, "*"): sum(weeks.values()) + 10, (kind, "niet"): 10}
    for band, (first, last) in BANDS.items():
        cells[kind, band] = sum(weeks.get(week, 0) for week in range(first, last + 1))
        for week in range(first, last + 1):
            cells[kind, f"{band} > {week}"] = weeks.get(week, 0)
    for name in hidden:
        cells[kind, name] = None
    return Release("overdracht-weken", DAY, 10, "p", ("naar", "loop"), cells, "")


def test_everybody_in_the_first_week_lies_within_that_week():
    found = waits_apart(released({0: 100}))

    assert found == {17: Apart((6.3 + 1) / (3.5 + 1), DAY)}


@pytest.mark.parametrize("seed", range(20))
def test_it_is_what_counting_each_person_gives(seed: int):
    rng = Random(seed)
    weeks = {week: rng.randrange(40) + LEAST // 14 + 1 for week in range(14)}
    people = sorted(
        week * 7 + (at + 0.5) / count * 7 for week, count in weeks.items() for at in range(count)
    )
    half, most = people[len(people) // 2], people[int(len(people) * 0.9)]

    ratio = waits_apart(released(weeks))[17].ratio

    assert ratio == pytest.approx((most + 1) / (half + 1), rel=0.05)


def test_a_hidden_week_is_taken_with_its_neighbours_and_a_hidden_band_says_nothing():
    weeks = {0: 30, 1: 30, 2: 20, 3: 20}

    assert waits_apart(released(weeks, hidden=("w01 > 0",)))[17].ratio == pytest.approx(
        waits_apart(released(weeks))[17].ratio
    )
    assert waits_apart(released(weeks, hidden=("w03",))) == {}


def test_few_people_and_the_others_together_say_nothing():
    assert waits_apart(released({0: LEAST - 1})) == {}
    assert waits_apart(released({0: 100}, kind="overig")) == {}


def place(wait: Wait) -> Service:
    return Service("a", Text("a"), wait=wait, type=17)


APART = Apart(3.0, DAY)


def test_one_number_gets_the_spread_of_its_kind_and_keeps_its_middle():
    found = widened(place(Wait(10, source="de plek")), None, APART, "geteld")

    assert found.wait.days == 10
    assert spread_of(found.wait) is not None
    assert (found.wait.p90, found.wait.as_of, found.wait.source) == (32, DAY, "de plek; geteld")
    assert known_of(found, None) is Known.SPREAD


@pytest.mark.parametrize(
    "wait", [Wait(0), Wait(None), Wait(10, p50=10, p90=12)], ids=["none", "unknown", "own spread"]
)
def test_what_the_place_knows_itself_stays(wait: Wait):
    assert widened(place(wait), None, APART, "geteld") == place(wait)


def test_a_term_of_the_law_stays_a_term():
    law = Rule("R", Text("R"), RuleClass.LAW, asks=99)

    assert widened(place(Wait(28, rule="R")), law, APART, "geteld") == place(Wait(28, rule="R"))


def test_without_counts_nothing_changes():
    assert widened(place(Wait(10)), None, None, "geteld") == place(Wait(10))
