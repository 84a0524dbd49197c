# SPDX-License-Identifier: EUPL-1.2
"""More switches on, or more days to begin with, on top of a fixed point; and back again.

Each push opens a level, and a pop of it puts back every row that changed since. Both cost only what
changes. `keep` makes the level part of the one below, so that a pop of that takes back both.
"""

from __future__ import annotations

from ruimbaan.analytics.planning.compiling import Layout, Numbers
from ruimbaan.analytics.planning.fixed_point import add_days, run, wait
from ruimbaan.analytics.planning.jit import inlined, kernel
from ruimbaan.analytics.planning.work import LEVEL, ROWS, SWITCHES, Work


@kernel
def push(layout: Layout, work: Work, more: Numbers, count: int, at_most: int) -> bool:
    """The first `count` switches of `more` go on. True, and cut short, as soon as the lateness is
    at most `at_most` (below zero: never cut short); a walk that was cut short can only be popped."""
    _open_level(work)
    for at in range(count):
        switch = more[at]
        if not work.on[switch]:
            work.on[switch] = 1
            work.away_switch[work.at[SWITCHES]] = switch
            work.at[SWITCHES] += 1
            for user in range(layout.touched_of[switch], layout.touched_of[switch + 1]):
                wait(work, layout.touched[user])
    return run(layout, work, at_most)


@kernel
def push_days(
    layout: Layout, work: Work, rows: Numbers, begins: Numbers, ends: Numbers, at_most: int
) -> bool:
    """Each of these facts holds on the days [begins, ends) too; days are bits. The answer is that
    of `push`. Where a condition asks that one of them does not hold, the fixed point below must be
    that of `compiling.for_everybody`."""
    _open_level(work)
    for at in range(layout.negated.shape[0]):
        wait(work, layout.negated[at])
    for at in range(rows.shape[0]):
        add_days(layout, work, rows[at], begins[at], ends[at])
    return run(layout, work, at_most)


@kernel
def pop(work: Work) -> None:
    """Everything as it was before the last push that is still open."""
    level = work.at[LEVEL]
    for at in range(work.at[ROWS] - 1, work.rows_before[level] - 1, -1):
        row = work.away_row[at]
        work.first[row] = work.away_first[at]
        work.level_of[row] = work.away_level[at]
        for word in range(work.held.shape[1]):
            work.held[row, word] = work.away_days[at, word]
    for at in range(work.switches_before[level], work.at[SWITCHES]):
        work.on[work.away_switch[at]] = 0
    work.at[ROWS] = work.rows_before[level]
    work.at[SWITCHES] = work.switches_before[level]
    work.at[LEVEL] = level - 1


@kernel
def keep(work: Work) -> None:
    """What the last push brought belongs to the level below it; with none below it, for good."""
    level = work.at[LEVEL]
    to = work.rows_before[level]
    for at in range(work.rows_before[level], work.at[ROWS]):
        row, before = work.away_row[at], work.away_level[at]
        work.level_of[row] = level - 1
        if before < level - 1:  # else that level has put it away already
            work.away_row[to] = row
            work.away_level[to] = before
            work.away_first[to] = work.away_first[at]
            for word in range(work.held.shape[1]):
                work.away_days[to, word] = work.away_days[at, word]
            to += 1
    work.at[ROWS] = to
    if level == 1:
        work.at[SWITCHES] = 0
    work.at[LEVEL] = level - 1


@inlined
def _open_level(work: Work) -> None:
    level = work.at[LEVEL] + 1
    work.at[LEVEL] = level
    work.rows_before[level] = work.at[ROWS]
    work.switches_before[level] = work.at[SWITCHES]
