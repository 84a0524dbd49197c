# SPDX-License-Identifier: EUPL-1.2
"""Which weeks count, and how one handoff went within thirteen of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.handoff.states import Reason, State
from ruimbaan.core.insight.courses import COHORT, WAYS, cohort_at, way_of

MONDAY = date(2026, 1, 5)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
def test_everybody_had_thirteen_whole_weeks(day: date):
    found = cohort_at(day)

    assert len(found.weeks) == COHORT
    assert found.cut <= day < found.cut + timedelta(weeks=1)
    assert all(one.weekday() == 0 and found.first <= one < found.end for one in found.weeks)
    assert found.weeks[-1] + timedelta(weeks=1 + 13) == found.cut


@pytest.mark.parametrize(
    ("weeks", "outcome", "reason", "way"),
    [
        (0, State.MET, None, "week-00"),
        (13, State.MET, None, "week-13"),
        (14, State.MET, None, "wacht"),
        (14, State.REJECTED, Reason.NO_PLACE, "wacht"),
        (2, State.REJECTED, Reason.CEILING, "nee-plek"),
        (2, State.REJECTED, Reason.FUNDING, "nee-regel"),
        (2, State.REJECTED, Reason.SAFETY, "nee-anders"),
        (2, State.FAILED, Reason.NO_REACH, "nee-anders"),
        (2, State.CANCELLED, Reason.NO_PLACE, "gestopt"),
        (2, State.CANCELLED_BY_PERSON, None, "gestopt"),
        (None, None, None, "wacht"),
    ],
)
def test_how_it_went(weeks: int | None, outcome: State | None, reason: Reason | None, way: str):
    ended = None if weeks is None else MONDAY + timedelta(weeks=weeks)

    assert way_of(MONDAY, ended, outcome, reason) == way
    assert way in WAYS
