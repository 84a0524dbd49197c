# SPDX-License-Identifier: EUPL-1.2
"""Any problem: per future a walk over sets of days, compiled (`ruimbaan.analytics.planning`).

What no drawn wait has a part in is the same in all futures: that is worked out once, and put back
after each future.
"""

from __future__ import annotations

from numba import njit

from ruimbaan.analytics.planning.compiling import Layout, Marks, Numbers
from ruimbaan.analytics.planning.fixed_point import arrival, solve
from ruimbaan.analytics.planning.incremental import pop, push
from ruimbaan.analytics.planning.work import new_work


@njit(cache=True, nogil=True)
def arrivals(
    layout: Layout, on: Marks, later: Numbers, ways: Numbers, waits: Numbers, found: Numbers
) -> None:
    """In `found`, per future and goal, the day of arrival; the horizon when there is none. `later`:
    the switch that lets the drawn ways take part; `waits`: per future the wait of each of `ways`."""
    work = new_work(layout, 1)
    solve(layout, work, layout.initial, on)
    for future in range(found.shape[0]):
        for at in range(ways.shape[0]):
            layout.way_wait[ways[at]] = waits[future, at]
        push(layout, work, later, 1, -1)
        for goal in range(found.shape[1]):
            found[future, goal] = arrival(layout, work, layout.goal_fact[goal])
        pop(work)
