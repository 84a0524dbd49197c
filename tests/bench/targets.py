# SPDX-License-Identifier: EUPL-1.2
"""A line for each measurement: its target, its figure, and whether that was met."""

from __future__ import annotations

from time import process_time

RUNS = 3


def took(work, runs=RUNS):
    """The least seconds of the processor, and what came of it."""
    best, found = float("inf"), None
    for _ in range(runs):
        begin = process_time()
        found = work()
        best = min(best, process_time() - begin)
    return best, found


def told(line, target, figure, met):
    print(f"{line:<58} {target:>10} {figure:>12}  {'met' if met else 'MISSED'}")
    return met


def times(line, at_least, slow, fast):
    return told(line, f">= {at_least} x", f"{slow / fast:.1f} x", slow >= at_least * fast)


def seconds(line, at_most, figure):
    return told(line, f"<= {at_most:g} s", f"{figure:.4f} s", figure <= at_most)
