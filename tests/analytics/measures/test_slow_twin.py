# SPDX-License-Identifier: EUPL-1.2
"""Every figure of every measure equals that of its slow twin: ties, overlaps, things that lack."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.analytics.events import Role, open_log
from ruimbaan.analytics.measures import MEASURES, Answer, Question, measures_of
from tests.planted_courses import BEGIN, FRAMES, Row, write_rows
from tests.slow_courses import STEPS
from tests.slow_measures import Slow

FIRST = BEGIN.date()
CLOSE = 1e-9
Told = tuple[int, float | None] | None
ACTIVITIES = [*STEPS, "gesprek", "huisbezoek", "verwezen", "aangenomen", "afgewezen", "gesprek"]
days = st.one_of(st.integers(0, 60), st.integers(0, 700), st.sampled_from((0, 7, 14, 60, 61, 400)))


def row(case, day, took, activity, organisation, receiver, rule):
    return Row(case, day, activity, organisation, receiver, rule, max(day - took, 0))


rows = st.lists(
    st.builds(
        row,
        st.sampled_from("abcde"),
        days,
        st.sampled_from((0, 0, 0, 3, 40)),
        st.sampled_from(ACTIVITIES),
        st.sampled_from([*list(FRAMES)[:4], ""]),
        st.sampled_from([*list(FRAMES)[:4], ""]),
        st.sampled_from(["leeftijd", "regio", ""]),
    ),
    min_size=1,
    max_size=60,
)


@settings(max_examples=8)
@given(
    rows,
    st.sampled_from((None, 5, 100, 300)),
    st.sampled_from((None, 40, 200)),
    st.booleans(),
    st.booleans(),
)
def test_every_figure_equals_the_slow_one(rows, after, since, served, told):
    """`after` days from its first event the log is cut; `told`: it says to whom all were sent."""
    first = min(row.day for row in rows)
    cut = max(row.day for row in rows) if after is None else first + after
    since = None if since is None else min(first + since, cut)
    service = [row.organisation for row in rows if row.organisation][:1] if served else []
    without = () if told else ("receiver",)
    kept = rows if told else [_without_receiver(row) for row in rows]

    with TemporaryDirectory() as folder:
        path = Path(folder) / "log.csv"
        write_rows(kept, path, without=without)
        asked = Question(
            cut=FIRST + timedelta(days=cut),
            since=None if since is None else FIRST + timedelta(days=since),
            service=tuple(service),
            fewest=1,
        )
        answer = measures_of(open_log(path), asked)

    slow = Slow(kept, cut=cut, since=since, service=service, told=told)
    assert answer.cut == asked.cut
    assert set(answer.steps) == slow.there - {None}
    assert _different(answer, slow) == {}


def _different(answer: Answer, slow: Slow) -> dict[object, object]:
    """What both say of a figure, where they do not say the same."""
    there = {*slow.there, *Role} - ({Role.RECEIVER} if not slow.told else set())
    can = {
        one.id
        for one in MEASURES
        if there.issuperset(one.needs) and not (one.one_of and there.isdisjoint(one.one_of))
    }
    slowly = {key: told for key, told in slow.all().items() if key[0] in can}
    fast = {
        (one.measure.id, value.key, value.part): (value.n, value.estimate)
        for one in answer.results
        for value in one.values
        if value.n
    }
    return {
        key: (fast.get(key), slowly.get(key))
        for key in {*fast, *slowly}
        if not _alike(fast.get(key), slowly.get(key))
    }


def _alike(one: Told, other: Told) -> bool:
    if one is None or other is None or one[1] is None or other[1] is None:
        return one == other
    return one[0] == other[0] and abs(one[1] - other[1]) < CLOSE


def _without_receiver(row: Row) -> Row:
    return Row(row.case, row.day, row.activity, row.organisation, "", row.rule, row.began)


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
