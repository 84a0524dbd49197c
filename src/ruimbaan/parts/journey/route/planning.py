# SPDX-License-Identifier: EUPL-1.2
"""A route from answers, and the same route planned again from where the person is now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ruimbaan.core.directory.service import Service
from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_again import again
from ruimbaan.core.journey.kept_route_legs import begins
from ruimbaan.core.journey.kept_route_moments import PrivateSide
from ruimbaan.core.journey.kept_route_progress import Progress, progress_of
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.kernel.last_day import shifted
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.parts.directory.queries import region_on
from ruimbaan.parts.journey.route.from_plan import kept_route
from ruimbaan.parts.routecheck.services import kept, solve_from


def first_route(answers: Answers, way: str, today: date) -> KeptRoute | None:
    """None when the answers hold no wish, or no region that is here."""
    solved = solve_from(answers, today, way=way)
    return None if solved is None else kept_route(solved, today)


def planned_again(
    old: KeptRoute, answers: Answers, today: date, *, asked: date | None = None, way: str = ""
) -> KeptRoute | None:
    """From today on: what was done counts, what is going on goes on, what did not work out is not
    asked again. `asked`: the day on which the answers were given, when that is not today. Without a
    `way` the one that was followed. None as above."""
    region = region_on(old.region, today)
    also = tuple(_so_far(old, region.world, today)) if region else ()
    found = solve_from(
        answers,
        today,
        asked=asked,
        way=way,
        flexed=None if way else old.flexed,
        also=also,
        without=_not_again(old),
    )
    return None if found is None else again(old, kept_route(found, today))


def answers_under(side: PrivateSide) -> Answers:
    return kept(side.chosen, side.days)


def asked_on(side: PrivateSide, route: KeptRoute) -> date:
    """The day from which the terms in these answers count. A side that was kept before it said so
    counts from the day of the last plan."""
    return side.asked or route.planned


def _not_again(route: KeptRoute) -> frozenset[str]:
    """What did not work out, and what is asked or going on already: neither is asked once more."""
    found = set()
    for step in route.steps:
        progress = progress_of(route, step)
        if step.service and progress.is_touched and not progress.done:
            found.add(step.service)
    return frozenset(found)


def _so_far(route: KeptRoute, world: World, today: date) -> Iterator[Window]:
    """What the steps that were asked, are going on or are done give, on the days they give it."""
    for step in route.steps:
        progress = progress_of(route, step)
        service = world.services.get(step.service)
        if service is None or progress.stopped or not progress.is_touched:
            continue
        start = begins(step, progress, today)
        end = _end(service, progress, start)
        first, last = (start - world.as_of).days, (end - world.as_of).days
        yield Window(receiving(service.id), first, max(last, first + 1))
        yield from _gifts(service, first, last)


def _end(service: Service, progress: Progress, start: date) -> date:
    return progress.done or shifted(start, timedelta(days=service.lasts))


def _gifts(service: Service, first: int, last: int) -> Iterator[Window]:
    for gift in service.gives:
        if gift.while_receiving:
            yield Window(gift.fact, first, max(last, first + 1))
        else:
            yield Window(gift.fact, last, None if gift.valid is None else last + gift.valid)
