# SPDX-License-Identifier: EUPL-1.2
"""Two moments beside each other: which two, and what stands in each row."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from ruimbaan.core.journey.then_and_now import Moment, MomentUnknown, Row, chosen, rows

START = datetime(2027, 1, 1, tzinfo=UTC)


def moment(day: int, **marks: str) -> Moment:
    return Moment(UUID(int=day + 1), START + timedelta(days=day), "", marks)


FIRST, SECOND, LAST = moment(0, WON="missing"), moment(10), moment(20, WON="good", FIN="fair")
ALL = (SECOND, LAST, FIRST)


def test_without_a_choice_it_is_the_first_and_the_last():
    assert chosen(ALL, None, None) == (FIRST, LAST)


@pytest.mark.parametrize(("then", "now"), [(FIRST, SECOND), (SECOND, FIRST)])
def test_the_earlier_one_is_then_in_whichever_order_they_were_chosen(then: Moment, now: Moment):
    assert chosen(ALL, then.id, now.id) == (FIRST, SECOND)


def test_the_same_moment_twice_is_one():
    assert chosen(ALL, SECOND.id, SECOND.id) == (None, SECOND)


def test_one_moment_has_no_then_and_none_has_nothing():
    assert chosen((LAST,), None, None) == (None, LAST)
    assert chosen((), None, None) == (None, None)


@pytest.mark.parametrize("known", [ALL, ()])
def test_a_moment_that_is_not_there_is_told(known: tuple[Moment, ...]):
    with pytest.raises(MomentUnknown):
        chosen(known, uuid4(), None)


def test_what_was_left_out_both_times_has_no_row_and_the_order_stays():
    found = tuple(rows(("FIN", "ZIN", "WON"), FIRST, LAST))

    assert found == (Row("FIN", None, "fair"), Row("WON", "missing", "good"))


def test_with_one_moment_there_is_no_then_in_a_row():
    assert tuple(rows(("WON",), None, LAST)) == (Row("WON", None, "good"),)
