# SPDX-License-Identifier: EUPL-1.2
"""How people are read from a log: beginnings, ends, uses, and the state they are in meanwhile."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from ruimbaan.analytics.effect import Story
from ruimbaan.analytics.effect.errors import MatchUnclear, NoSuchActivity, SameActivity
from ruimbaan.analytics.effect.followed import (
    CUT,
    MICROSECONDS_A_DAY,
    NEVER,
    OTHERWISE,
    REACHED,
    Followed,
    followed,
)
from ruimbaan.analytics.effect.sensitivity import e_value, e_value_of_limit, landmark
from ruimbaan.analytics.events import open_log

ROWS = """case,activity,start,complete,frame
a,Aanmelding,2026-01-10,2026-01-10,Wmo
a,behoefte: veel,2026-01-12,2026-01-12,
a,vrije ruimte,2026-01-15,2026-01-20,
a,plek,2026-02-01,2026-02-02,Zvw
b,aanmelding,2026-01-10,2026-01-10,Wmo
b,teruggetrokken,2026-01-30,2026-01-30,
b,plek,2026-02-20,2026-02-20,
c,aanmelding,2026-04-01,2026-04-01,Zvw
c,behoefte: weinig,2026-04-05,2026-04-05,Wmo
d,plek,2026-02-01,2026-02-01,
e,aanmelding,2026-02-01,2026-02-01,
e,plek,2026-02-05,2026-02-05,
e,vrije ruimte,2026-02-05,2026-02-05,
"""
STORY = Story(use="Vrije", outcome="PLEK", ends=("terug",), need="behoefte")


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(ROWS, encoding="utf-8")
    return open_log(path)


def days(moments) -> list[float]:
    return [one / MICROSECONDS_A_DAY for one in moments.tolist()]


def states(people: Followed) -> list[list[tuple[float, int]]]:
    told = zip(people.person.tolist(), days(people.since), people.state.tolist(), strict=True)
    rows: list[list[tuple[float, int]]] = [[] for _ in people.leave]
    for person, since, state in told:
        rows[person].append((since, state))
    return rows


def test_each_is_followed_until_the_outcome_another_end_or_the_cut(log):
    people = followed(log, STORY)

    # d was there already; e used room on the very day of the outcome, which is no use
    assert days(people.leave) == [22, 20, 4, 4]
    assert people.end.tolist() == [REACHED, OTHERWISE, CUT, REACHED]
    assert [used / MICROSECONDS_A_DAY if used < NEVER else None for used in people.used] == [
        *(10, None, None, None)
    ]


def test_need_and_frame_hold_until_they_change_and_quarters_keep_people_apart(log):
    a, b, c, e = states(followed(log, STORY))

    assert [since for since, _ in a] == [0, 2, 22]
    assert [since for since, _ in c] == [0, 4]
    assert len({state for row in (a, b, c, e) for _, state in row}) == 6
    assert b[0][1] == a[0][1]  # Wmo, nothing known of need, the first quarter


def test_fewer_words_to_match_on_keep_fewer_apart(log):
    a, b, c, e = states(followed(log, Story("vrije", "plek", match=("frame",))))

    assert a[0][1] == b[0][1] == c[1][1]
    assert a[-1][1] == c[0][1]
    assert e[0][1] not in (a[0][1], c[0][1])


def test_following_may_begin_later_and_stop_on_the_day_of_the_cut(log):
    people = followed(log, Story("vrije", "plek", begins="behoefte", cut=date(2026, 1, 25)))

    assert days(people.leave) == [14]
    assert people.end.tolist() == [CUT]
    assert days(people.used) == [8]
    assert days(people.since) == [0, 20]  # the frame from before holds from the beginning


@pytest.mark.parametrize(
    ("story", "error"),
    [
        (Story("vrij", "huis"), NoSuchActivity),
        (Story("vrije", "plek", begins="start"), NoSuchActivity),
        (Story("vrije", "plek", ends=("dood",)), NoSuchActivity),
        (Story("p", "plek"), SameActivity),
        (Story("vrije", "plek", match=("need",)), MatchUnclear),
    ],
)
def test_what_the_log_does_not_hold_is_refused(log, story, error):
    with pytest.raises(error):
        followed(log, story)


@pytest.mark.parametrize(
    ("ratio", "reached", "value"),
    [
        (3.9, 0.1, 7.26),  # the example of VanderWeele and Ding (2017): 7.26, and 3.0 for the limit
        (1.8, 0.1, 3.0),
        (1 / 3.9, 0.1, 7.26),
        (1.0, 0.5, 1.0),
        # (1 - 0.5^sqrt 2) / (1 - 0.5^sqrt 0.5) = 1.611, and 1.611 + sqrt(1.611 x 0.611) = 2.60
        (2.0, 0.5, 2.60),
    ],
)
def test_e_values_are_those_of_the_paper(ratio, reached, value):
    assert e_value(ratio, reached) == pytest.approx(value, abs=0.01)


def test_an_interval_around_one_needs_nothing_unseen():
    assert e_value_of_limit(0.8, 1.2, 0.1) == 1
    assert e_value_of_limit(1.8, 9.0, 0.1) == e_value(1.8, 0.1)
    assert e_value_of_limit(0.1, 0.5, 0.1) == e_value(0.5, 0.1)


def test_the_landmark_looks_at_who_still_waits_on_its_day_and_in_what_state():
    """Half of the uses are by day 4. Of who waits longer, by state: those with room first."""
    leave = np.array([3, 9, 8, 7, 6, 9, 10, 5, 4])  # the last one leaves on that very day
    used = np.array([2, 4, 4, 3, NEVER, 8, NEVER, NEVER, NEVER])
    person = np.array([0, 1, 2, 3, 4, 5, 6, 6, 7, 8])
    since = np.array([0, 0, 0, 0, 0, 0, 0, 3, 0, 0])
    state = np.array([0, 0, 0, 1, 0, 0, 0, 1, 1, 0])
    people = Followed(leave, np.full(9, REACHED), used, person, since, state)

    found = landmark(people, 1)

    assert found is not None
    assert (found.day, found.users, found.others) == (4, 3, 4)
    assert landmark(people, 4) is None
