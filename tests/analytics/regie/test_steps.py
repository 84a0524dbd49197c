# SPDX-License-Identifier: EUPL-1.2
"""What people let count, as tables and as an event log: equal to a plain count, and in closed words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.analytics.disclosure.released import read_releases
from ruimbaan.analytics.events import Asked, open_log
from ruimbaan.analytics.regie.events import write_events
from ruimbaan.analytics.regie.publishing import publish
from ruimbaan.analytics.regie.steps import GOALS, SUPPORTS, step_cubes
from ruimbaan.core.insight.contributed import (
    AGAINST,
    BY,
    REACHED,
    Counted,
    Step,
    goals,
    reached,
    supports,
)
from ruimbaan.core.insight.courses import WAITS, cohort_at

COHORT = cohort_at(date(2026, 11, 23))
WEEK = timedelta(weeks=1)


def lived(count: int = 200, seed: int = 3) -> tuple[Counted, ...]:
    """Each asks for support a quarter after keeping a way to a goal, and most come to it."""
    chance, rows = Random(seed), []
    for number in range(count):
        name = f"{chance.getrandbits(64):016x}"
        kept = COHORT.cut - (53 + number % 38) * WEEK
        goal, kind = chance.choice(["WON", "FIN"]), chance.choice(["6", "9"])
        rows.append(Counted(name, Step.PLANNED, goal, kept))
        rows.append(Counted(name, Step.ASKED, kind, kept + 13 * WEEK))
        if chance.random() < 0.8:
            rows.append(Counted(name, Step.BEGAN, kind, kept + (14 + number % 5) * WEEK))
        if chance.random() < 0.3:
            rows.append(Counted(name, Step.ROOM, "", kept + 2 * WEEK))
        if chance.random() < 0.7:
            rows.append(Counted(name, chance.choice(list(REACHED)), goal, kept + 30 * WEEK))
    return tuple(rows)


def test_goals_and_supports_equal_a_plain_count(tmp_path: Path):
    rows = lived()
    publish(tmp_path, COHORT.cut, lambda _: step_cubes("waalstad", COHORT, rows), print, quick=True)
    tables = {one.name: one for one in read_releases(tmp_path)}
    found = dict(zip(tables[GOALS].keys, tables[GOALS].shown.tolist(), strict=True))
    later = sum(one.step is Step.GOAL_LATER for one in rows)
    planned = sum(one.step is Step.PLANNED for one in rows)

    assert set(tables) == {GOALS, SUPPORTS}
    assert {one.population for one in tables.values()} == {"doelen-waalstad", "stappen-waalstad"}
    assert found[(), (), (), ()] == planned
    assert found[(), ("later",), (), ()] == later
    for one in tables.values():
        assert not ((one.shown > 0) & (one.shown < 10)).any()


def test_nothing_of_what_nobody_let_count():
    assert step_cubes("waalstad", COHORT, ()) == {}


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-400, 400))
def test_against_the_plan_is_as_precise_as_a_week(planned: date, days: int):
    day = planned + timedelta(days=days)
    mondays = [one.toordinal() - one.weekday() for one in (day, planned)]
    expected = (mondays[0] > mondays[1]) - (mondays[0] < mondays[1])

    assert [Step.GOAL_EARLIER, Step.GOAL_ON_TIME, Step.GOAL_LATER][expected + 1] is reached(
        planned, day
    )


ROWS = st.builds(
    Counted,
    st.sampled_from("ab"),
    st.sampled_from(list(Step)),
    st.sampled_from(["6", "9"]),
    st.integers(0, 80).map(lambda weeks: date(2025, 1, 6) + weeks * WEEK),
)


@given(st.lists(ROWS, max_size=25))
def test_every_asking_is_one_support_and_no_beginning_counts_twice(rows: list[Counted]):
    found = list(supports(rows))
    asked = [one for one in rows if one.step is Step.ASKED]
    began = [one for one in rows if one.step is Step.BEGAN]

    assert len(found) == len(asked)
    assert sum(one.way != WAITS for one in found) <= len(began)


@given(st.lists(ROWS, max_size=25))
def test_every_goal_is_one_row_with_words_of_the_list(rows: list[Counted]):
    found = list(goals(rows))
    planned = {(one.name, one.about) for one in rows if one.step is Step.PLANNED}

    assert len(found) == len(planned)
    assert all(one.against in AGAINST and one.by in BY for one in found)


def test_the_event_log_is_sorted_weekly_and_says_no_name(tmp_path: Path):
    rows = lived(30)
    out = tmp_path / "stappen.parquet"

    assert write_events(rows, out) == len(rows)
    log = open_log(out, Asked())
    told = log.con.execute('SELECT "case", activity, complete FROM event').fetchall()

    assert log.precision.value == "week"
    assert log.size == len(rows)
    assert {one[0] for one in told} == {str(number) for number in range(1, 31)}
    assert {one[1].split()[0] for one in told} <= {step.value for step in Step}
    assert not any(one.name.encode() in out.read_bytes() for one in rows)
    by_case = [one[0] for one in told]
    assert len([1 for a, b in pairwise(by_case) if a != b]) == 29


def test_an_export_gives_other_numbers_each_time(tmp_path: Path):
    rows = lived(30)
    told = []
    for name in ("a", "b"):
        write_events(rows, tmp_path / f"{name}.parquet")
        log = open_log(tmp_path / f"{name}.parquet", Asked())
        told.append(log.con.execute('SELECT "case", activity, complete FROM event').fetchall())

    assert told[0] != told[1]
    assert sorted(one[1:] for one in told[0]) == sorted(one[1:] for one in told[1])


@pytest.mark.parametrize("weeks", [0, 13, 14])
def test_support_that_began_after_thirteen_weeks_still_waits(weeks: int):
    begin = date(2026, 1, 5)
    rows = [
        Counted("a", Step.ASKED, "6", begin),
        Counted("a", Step.BEGAN, "6", begin + weeks * WEEK),
    ]
    (found,) = supports(rows)

    assert found.way == (f"week-{weeks:02}" if weeks <= 13 else WAITS)
