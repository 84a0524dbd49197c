# SPDX-License-Identifier: EUPL-1.2
"""From released counts by week to how far waits lie apart, beside counting people one by one."""

from __future__ import annotations

from collections import Counter
from datetime import date
from math import ceil, exp, log
from random import Random
from statistics import NormalDist

import pytest

from ruimbaan.core.directory.service import Service, Wait
from ruimbaan.core.directory.spread import Apart, Known, known_of, spread_of, widened
from ruimbaan.core.insight.released import Cell, Release
from ruimbaan.core.insight.waits_apart import LEAST, waits_apart
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.rules.rule import Rule, RuleClass

DAY = date(2026, 11, 2)
BANDS = {"w01": (0, 1), "w03": (2, 3), "w06": (4, 6), "w13": (7, 13)}


def released(
    weeks: dict[int, int],
    *,
    hidden: tuple[str, ...] = (),
    whole: tuple[str, ...] = (),
    kind: str = "17",
) -> Release:
    """A table of one kind, with so many people who met in each week and ten who never did. `whole`:
    bands that the table does not tell by week."""
    cells: dict[Cell, int | None] = {(kind, "*"): sum(weeks.values()) + 10, (kind, "niet"): 10}
    for band, (first, last) in BANDS.items():
        cells[kind, band] = sum(weeks.get(week, 0) for week in range(first, last + 1))
        for week in range(first, last + 1) if band not in whole else ():
            cells[kind, f"{band} > {week}"] = weeks.get(week, 0)
    for name in hidden:
        cells[kind, name] = None
    return Release("overdracht-weken", DAY, 10, "p", ("naar", "loop"), cells, "")


def test_everybody_in_the_first_week_lies_within_half_of_it():
    found = waits_apart(released({0: 100}))

    assert found == {17: Apart((3.15 + 1) / (1.75 + 1), DAY)}


@pytest.mark.parametrize("whole", [(), ("w13",)], ids=["every week", "the last ones as one"])
@pytest.mark.parametrize(("middle", "ratio"), [(7, 2.0), (10, 2.5), (14, 2.0), (21, 1.7)])
def test_it_is_what_counting_each_person_gives(middle: int, ratio: float, whole: tuple[str, ...]):
    """People who ask on any day of the week and wait; the table knows of both days only the Monday."""
    rng = Random(middle)
    near = log(ratio) / NormalDist().inv_cdf(0.9)
    waits = sorted(
        wait
        for _ in range(20_000)
        if (wait := ceil((middle + 1) * exp(near * rng.gauss(0, 1)) - 1)) < 90
    )
    weeks = Counter((rng.randrange(7) + wait) // 7 for wait in waits)
    half, most = waits[len(waits) // 2], waits[int(len(waits) * 0.9)]

    found = waits_apart(released(weeks, whole=whole))[17].ratio

    assert found == pytest.approx((most + 1) / (half + 1), rel=0.1)


def test_who_met_in_the_last_weeks_counts_when_those_are_told_as_one():
    weeks = {0: 30, 2: 30, 5: 30, 9: 30}

    one = waits_apart(released(weeks, whole=("w13",)))[17].ratio

    assert one == pytest.approx(waits_apart(released(weeks))[17].ratio, rel=0.25)
    assert one > waits_apart(released({week: weeks[week] for week in (0, 2, 5)}))[17].ratio


def test_a_hidden_week_is_taken_with_its_neighbours_and_a_hidden_band_says_nothing():
    weeks = {0: 20, 1: 40, 2: 20, 3: 20}  # week 0 is half a week long

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


def test_of_two_days_the_older_one_counts():
    old = date(2024, 1, 15)

    assert widened(place(Wait(10, as_of=old)), None, APART, "geteld").wait.as_of == old
    assert widened(place(Wait(10, as_of=date(2026, 11, 20))), None, APART, "").wait.as_of == DAY


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
