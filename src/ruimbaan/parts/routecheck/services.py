# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of the Routecheck: answers that were sent or kept, and their routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from ruimbaan.core.directory.service import Wait
from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_answers import take_over, without_never
from ruimbaan.core.journey.situation import Situation, Window
from ruimbaan.core.planner.partial import first_in_time
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World, counted_from, receiving
from ruimbaan.parts.directory.queries import Region
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

__all__ = [
    "Lasting",
    "NotOurFile",
    "Since",
    "Solved",
    "kept",
    "opened",
    "pack",
    "read_file",
    "sent",
    "solve_from",
]


MOST_BACK = 1_000  # days: a route that began before that is planned as if it began then


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


class Since(NamedTuple):
    """The day on which a route began is its day 0, so that what was reached has its own day; from the
    day on which the answers were given their terms count."""

    begun: date
    given: date


@dataclass(frozen=True, slots=True)
class Lasting:
    """What holds from `first` until the day before `until`; None is without an end. `while_received`:
    only as long as somebody gave it."""

    fact: str
    first: date
    until: date | None
    while_received: bool = False


def solve_from(
    answers: Answers,
    day: date,
    *,
    since: Since | None = None,
    way: str = "",
    flexed: tuple[str, ...] | None = None,
    also: Iterable[Lasting] = (),
    without: frozenset[str] = frozenset(),
) -> Solved | None:
    """The routes for these answers, from this day on. None without a wish or a known region.

    `since`: for a route that began earlier. `way`: what was chosen on the page with the routes, or
    what matters most now. `flexed`: the rules of the way that was followed so far. `also` holds as
    well, and of the services in `without` none is planned.
    """
    today = queries.region_of(answers, day)
    if today is None:
        return None
    begun, given = since or (today.world.as_of, today.world.as_of)
    asked = queries.interpreted_in(today, answers, given).situation
    if not asked.goals:
        return None
    if flexed is None and way not in MATTERS:  # the front that was on the page
        front = Solver(_told(today, answers), asked, losses=False)
        row = row_of(front, way, axis_of(answers))
        if since is None:
            return solved_with(today, front, row)
        flexed = front.points[row].flexed
    shift = min(max(0, (today.world.as_of - begun).days), MOST_BACK)
    region = _begun(today, shift)
    found = queries.interpreted_in(region, answers, given).situation
    world = _told(region, answers)
    situation = _later(found, world, shift, _not_wished_anew(also, found, given))
    solver = Solver(_without(world, without), situation, losses=False)
    if flexed is None:  # decided from where the person is now
        return solved_with(region, solver, row_of(solver, way, None), way)
    return solved_with(region, solver, _followed(solver, flexed, first_in_time(solver)))


def _told(region: Region, answers: Answers) -> World:
    return in_own_words(counted_world(region), queries.questionnaire(), answers)


def _not_wished_anew(
    also: Iterable[Lasting], situation: Situation, given: date
) -> Iterator[Lasting]:
    """Who had a bed, and wishes for one again, has none: what is had only while it goes on, and was
    over when the wish was said, does not fulfil it."""
    wished = {goal.fact for goal in situation.goals}
    for one in also:
        over = one.while_received and one.until is not None and one.until <= given
        if not (over and one.fact in wished):
            yield one


def _begun(region: Region, shift: int) -> Region:
    """The region of today with a day 0 that lies `shift` days back, and as many days ahead of today."""
    world = region.world
    earlier = counted_from(world, world.as_of - timedelta(days=shift))
    span = replace(world.span, horizon=world.span.horizon + shift)
    return replace(region, world=replace(earlier, span=span)) if shift else region


def _later(situation: Situation, world: World, shift: int, also: Iterable[Lasting]) -> Situation:
    known = {*world.facts, *(receiving(name) for name in world.services)}
    windows = tuple(
        Window(
            one.fact,
            (one.first - world.as_of).days,
            None if one.until is None else (one.until - world.as_of).days,
        )
        for one in also
        if one.fact in known
    )
    return replace(situation, facts=(*situation.facts, *windows), plan_from=shift)


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
