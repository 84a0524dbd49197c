# SPDX-License-Identifier: EUPL-1.2
"""The planner's arithmetic compiled by Numba, for who asks thousands of questions of one world.

`ruimbaan.core.planner` says what is right; this gives the same days, bit for bit, and the twins in
tests/analytics/planning hold it to that. Only `analytics` imports Numba: the core and the site run
without.

From Python:

    engine = Engine(problem)                      # engine.py; lay out once
    engine.solve(problem.all_services)            # the State of schedule.solve_once
    engine.arrivals(switches)                     # per goal a day, or None

From compiled code everything takes a `Layout` (compiling.py: the problem, read only) and a `Work`
(work.py: the answer and what the walk writes in, one for each thread). Both are named tuples of
arrays, so compiled code takes them whole:

    compiled = in_good_order(problem)             # engine.py; Compiled: .problem and .layout
    work = new_work(compiled.layout, levels)      # work.py
    on = compiled.on(switches)                    # a byte for each switch; bit n is switch n
    solve(layout, work, layout.initial, on)       # fixed_point.py; from nothing
    work.held[fact], work.first[fact]             # words of days; the first day as a bit
    arrival(layout, work, fact)                   # a day from day 0 on; the horizon when never
    lateness(layout, work)                        # of the goals of the problem

    push(layout, work, more, count, at_most)      # incremental.py; more switches on
    push_days(layout, work, rows, begins, ends, at_most)   # more days to begin with
    pop(work); keep(work)                         # undo; or make it part of the level below

`push` is True, and cut short, as soon as the lateness is at most `at_most` (below zero: never); what
was cut short can only be popped. At most `levels` pushes may be open at once; `keep` closes one.

    arrivals_of_many(compiled, on, people, facts, threads)  # many.py; other days to begin with each

A day is a bit: day d of the core is bit d + history. `held` and `initial` have a row for each fact
of the problem, in its order, and one more: the days with any support. The answer depends on
`layout.way_wait` only as a number: for other waits, hand over `layout._replace(way_wait=...)`.
"""
