# SPDX-License-Identifier: EUPL-1.2
"""Every figure of every measure equals that of its slow twin: ties, overlaps, things that lack."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.analytics.events import open_log
from ruimbaan.analytics.measures import Question, measures_of
from tests.measures_beside import ACTIVITIES, DAYS, PLACES, RULES, TOOK, Case, differences, row

days = st.one_of(st.integers(0, 60), st.integers(0, 700), st.sampled_from(DAYS))
rows = st.lists(
    st.builds(
        row,
        st.sampled_from("abcde"),
        days,
        st.sampled_from(TOOK),
        st.sampled_from(ACTIVITIES),
        st.sampled_from(PLACES),
        st.sampled_from(PLACES),
        st.sampled_from(RULES),
    ),
    min_size=1,
    max_size=60,
)
cases = st.builds(
    Case,
    rows,
    st.sampled_from((None, 5, 100, 300)),
    st.sampled_from((None, 40, 200)),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=8)  # a log each; tests/long/measures_twin.py does hundreds
@given(cases)
def test_every_figure_equals_the_slow_one(case):
    assert differences(case) == {}


def test_days_are_those_of_the_calendar(tmp_path):
    """Sent late in the evening and met early in the morning after: that is one day."""
    path = tmp_path / "log.csv"
    lines = ["case,activity,complete,organisation"]
    for number in range(10):
        lines += [
            f"p{number},verwezen,2026-01-05T23:50:00Z,Brijder",
            f"p{number},aangenomen,2026-01-06T00:05:00Z,Wijkteam",
            f"p{number},gesprek,2026-01-06T00:10:00Z,Wijkteam",
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    found = {one.measure.id: one for one in measures_of(open_log(path), Question()).results}

    assert found["time-to-first-contact"].value("half").estimate == 1
