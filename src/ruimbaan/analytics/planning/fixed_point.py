# SPDX-License-Identifier: EUPL-1.2
"""The walk to the least fixed point, compiled: look at a way, add what it gives, look at who uses
that. The same walk as `ruimbaan.core.planner.fixed_point.Run`, on words instead of whole numbers.

Nothing is kept per way: what a way brings again is there already.
"""

from __future__ import annotations

import numpy as np

from ruimbaan.analytics.planning.applying import applied
from ruimbaan.analytics.planning.compiling import EVERY_DAY, FOR_EVER, Layout, Marks
from ruimbaan.analytics.planning.days import (
    first_day,
    held_within,
    lasting,
    later,
    one_run,
    span_of_word,
    spread,
    trim,
)
from ruimbaan.analytics.planning.jit import inlined, kernel
from ruimbaan.analytics.planning.words import NOTHING, ONE, Words, lowest
from ruimbaan.analytics.planning.work import (
    APPLIED,
    BESIDE,
    GIVEN,
    LEVEL,
    LOOKS,
    LOWEST,
    ROWS,
    Work,
)

NOWHERE = -1  # nothing changed


@kernel
def solve(layout: Layout, work: Work, initial: Words, on: Marks) -> None:
    """From nothing: `work.held` and `work.first` are the answer. Open levels are forgotten."""
    begin(layout, work, initial, on)
    everybody_waits(layout, work)
    run(layout, work, -1)


@inlined
def begin(layout: Layout, work: Work, initial: Words, on: Marks) -> None:
    """The days one begins with, and these switches; nobody is looked at."""
    work.at[:] = 0
    work.level_of[:] = 0
    work.waiting[:] = NOTHING
    for at in range(layout.none):
        work.on[at] = on[at]
    work.on[layout.none] = 0
    for row in range(work.held.shape[0]):
        for word in range(work.held.shape[1]):
            work.held[row, word] = initial[row, word]
    last = work.held.shape[0] - 1
    for row in range(last):
        work.first[row] = first_day(work.held, row, 0)
    for row in range(last):
        if layout.is_support[row]:
            for word in range(work.held.shape[1]):
                work.held[last, word] |= work.held[row, word]
    work.first[last] = first_day(work.held, last, 0)


@inlined
def everybody_waits(layout: Layout, work: Work) -> None:
    for place in range(layout.order.shape[0]):
        wait(work, place)


@inlined
def wait(work: Work, place: int) -> None:
    """Somebody at this place is to be looked at."""
    word = place >> 6
    work.waiting[word] |= ONE << np.uint64(place & 63)
    work.at[LOWEST] = min(work.at[LOWEST], word)


@kernel
def run(layout: Layout, work: Work, at_most: int) -> bool:
    """Look at who is waiting, the first place first, and at all that changes because of it. True,
    and cut short, as soon as the lateness is at most `at_most`; below zero it never is."""
    ways = layout.way_wait.shape[0]
    if at_most >= 0 and lateness(layout, work) <= at_most:
        work.waiting[:] = NOTHING
        return True
    place = _next(work)
    while place != NOWHERE:
        number = layout.order[place]
        if number < ways:
            goal = _follow(layout, work, number)
        else:
            goal = _keep_up(layout, work, number - ways)
        if goal and at_most >= 0 and lateness(layout, work) <= at_most:
            work.waiting[:] = NOTHING
            return True
        place = _next(work)
    return False


@inlined
def _next(work: Work) -> int:
    """The first place that waits, which then waits no more."""
    words = int(work.waiting.shape[0])
    at = int(work.at[LOWEST])
    while at < words and work.waiting[at] == NOTHING:
        at += 1
    work.at[LOWEST] = at
    if at == words:
        return NOWHERE
    work.at[LOOKS] += 1
    word = work.waiting[at]
    work.waiting[at] = word & (word - ONE)
    return (at << 6) + lowest(word)


@inlined
def _follow(layout: Layout, work: Work, way: int) -> bool:
    """Add what applying through this way brings. Was anything of it a goal?"""
    never = work.held.shape[1] << 6
    first = applied(layout, work, way)
    if first == never:
        return False
    last = one_run(work.scratch, APPLIED, first)
    goal = False
    for effect in range(layout.effects_of[way], layout.effects_of[way + 1]):
        until = layout.way_wait[way]
        if layout.effect_at_end[effect]:
            until += layout.way_length[way]
        valid = layout.effect_valid[effect]
        if work.on[layout.effect_switch[effect]]:
            valid = layout.effect_longer[effect]
        fact = layout.effect_fact[effect]
        if valid == FOR_EVER:
            changed = add_days(layout, work, fact, first + until, layout.days)
        elif last >= 0:
            changed = add_days(layout, work, fact, first + until, last + until + valid)
        else:
            changed = _add_here_and_there(layout, work, fact, until, valid)
        goal |= changed and layout.is_goal[fact] != 0
    return goal


@inlined
def add_days(layout: Layout, work: Work, row: int, begins: int, ends: int) -> bool:
    """The fact holds on the days [begins, ends). Was that new?"""
    ends = min(ends, layout.days)
    if begins >= ends:
        return False
    low, high = begins >> 6, (ends + 63) >> 6
    for at in range(low, high):
        if span_of_word(at, begins, ends) & ~work.held[row, at] != NOTHING:
            break
    else:
        return False
    put_away(work, row)
    for at in range(low, high):
        work.held[row, at] |= span_of_word(at, begins, ends)
    work.first[row] = min(work.first[row], begins)
    _tell(layout, work, row)
    return True


@inlined
def _add_here_and_there(layout: Layout, work: Work, fact: int, until: int, valid: int) -> bool:
    """Add what is given on days that are no unbroken run."""
    days, every_day = work.scratch, layout.masks[EVERY_DAY]
    for at in range(days.shape[1]):
        days[GIVEN, at] = days[APPLIED, at]
    later(days, GIVEN, until)
    trim(days, GIVEN, every_day)
    lasting(days, GIVEN, valid, every_day)
    return _add_row(layout, work, fact, GIVEN)


@inlined
def _add_row(layout: Layout, work: Work, row: int, given: int) -> bool:
    """The fact holds on the days of this row of the scratch too. Was that new?"""
    days, words = work.scratch, work.scratch.shape[1]
    for at in range(words):
        if days[given, at] & ~work.held[row, at] != NOTHING:
            break
    else:
        return False
    put_away(work, row)
    for at in range(words):
        work.held[row, at] |= days[given, at]
    work.first[row] = min(work.first[row], first_day(days, given, 0))
    _tell(layout, work, row)
    return True


@inlined
def put_away(work: Work, row: int) -> None:
    """Before a row changes: with a level open, keep what it was, once for each level."""
    level = work.at[LEVEL]
    if work.level_of[row] >= level:
        return
    at = work.at[ROWS]
    work.away_row[at] = row
    work.away_first[at] = work.first[row]
    work.away_level[at] = work.level_of[row]
    for word in range(work.held.shape[1]):
        work.away_days[at, word] = work.held[row, word]
    work.level_of[row] = level
    work.at[ROWS] = at + 1


@inlined
def _tell(layout: Layout, work: Work, row: int) -> None:
    """Who looks at this row is to be looked at; support counts as any support."""
    for at in range(layout.users_of[row], layout.users_of[row + 1]):
        wait(work, layout.users[at])
    if not layout.is_support[row]:
        return
    last = work.held.shape[0] - 1
    new = NOTHING
    for word in range(work.held.shape[1]):
        new |= work.held[row, word] & ~work.held[last, word]
    if new == NOTHING:
        return
    put_away(work, last)
    for word in range(work.held.shape[1]):
        work.held[last, word] |= work.held[row, word]
    work.first[last] = min(work.first[last], work.first[row])
    for at in range(layout.users_of[last], layout.users_of[last + 1]):
        wait(work, layout.users[at])


@inlined
def _keep_up(layout: Layout, work: Work, number: int) -> bool:
    """Carry a maintained fact on from day to day. Was it a goal, and did it change?"""
    days, row = work.scratch, layout.kept_fact[number]
    if work.first[row] == work.held.shape[1] << 6:
        return False
    for at in range(days.shape[1]):
        days[BESIDE, at] = work.held[-1, at]
        days[GIVEN, at] = work.held[row, at]
    held_within(days, BESIDE, layout.kept_within[number], layout.masks[EVERY_DAY])
    spread(days, GIVEN, BESIDE)
    return _add_row(layout, work, row, GIVEN) and layout.is_goal[row] != 0


@kernel
def arrival(layout: Layout, work: Work, fact: int) -> int:
    """The first day of the core, from day 0 on, on which the fact holds; the horizon when none."""
    first = int(work.first[fact])
    if first < layout.history:
        first = first_day(work.held, fact, layout.history)
    return min(first, layout.days) - layout.history


@kernel
def lateness(layout: Layout, work: Work) -> int:
    """Sum of weight x days late; a goal that is not reached arrives on the horizon day."""
    total = 0
    for goal in range(layout.goal_fact.shape[0]):
        late = arrival(layout, work, layout.goal_fact[goal]) - layout.goal_needed_by[goal]
        total += int(layout.goal_weight[goal]) * max(0, int(late))
    return total
