# SPDX-License-Identifier: EUPL-1.2
"""What came in with a form: answers of the Routecheck, a file of it, or a route from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.http import QueryDict

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_file import from_text, to_text
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.journey.route.planning import first_route, planned_again
from ruimbaan.parts.journey.route.store import Stored
from ruimbaan.parts.routecheck.services import NotOurFile, pack, read_file, sent

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
    """`answers` is None for a route from elsewhere: there the answers stay behind. `fields` are
    what the next form carries along."""

    route: KeptRoute
    answers: Answers | None
    fields: dict[str, str] = field(repr=False)


def arrived(
    posted: QueryDict, content: bytes | None, stored: Stored | None, today: date
) -> Arriving:
    """Raises NothingCame, NoWay, RouteThereAlready, NotARoute, NewerRoute."""
    if content:
        return _from_file(content, stored, today)
    if text := posted.get(ROUTE, ""):
        return _from_elsewhere(text, stored)
    field = posted.get(ANSWERS, "")
    answers = sent(field) if field else None
    if answers is None:
        raise NothingCame
    return _from_answers(answers, posted.get(WAY, ""), stored, today)


def _from_file(content: bytes, stored: Stored | None, today: date) -> Arriving:
    try:
        return _from_answers(read_file(content), "", stored, today)
    except NotOurFile:
        return _from_elsewhere(content.decode(errors="replace"), stored)


def _from_answers(answers: Answers, way: str, stored: Stored | None, today: date) -> Arriving:
    if stored is None:
        route = first_route(answers, way, today)
    else:
        route = planned_again(stored.route, answers, today, way=way)
    if route is None:
        raise NoWay
    return Arriving(route, answers, {ANSWERS: pack(answers), WAY: way})


def _from_elsewhere(text: str, stored: Stored | None) -> Arriving:
    route = from_text(text)
    if stored is not None and stored.route != route:
        raise RouteThereAlready
    return Arriving(route, None, {ROUTE: to_text(route)})
