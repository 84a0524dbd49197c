# SPDX-License-Identifier: EUPL-1.2
"""A route from answers, and the same route planned again from where the person is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from ruimbaan.core.directory.service import Service
from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_again import again
from ruimbaan.core.journey.kept_route_legs import begins
from ruimbaan.core.journey.kept_route_moments import PrivateSide
from ruimbaan.core.journey.kept_route_progress import Progress, progress_of
from ruimbaan.core.kernel.last_day import shifted
from ruimbaan.core.planner.world import receiving
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.journey.route.from_plan import kept_route
from ruimbaan.parts.routecheck.services import Lasting, Since, kept, solve_from


def first_route(answers: Answers, way: str, today: date) -> KeptRoute | None:
    """None when the answers hold no wish, or no region that is here."""
    solved = solve_from(answers, today, way=way)
    return None if solved is None else kept_route(solved, today)


def planned_again(
    old: KeptRoute, answers: Answers, today: date, since: Since, *, way: str = ""
) -> KeptRoute | None:
    """From today on: what was done counts, what is going on goes on, what did not work out is not
    asked again. Without a `way` the one that was followed. None as above."""
    region = list_regions().get(old.region)
    also = _so_far(old, region.world.services, today) if region else ()
    found = solve_from(
        answers,
        today,
        since=since,
        way=way,
        flexed=None if way else old.flexed,
        also=also,
        without=_not_again(old),
    )
    return None if found is None else again(old, kept_route(found, today))


def answers_under(side: PrivateSide) -> Answers:
    return kept(side.chosen, side.days)


def since_when(side: PrivateSide, route: KeptRoute) -> Since:
    """A side that was kept before it knew its days, or a route that came from elsewhere, counts from
    the last plan, and began no later than the first thing that happened on it."""
    first = min((event.on for event in route.events), default=route.planned)
    return Since(side.begun or min(first, route.planned), side.given or route.planned)


def _not_again(route: KeptRoute) -> frozenset[str]:
    """What did not work out, and what is asked or going on already: neither is asked once more."""
    found = set()
    for step in route.steps:
        progress = progress_of(route, step)
        if step.service and progress.is_touched and not progress.done:
            found.add(step.service)
    return frozenset(found)


def _so_far(route: KeptRoute, services: Mapping[str, Service], today: date) -> Iterator[Lasting]:
    """What the steps that were asked, are going on or are done give, on the days they give it."""
    for step in route.steps:
        progress = progress_of(route, step)
        service = services.get(step.service)
        if service is None or progress.stopped or not progress.is_touched:
            continue
        start = begins(step, progress, today)
        end = _end(service, progress, start)
        yield Lasting(receiving(service.id), start, _held_until(start, end))
        yield from _gifts(service, start, end)


def _end(service: Service, progress: Progress, start: date) -> date:
    return progress.done or shifted(start, timedelta(days=service.lasts))


def _held_until(start: date, end: date) -> date:
    """What takes no days is had on the day itself."""
    return max(end, shifted(start, timedelta(days=1)))


def _gifts(service: Service, start: date, end: date) -> Iterator[Lasting]:
    for gift in service.gives:
        if gift.while_receiving:
            until = _held_until(start, end)
            yield Lasting(gift.fact, start, until, while_received=True)
        else:
            for_ever = gift.valid is None
            yield Lasting(
                gift.fact, end, None if for_ever else shifted(end, timedelta(days=gift.valid or 0))
            )
