# SPDX-License-Identifier: EUPL-1.2
"""Sets of days as rows of words against the sets of the core, at both edges of the span."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.analytics.planning import days as rows
from ruimbaan.analytics.planning.compiling import as_rows
from ruimbaan.analytics.planning.jit import kernel
from ruimbaan.analytics.planning.words import Words
from ruimbaan.core.kernel.days import DaySet, Span

# About the edges of words: one day short of a word, a word, one more; and the span of a region.
SPANS = [Span(20, 6), Span(57, 6), Span(58, 6), Span(59, 6), Span(120, 8), Span(1024, 256)]
LATER, EARLIER, LASTING, WITHIN, FOR, OPPOSITE, SPREAD, FIRST, ONE_RUN = range(9)


@kernel
def done(what: int, table: Words, by: int, every_day: Words) -> int:
    """Compiled code has no door for Python of its own: this one has them all."""
    if what == LATER:
        rows.later(table, 0, by)
        rows.trim(table, 0, every_day)
    elif what == EARLIER:
        rows.earlier(table, 0, by)
    elif what == LASTING:
        rows.lasting(table, 0, by, every_day)
    elif what == WITHIN:
        rows.held_within(table, 0, by, every_day)
    elif what == FOR:
        rows.held_for(table, 0, by)
    elif what == OPPOSITE:
        rows.opposite(table, 0, every_day)
    elif what == SPREAD:
        rows.spread(table, 0, 1)
    elif what == FIRST:
        return rows.first_day(table, 0, by)
    elif what == ONE_RUN:
        return rows.one_run(table, 0, by)
    return 0


def asked(what: int, span: Span, days: DaySet, by: int = 0, beside: DaySet = 0) -> DaySet:
    """The days that are left, or for FIRST and ONE_RUN the day that was found."""
    words = -(-(span.history + span.horizon) // 64)
    table = as_rows([days, beside], words)
    answer = done(what, table, by, as_rows([span.every_day], words)[0])
    if what in (FIRST, ONE_RUN):
        return answer
    return int.from_bytes(table[0].astype("<u8").tobytes(), "little")


@st.composite
def span_and_days(draw: st.DrawFn) -> tuple[Span, DaySet]:
    """Any days, or a few runs of days, as most sets are."""
    span = draw(st.sampled_from(SPANS))
    edge = st.integers(-span.history, span.horizon)
    if draw(st.booleans()):
        return span, draw(st.integers(0, span.every_day))
    days = 0
    for begins, ends in draw(st.lists(st.tuples(edge, edge), max_size=3)):
        days |= span.between(begins, ends)
    return span, days


lengths = st.integers(0, 1400) | st.sampled_from([0, 1, 63, 64, 65, 127, 128, 1279, 1280, 1281])


@given(span_and_days(), lengths)
def test_moving_is_that_of_the_core(found: tuple[Span, DaySet], by: int) -> None:
    span, days = found

    assert asked(LATER, span, days, by) == span.later(days, by)
    assert asked(EARLIER, span, days, by) == span.earlier(days, by)


@given(span_and_days(), lengths)
def test_looking_back_is_that_of_the_core(found: tuple[Span, DaySet], k: int) -> None:
    span, days = found

    assert asked(LASTING, span, days, k + 1) == span.lasting(days, k + 1)
    assert asked(WITHIN, span, days, k) == span.held_within(days, k)
    assert asked(FOR, span, days, k) == span.held_for(days, k)
    assert asked(OPPOSITE, span, days) == span.every_day ^ days


@given(span_and_days(), st.data())
def test_spreading_is_that_of_the_core(found: tuple[Span, DaySet], data: st.DataObject) -> None:
    span, days = found
    within = data.draw(st.integers(0, span.every_day))
    within |= span.between(data.draw(st.integers(-9, 40)), data.draw(st.integers(0, 1000)))

    assert asked(SPREAD, span, days, 0, within) == span.spread(days, within)


@given(span_and_days(), st.data())
def test_the_first_day_is_that_of_the_core(found: tuple[Span, DaySet], data: st.DataObject) -> None:
    span, days = found
    day = data.draw(st.integers(-span.history, span.horizon - 1))
    wanted = span.first_from(days, day)
    bit = asked(FIRST, span, days, day + span.history)

    never = 64 * -(-(span.history + span.horizon) // 64)
    assert bit == (never if wanted is None else wanted + span.history)


@given(span_and_days())
def test_one_run_is_seen_as_one_run(found: tuple[Span, DaySet]) -> None:
    span, days = found
    first, last = span.first(days), span.last(days)
    if first is None or last is None:
        return
    whole = days == span.between(first, last + 1)

    assert asked(ONE_RUN, span, days, first + span.history) == (
        last + span.history if whole else -1
    )


@given(span_and_days())
def test_days_come_back_from_a_row_as_they_were(found: tuple[Span, DaySet]) -> None:
    span, days = found
    row = as_rows([days], -(-(span.history + span.horizon) // 64))

    assert row.dtype == np.uint64
    assert asked(EARLIER, span, days, 0) == days
