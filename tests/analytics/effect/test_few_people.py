# SPDX-License-Identifier: EUPL-1.2
"""Of fewer than ten people nothing is said, in a group or on a day."""

from __future__ import annotations

import numpy as np
import pytest

from ruimbaan.analytics.effect import Asked, effect_of
from ruimbaan.analytics.effect.errors import TooFew
from ruimbaan.analytics.effect.followed import CUT, MICROSECONDS_A_DAY, NEVER, REACHED, Followed

LONG = 12  # people in each group who are followed past day 90


def waiting(users: int, cut_off: int = 0) -> Followed:
    """Who use room on day 1 and as many others, all with the outcome after two days and more; the last
    `cut_off` of each group are cut off on day 60."""
    rows = [
        (60 if at >= users - cut_off else 2 + 20 * at, at < users - cut_off, room)
        for room in (True, False)
        for at in range(users)
    ]
    leave = np.array([day + (not room) for day, _, room in rows], dtype=np.int64)
    return Followed(
        leave=leave * MICROSECONDS_A_DAY,
        end=np.array([REACHED if reached else CUT for _, reached, _ in rows]),
        used=np.array([MICROSECONDS_A_DAY if room else NEVER for *_, room in rows]),
        person=np.arange(len(rows)),
        since=np.zeros(len(rows), dtype=np.int64),
        state=np.zeros(len(rows), dtype=np.int64),
    )


def test_a_group_of_nine_gets_no_figure_and_one_of_ten_does():
    with pytest.raises(TooFew):
        effect_of(waiting(9), Asked(controls=50))

    assert effect_of(waiting(10), Asked(controls=50)).users == 10


def test_a_day_on_which_fewer_than_ten_are_followed_is_empty_once_anybody_was_cut_off():
    whole = effect_of(waiting(LONG), Asked(controls=50)).by_day
    cut = effect_of(waiting(LONG, cut_off=1), Asked(controls=50)).by_day

    assert [one.day for one in whole if one.room is None or one.compared is None] == []
    assert [one.day for one in cut if one.room is None] == [90, 180, 365]
    assert [one.day for one in cut if one.compared is None] == [90, 180, 365]
