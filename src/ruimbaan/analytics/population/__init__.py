# SPDX-License-Identifier: EUPL-1.2
"""Which rule to change first, for all made-up people of a region together.

`working.rank` draws the people (`drawing`), asks the planner once for all to whom the same matters
(`questions`), and adds up (`figures`, `best`, `deadlocks`, `ranking`); `on_spark` is the other way to
have the questions answered. `kept` is how a ranking is written down and read again: it needs no more
than the core.
"""
