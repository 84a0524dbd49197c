# SPDX-License-Identifier: EUPL-1.2
"""What came in with a form: answers of the Routecheck, a file of it, or a route from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_file import from_text, to_text
from ruimbaan.core.journey.kept_route_moments import PrivateSide
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.journey.route.planning import first_route, planned_again, since_when
from ruimbaan.parts.journey.route.store import Stored
from ruimbaan.parts.routecheck.services import NotOurFile, Since, pack, read_file, sent

ANSWERS, WAY, ROUTE = "answers", "weg", "route"


class NothingCame(DomainError):
    code = "RB-JOURNEY-026"
    cause = Text("Je route kwam niet mee.", "Your route did not come along.")
    advice = Text(
        "Ga terug naar de Routecheck, of kies je bestand.",
        "Go back to the Routecheck, or choose your file.",
    )


class NoWay(DomainError):
    code = "RB-JOURNEY-027"
    cause = Text(
        "Met deze antwoorden is er nog geen route.", "With these answers there is no route yet."
    )
    advice = Text(
        "Kies in de Routecheck een wens en een plaats.",
        "Choose a wish and a place in the Routecheck.",
    )


class RouteThereAlready(DomainError):
    code = "RB-JOURNEY-028"
    cause = Text("Je hebt al een route.", "You have a route already.")
    advice = Text(
        "Bewaar die als bestand, haal hem weg, en probeer het dan opnieuw.",
        "Keep that one as a file, take it away, and then try again.",
    )


@dataclass(frozen=True, slots=True)
class Arriving:
    """`answers` is None for a route from elsewhere: there the answers stay behind. `since`: the days
    that are kept with the answers. `fields` are what the next form carries along."""

    route: KeptRoute
    answers: Answers | None
    since: Since
    fields: dict[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Here:
    """What there is in the own file already."""

    stored: Stored | None
    side: PrivateSide
    today: date


def arrived(
    posted: QueryDict, content: bytes | None, stored: Stored | None, side: PrivateSide, today: date
) -> Arriving:
    """Raises NothingCame, NoWay, RouteThereAlready, NotARoute, NewerRoute."""
    here = Here(stored, side, today)
    if content:
        return _from_file(content, here)
    if text := posted.get(ROUTE, ""):
        return _from_elsewhere(text, here)
    field = posted.get(ANSWERS, "")
    answers = sent(field) if field else None
    if answers is None:
        raise NothingCame
    return _from_answers(answers, posted.get(WAY, ""), here)


def _from_file(content: bytes, here: Here) -> Arriving:
    try:
        return _from_answers(read_file(content), "", here)
    except NotOurFile:
        return _from_elsewhere(content.decode(errors="replace"), here)


def _from_answers(answers: Answers, way: str, here: Here) -> Arriving:
    """New answers count from today; the route goes on from where it began."""
    if here.stored is None:
        begun, route = None, first_route(answers, way, here.today)
    else:
        begun = since_when(here.side, here.stored.route).begun
        since = Since(begun, here.today)
        route = planned_again(here.stored.route, answers, here.today, since, way=way)
    if route is None:
        raise NoWay
    since = Since(begun or route.planned, route.planned)
    return Arriving(route, answers, since, {ANSWERS: pack(answers), WAY: way})


def _from_elsewhere(text: str, here: Here) -> Arriving:
    route = from_text(text)
    if here.stored is not None and here.stored.route != route:
        raise RouteThereAlready
    since = Since(route.planned, route.planned)
    return Arriving(route, None, since, {ROUTE: to_text(route)})
