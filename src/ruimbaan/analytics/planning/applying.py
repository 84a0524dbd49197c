# SPDX-License-Identifier: EUPL-1.2
"""The days on which one can apply through a way, given the days of all facts."""

from __future__ import annotations

from ruimbaan.analytics.planning.compiling import (
    EVERY_DAY,
    FOR,
    NEVER,
    NOT,
    NOT_FOR,
    NOT_WITHIN,
    WITHIN,
    Layout,
)
from ruimbaan.analytics.planning.days import (
    earlier,
    first_day,
    held_for,
    held_within,
    opposite,
)
from ruimbaan.analytics.planning.jit import inlined, kernel
from ruimbaan.analytics.planning.words import NOTHING, Words
from ruimbaan.analytics.planning.work import APPLIED, GIVEN, Work


@kernel
def applied(layout: Layout, work: Work, way: int) -> int:
    """Writes those days in row APPLIED of the scratch. Returns the first of them, a bit; 64 x
    words when there is none, and then nothing is written."""
    never = int(work.held.shape[1]) << 6
    begins = _begins(layout, work, way)
    if begins == never:
        return never
    _plain(layout, work, way, begins)
    begins = first_day(work.scratch, APPLIED, begins)
    if begins == never:
        return never
    timed, end = layout.timed_of[way], layout.literals_of[way + 1]
    if timed == end:
        return begins
    for literal in range(timed, end):
        if not work.on[layout.literal_waiver[literal]]:
            _timed(layout, work, literal, layout.way_wait[way])
    return first_day(work.scratch, APPLIED, begins)


@inlined
def _begins(layout: Layout, work: Work, way: int) -> int:
    """The first day on which all plain conditions can hold; never when the way does not exist, or
    when a fact that it needs never holds."""
    never = int(work.held.shape[1]) << 6
    for at in range(layout.way_needs_of[way], layout.way_needs_of[way + 1]):
        if not work.on[layout.way_needs[at]]:
            return never
    begins = 0
    for literal in range(layout.literals_of[way], layout.timed_of[way]):
        if not work.on[layout.literal_waiver[literal]]:
            begins = max(begins, int(work.first[layout.literal_fact[literal]]))
    return begins


@inlined
def _plain(layout: Layout, work: Work, way: int, begins: int) -> None:
    """The days on which the door is open and all plain conditions hold. There is none before
    `begins`, so no word before it is looked at."""
    is_open = work.on[layout.way_open_switch[way]]
    mask = layout.way_open_to[way] if is_open else layout.way_closed_to[way]
    days, held, words = work.scratch, work.held, work.scratch.shape[1]
    word = begins >> 6
    for at in range(word):
        days[APPLIED, at] = NOTHING
    for at in range(word, words):
        days[APPLIED, at] = layout.masks[mask, at]
    for literal in range(layout.literals_of[way], layout.timed_of[way]):
        if not work.on[layout.literal_waiver[literal]]:
            fact = layout.literal_fact[literal]
            for at in range(word, words):
                days[APPLIED, at] &= held[fact, at]


@inlined
def _timed(layout: Layout, work: Work, literal: int, wait: int) -> None:
    """Keep only the days on which this condition holds."""
    days, words = work.scratch, work.scratch.shape[1]
    fact, free = layout.literal_fact[literal], layout.literal_free[literal]
    every_day = layout.masks[EVERY_DAY]
    for at in range(words):
        days[GIVEN, at] = work.held[fact, at]
    _over_time(work, layout.literal_kind[literal], layout.literal_k[literal], every_day)
    for at in range(words):
        days[GIVEN, at] |= layout.masks[free, at]
    if layout.literal_at_start[literal]:
        earlier(days, GIVEN, wait)
    for at in range(words):
        days[APPLIED, at] &= days[GIVEN, at]


@inlined
def _over_time(work: Work, kind: int, k: int, every_day: Words) -> None:
    """From the days of a fact to the anchor days on which the condition holds."""
    days = work.scratch
    if kind in (NOT, NOT_WITHIN):
        opposite(days, GIVEN, every_day)
    if kind == NEVER:
        for at in range(days.shape[1]):
            days[GIVEN, at] = NOTHING
    if kind == FOR:
        held_for(days, GIVEN, k)
    elif kind in (WITHIN, NOT_WITHIN, NOT_FOR):
        held_within(days, GIVEN, k, every_day)
    if kind == NOT_FOR:
        # "on none of those days": what was before the history is not known to have held
        opposite(days, GIVEN, every_day)
