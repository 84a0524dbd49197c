# SPDX-License-Identifier: EUPL-1.2
"""The part of an answer that one page shows: every way in short, and a few of them with steps."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ruimbaan.core.planner.answer import Answer, Plan
from ruimbaan.core.planner.solve import Solver


def answer_with(solver: Solver, rows: Collection[int]) -> Answer:
    """The answer, with the steps of the plans in these rows only: working out the steps of a plan
    takes longer than finding out that there is one."""
    world = solver.problem.world
    in_short = Plan(world.digest, world.as_of, (), 0, 0, 0, {})
    front = tuple(
        solver.plan(number)
        if number in rows
        else replace(
            in_short,
            flexed=point.flexed,
            lateness=point.lateness,
            asks=point.asks,
            uncovered=point.uncovered,
            arrivals=point.arrivals,
            gap=point.gap,
        )
        for number, point in enumerate(solver.points)
    )
    return Answer(
        world_digest=world.digest,
        as_of=world.as_of,
        horizon=solver.problem.span.horizon,
        front=front,
        findings=solver.findings,
        ladder=solver.ladder,
        complete=solver.complete,
    )


def first_in_time(solver: Solver) -> int:
    """The row that asks least and brings every goal in time; else the one with least lateness."""
    in_time = (at for at, point in enumerate(solver.points) if point.lateness == 0)
    return next(in_time, len(solver.points) - 1)
