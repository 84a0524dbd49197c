# SPDX-License-Identifier: EUPL-1.2
"""Whether a change worked: found when it was planted, not found when it was not, and said to be too
early when there is too little."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.advice.followup import SOONEST, Outcome, difference, follow_up
from ruimbaan.core.insight.changed import AFTER, AT_RULE, BEFORE, SOON, WEEK, Changed
from ruimbaan.core.insight.courses import OTHER, cohort_at
from ruimbaan.core.insight.released import TOTAL, Release
from ruimbaan.core.insight.waits import Share, wilson

DAY = date(2026, 1, 5)
LATER = "later-of-niet"


def table(counts: dict[tuple[str, str], tuple[int | None, int | None]]) -> Release:
    """By kind and side: asked, and of those met soon."""
    cells: dict[tuple[str, ...], int | None] = {}
    for (kind, side), (asked, soon) in counts.items():
        cells[kind, TOTAL, side] = asked
        cells[kind, SOON, side] = soon
    dimensions = ("naar", "loop", "gevraagd")
    out = DAY + SOONEST
    return Release("overdracht-regel-r28", out, 10, "handoffs-x", dimensions, cells, "")


Counts = tuple[int | None, int | None]


def sides(
    here: Counts, after: Counts, others: Counts = (400, 240), then: Counts = (400, 240)
) -> Release:
    return table(
        {
            (AT_RULE, BEFORE): here,
            (AT_RULE, AFTER): after,
            (OTHER, BEFORE): others,
            (OTHER, AFTER): then,
        }
    )


def share(reached: int, count: int) -> Share:
    found = wilson(reached, count)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (sides((200, 80), (200, 160)), Outcome.BETTER),
        (sides((200, 80), (200, 160), (400, 160), (400, 320)), Outcome.BETTER_EVERYWHERE),
        (sides((200, 80), (200, 84)), Outcome.NO_DIFFERENCE),
        (sides((200, 160), (200, 80)), Outcome.WORSE),
        (sides((29, 10), (200, 160)), Outcome.TOO_EARLY),
        (sides((200, 80), (200, None)), Outcome.TOO_EARLY),
        (sides((None, None), (200, 160)), Outcome.TOO_EARLY),
        (None, Outcome.TOO_EARLY),
    ],
)
def test_what_is_said(told: Release | None, outcome: Outcome):
    found = follow_up(DAY, told)

    assert found.outcome is outcome
    assert (found.difference is None) == (outcome is Outcome.TOO_EARLY)


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        (DAY - timedelta(days=6), Outcome.BETTER),
        (DAY, Outcome.BETTER),
        (DAY + timedelta(days=1), Outcome.TOO_EARLY),
        (date(2031, 1, 1), Outcome.TOO_EARLY),
    ],
)
def test_a_table_of_before_a_change_could_be_counted_is_not_about_it(
    changed: date, outcome: Outcome
):
    told = sides((200, 80), (200, 160))
    found = follow_up(changed, told)

    assert found.outcome is outcome
    assert (told.day < found.ready) == (outcome is Outcome.TOO_EARLY)
    assert follow_up(changed, replace(told, day=found.ready)).outcome is Outcome.BETTER


def of_weeks(told: Release, changed: date, weeks: int = 26) -> Release:
    """The same table, as its report tells which weeks beside a change are in it."""
    one = Changed("R28", changed, ("25",))
    mondays = {
        BEFORE: [one.end - (number + 1) * WEEK for number in range(weeks)],
        AFTER: [one.first + number * WEEK for number in range(weeks)],
    }
    bases = {
        ("gevraagd", side): frozenset(day.isoformat() for day in days)
        for side, days in mondays.items()
    }
    return replace(told, bases=bases, day=date(2030, 1, 7))


@pytest.mark.parametrize("weeks", [6, 26])
@pytest.mark.parametrize(
    ("changed", "about"),
    [
        (DAY, True),
        (DAY - timedelta(days=1), False),
        (DAY + timedelta(days=1), False),
        (DAY - 26 * WEEK, False),
        (DAY + 26 * WEEK, False),
    ],
)
def test_a_table_of_one_change_is_not_told_of_another_day(changed: date, about: bool, weeks: int):
    told = of_weeks(sides((200, 80), (200, 160)), DAY, weeks)

    assert (follow_up(changed, told).outcome is Outcome.BETTER) == about


@given(st.dates(date(2020, 1, 1), date(2029, 1, 1)), st.integers(-30, 30))
def test_days_have_one_table_only_when_the_same_weeks_lie_beside_them(day: date, later: int):
    told = of_weeks(sides((200, 80), (200, 160)), day)
    other = day + timedelta(days=later)
    one, two = Changed("R28", day, ()), Changed("R28", other, ())

    found = follow_up(other, told).outcome is Outcome.BETTER

    assert found == ((one.end, one.first) == (two.end, two.first))


def test_the_interval_of_the_paper_of_newcombe():
    """Newcombe (1998), table II, method 10: 56/70 and 48/80 differ 0.2, from 0.0524 to 0.3339."""
    found = difference(share(48, 80), share(56, 70))

    assert found.value == pytest.approx(0.2)
    assert found.low == pytest.approx(0.0524, abs=5e-5)
    assert found.high == pytest.approx(0.3339, abs=5e-5)


counts = st.integers(30, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_a_difference_lies_in_its_interval_and_turns_with_its_sides(one, other):
    there, back = difference(share(*one), share(*other)), difference(share(*other), share(*one))

    assert -1 <= there.low <= there.value <= there.high <= 1
    assert (there.value, there.low, there.high) == pytest.approx(
        (-back.value, -back.high, -back.low)
    )


@given(counts, counts, counts, counts)
def test_beyond_others_is_never_surer_than_the_difference_alone(a, b, c, d):
    alone = difference(share(*a), share(*b))
    beyond = alone.minus(difference(share(*c), share(*d)))

    assert beyond.high - beyond.low >= alone.high - alone.low


def drawn(chance: Random, n: int, likely: float) -> tuple[int, int]:
    return n, sum(chance.random() < likely for _ in range(n))


def test_a_year_without_a_change_shows_one_no_more_often_than_chance():
    chance = Random(3)
    said = [
        follow_up(
            DAY,
            sides(drawn(chance, 200, 0.55), drawn(chance, 200, 0.55)),
        ).outcome
        for _ in range(400)
    ]

    wrong = sum(one is not Outcome.NO_DIFFERENCE for one in said)
    assert wrong / len(said) < 0.08  # one in twenty, and what chance adds


def test_a_planted_change_is_found_nearly_always():
    chance = Random(4)
    said = [
        follow_up(
            DAY,
            sides(drawn(chance, 200, 0.45), drawn(chance, 200, 0.75)),
        ).outcome
        for _ in range(200)
    ]

    assert sum(one is Outcome.BETTER for one in said) / len(said) > 0.9


@pytest.mark.parametrize(
    ("day", "weeks"),
    [
        (date(2026, 1, 5), 26),
        (date(2026, 1, 7), 26),
        (date(2026, 8, 1), 0),
        (date(2026, 7, 20), 2),
        (date(2024, 8, 14), 1),
        (date(2020, 1, 1), 0),
    ],
)
def test_as_many_whole_weeks_before_as_after(day: date, weeks: int):
    cohort = cohort_at(date(2026, 11, 2))
    changed = Changed("R28", day, ("25",))

    assert changed.window(cohort) == weeks
    assert changed.end <= day <= changed.first
    assert (changed.first == day) == (day.weekday() == 0)
