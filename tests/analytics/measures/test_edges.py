# SPDX-License-Identifier: EUPL-1.2
"""The day on which something just still counts, and the day after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ruimbaan.analytics.events import open_log
from ruimbaan.analytics.measures import Question, measures_of
from tests.planted_courses import BEGIN, Row, write_rows

A, B = "Brijder", "Wijkteam"


@pytest.fixture
def measured(tmp_path):
    def of(*rows, cut=None):
        path = tmp_path / "log.csv"
        write_rows(list(rows), path)
        day = None if cut is None else (BEGIN + timedelta(days=cut)).date()
        answer = measures_of(open_log(path), Question(cut=day, fewest=1))
        return {one.measure.id: one for one in answer.results}

    return of


def visits(*days_and_places):
    return [Row("p", day, "gesprek", place) for day, place in days_and_places]


def test_after_sixty_quiet_days_it_is_the_same_stay_and_after_one_more_it_is_not(measured):
    beside = measured(*visits((0, A), (30, B), (60, A)))["ping-pong"]
    back = measured(*visits((0, A), (30, B), (61, A)))["ping-pong"]

    assert beside.lacking is not None
    assert (back.value("back").n, back.value("back").estimate) == (1, 1.0)


def test_back_after_180_days_is_ping_pong_and_after_one_more_it_is_not(measured):
    still = measured(*visits((0, A), (90, B), (180, A)))["ping-pong"]
    over = measured(*visits((0, A), (90, B), (181, A)))["ping-pong"]

    assert (still.value("back").estimate, over.value("back").estimate) == (1.0, 0.0)


def test_with_another_stay_that_goes_on_nobody_is_between_two_stools(measured):
    other = Row("q", 0, "doel bereikt", A)
    rows = [*visits((0, A), (40, B), (45, B), (50, A)), Row("p", 50, "afgesloten", A), other]

    goes_on = measured(*rows, cut=104)["between-two-stools"]
    over = measured(*rows, cut=105)["between-two-stools"]

    assert goes_on.lacking is not None
    assert over.value("gap_14").n == 1


def test_a_contact_at_the_moment_of_a_second_referral_is_of_the_second(measured):
    rows = [
        Row("p", 0, "verwezen", A, receiver=B),
        Row("p", 20, "verwezen", A, receiver=B),
        Row("p", 20, "gesprek", B),
    ]

    told = measured(*rows, cut=100)["handoff-success"]

    assert [told.value(f"met_{day}").estimate for day in (14, 28, 90)] == [0.5, 0.5, 0.5]
