# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of the Routecheck: answers that were sent or kept, and their routes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ruimbaan.core.directory.service import Wait
from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_answers import take_over, without_never
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.planner.partial import first_in_time
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.parts.routecheck import keeping, queries
from ruimbaan.parts.routecheck.answering import (
    Solved,
    axis_of,
    counted_world,
    in_own_words,
    row_of,
    solved_with,
)
from ruimbaan.parts.routecheck.keeping import NotOurFile
from ruimbaan.parts.routecheck.travelling import Arrived, pack, unpack
from ruimbaan.parts.routecheck.uploads import opened
from ruimbaan.parts.routes.services import MATTERS

__all__ = ["NotOurFile", "Solved", "kept", "opened", "pack", "read_file", "sent", "solve_from"]


def sent(field: str) -> Answers | None:
    """The answers that travelled in this field of a form; None when they are too old or broken."""
    unpacked = unpack(field, queries.questionnaire())
    if unpacked.arrived in {Arrived.BROKEN, Arrived.EXPIRED}:
        return None
    return unpacked.answers


def read_file(content: bytes) -> Answers:
    """Raises NotOurFile."""
    return keeping.read(content, queries.questionnaire()).answers


def kept(chosen: Mapping[str, tuple[str, ...]], days: Mapping[str, date]) -> Answers:
    """These answers as far as they may be kept and still exist: nothing about a fact that is
    never kept, and no own words."""
    questions = queries.questionnaire()
    taken = take_over(questions, chosen, days)
    return without_never(questions, taken.answers, queries.never_kept())


def solve_from(
    answers: Answers,
    day: date,
    *,
    asked: date | None = None,
    way: str = "",
    flexed: tuple[str, ...] | None = None,
    also: tuple[Window, ...] = (),
    without: frozenset[str] = frozenset(),
) -> Solved | None:
    """The routes for these answers, from this day on. None without a wish or a known region.

    `asked`: the earlier day on which the answers were given. `way`: what was chosen on the page with
    the routes, or what matters most now. `flexed`: the rules of the way that was followed so far.
    `also` holds as well, on days counted from day 0 of the region on `day`, and of the services in
    `without` none is planned.
    """
    region = queries.region_of(answers, day)
    if region is None:
        return None
    found = queries.interpreted_in(region, answers, asked).situation
    if not found.goals:
        return None
    world = in_own_words(counted_world(region), queries.questionnaire(), answers)
    plain = Solver(world, found, losses=False)
    chosen = row_of(plain, way, axis_of(answers)) if flexed is None else first_in_time(plain)
    follows = plain.points[chosen].flexed if flexed is None else flexed
    if not (also or without):
        return solved_with(region, plain, _followed(plain, follows, chosen))
    solver = Solver(_without(world, without), _with(found, world, also), losses=False)
    if way in MATTERS:  # decided from where the person is now
        return solved_with(region, solver, row_of(solver, way, None), way)
    return solved_with(region, solver, _followed(solver, follows, first_in_time(solver)))


def _with(situation: Situation, world: World, also: tuple[Window, ...]) -> Situation:
    known = {*world.facts, *(receiving(name) for name in world.services)}
    windows = tuple(window for window in also if window.fact in known)
    return replace(situation, facts=(*situation.facts, *windows))


def _without(world: World, names: frozenset[str]) -> World:
    """Nobody knows when one could begin there: so no plan counts on it."""
    services = {
        name: replace(service, wait=Wait(days=None)) if name in names else service
        for name, service in world.services.items()
    }
    return replace(world, services=services)


def _followed(solver: Solver, flexed: tuple[str, ...], otherwise: int) -> int:
    """The row with the same rules bent, when there still is one."""
    rows = (number for number, point in enumerate(solver.points) if point.flexed == flexed)
    return next(rows, otherwise)
