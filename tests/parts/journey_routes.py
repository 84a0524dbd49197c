# SPDX-License-Identifier: EUPL-1.2
"""A route in somebody's own file, by way of the pages."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import Any

from django.test import Client
from django.utils import timezone

from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_moments import PrivateSide
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey.route.store import own_side_of, route_of
from ruimbaan.parts.trust import services as trust
from tests.journeys import STERRE
from tests.parts.own_files import Person
from tests.parts.routecheck_forms import Visitor, walk


def answers_of(**chosen: str) -> str:
    """The field that travels with the routes for these answers."""
    return _walked(tuple((chosen or STERRE).items()))


@cache
def _walked(chosen: tuple[tuple[str, str], ...]) -> str:
    """The same for everybody: the Routecheck knows nobody."""
    return walk(Visitor(Client()), **dict(chosen)).answers


def keep(person: Person, way: str = "", **chosen: str) -> Any:
    """From the Routecheck to the own file, with the last yes."""
    answers = answers_of(**chosen)
    preview = person.client.post("/mijn/route/nieuw", {"answers": answers, "weg": way})
    assert preview.status_code == 200, preview.status_code
    return person.client.post("/mijn/route/bewaar", hidden(preview.content.decode()))


def hidden(html: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', html)
    return {name: unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def kept(person: Person) -> KeptRoute:
    with _open(person) as opening:
        stored = route_of(opening)
    assert stored is not None
    return stored.route


def own_side(person: Person) -> PrivateSide:
    with _open(person) as opening:
        return own_side_of(opening)


def _open(person: Person) -> Any:
    now = timezone.now()
    return trust.open_file(actor_for(person.account.pk), person.journey, frozenset(Part), now=now)


def say(person: Person, step: object, doing: str, **more: str) -> Any:
    path = f"/mijn/route/stap/{step}"
    page = person.read(path)
    return person.client.post(path, {"doe": doing, **hidden(page), **more})


def words_of(response: Any) -> str:
    """What stands on the page, as one reads it."""
    text = re.sub(r"<[^>]*>", " ", response.content.decode())
    return unescape(" ".join(text.split()))


def version_of_route(person: Person) -> int:
    with _open(person) as opening:
        stored = route_of(opening)
    return stored.version if stored else 0
