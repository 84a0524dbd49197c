# SPDX-License-Identifier: EUPL-1.2
"""The ratio against lifelines and against its likelihood written out; whom a use is compared with,
person by person; shares against the curves of the core."""

from __future__ import annotations

import json
from collections import Counter
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.analytics.effect.cox import FARTHEST
from ruimbaan.analytics.effect.followed import NEVER, OTHERWISE, REACHED, Followed
from ruimbaan.analytics.effect.matching import trials_of
from ruimbaan.analytics.effect.shares import shares
from ruimbaan.core.insight.curves import Course, curve
from tests import slow_effect as slow
from tests.long.cox_twin import log_ratio, random_people
from tools.paths import ROOT

KEPT = json.loads((ROOT / "tests" / "data" / "cox" / "lifelines.json").read_text(encoding="utf-8"))
ENDS = (None, "met", "refused")
EVERYBODY = 10**6
ROUNDING = 1e-9


@pytest.mark.parametrize("kept", KEPT)
def test_the_ratio_is_that_of_lifelines(kept):
    assert log_ratio(kept["rows"]) == pytest.approx(kept["answer"], abs=1e-6)


@pytest.mark.parametrize("seed", range(30))
def test_no_ratio_close_by_is_more_likely(seed):
    chance = Random(seed)
    rows = random_people(chance, chance.choice((6, 12, 40)))
    found = log_ratio(rows)

    top = slow.log_likelihood(rows, found)
    others = [found + step for step in (-1.0, -0.1, -1e-4, 1e-4, 0.1, 1.0)]
    for other in (*others, -FARTHEST, 0.0, FARTHEST):
        assert top >= slow.log_likelihood(rows, max(-FARTHEST, min(FARTHEST, other))) - ROUNDING


def test_groups_that_never_wait_together_tell_no_ratio():
    rows = [[5, 1, 0, 0, 0.2], [6, 1, 0, 0, 0.3], [1, 0, 1, 0, 1.0], [4, 1, 1, 1, 0.7]]

    assert log_ratio(rows) == FARTHEST


@st.composite
def groups(draw) -> Followed:
    """Few people, states and moments, so that much falls together."""
    rows, changes = [], []
    for person in range(draw(st.integers(2, 9))):
        leave = draw(st.integers(1, 8))
        used = draw(st.one_of(st.none(), st.integers(0, leave - 1)))
        rows.append((leave, draw(st.integers(0, 2)), NEVER if used is None else used))
        moments = {0, *draw(st.sets(st.integers(1, 8), max_size=2))}
        changes += [(person, moment, draw(st.integers(0, 1))) for moment in sorted(moments)]
    told, table = np.array(rows, dtype=np.int64), np.array(changes, dtype=np.int64)
    return Followed(*told.T, *table.T)


@settings(max_examples=300, deadline=None)
@given(people=groups())
def test_each_use_is_compared_with_everybody_it_may_be(people):
    found = trials_of(people, EVERYBODY, np.random.default_rng(1))

    columns = (found.person, found.room, found.time, found.end, found.stratum)
    told = Counter(zip(*(column.tolist() for column in columns), strict=True))
    expected = slow.trials(people)
    assert told == Counter(row for trial in expected for row in trial)
    assert (found.uses, found.matched) == (int((people.used < NEVER).sum()), len(expected))
    assert found.weight[found.room == 1].sum() == len(expected)
    assert found.weight[found.room == 0].sum() == pytest.approx(len(expected))


@settings(max_examples=100, deadline=None)
@given(people=groups(), controls=st.integers(1, 3))
def test_who_is_drawn_is_some_of_those_and_nobody_twice(people, controls):
    found = trials_of(people, controls, np.random.default_rng(7))

    every = [{person for person, room, *_ in trial if not room} for trial in slow.trials(people)]
    many = [min(controls, len(one)) for one in every]
    assert int((found.room == 0).sum()) == sum(many)
    parts = np.split(found.person[found.room == 0], np.cumsum(many)[:-1]) if many else []
    for part, may in zip(parts, every, strict=True):
        assert len(set(part.tolist())) == len(part)
        assert set(part.tolist()) <= may


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(
        st.tuples(st.integers(1, 12), st.integers(0, 2), st.integers(1, 3)), min_size=1, max_size=20
    )
)
def test_shares_are_those_of_the_curves_of_the_core(rows):
    """A weight of two is a course that is there twice."""
    time, end, often = (np.array(one, dtype=np.int64) for one in zip(*rows, strict=True))
    days = np.arange(1, int(time.max()) + 1)

    found = shares(time, end, np.array([often, np.ones(len(rows))], dtype=float), days)

    assert (REACHED, OTHERWISE) == (1, 2)
    heavy = [Course(leave, ENDS[how]) for leave, how, many in rows for _ in range(many)]
    light = [Course(leave, ENDS[how]) for leave, how, _ in rows]
    for row, courses in ((found[0], heavy), (found[1], light)):
        told = curve(courses, "met")
        expected = [point.share for day in days.tolist() if (point := told.at(day)) is not None]
        assert row.tolist() == pytest.approx(expected)
