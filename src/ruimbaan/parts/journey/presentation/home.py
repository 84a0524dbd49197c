# SPDX-License-Identifier: EUPL-1.2
"""The first page of the own file: what comes first, who lets one wait, and a few doors.

It is read most of all, so it opens no more than it shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.handoff.queries import Handed, all_handed, of_journey
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kinds import OF_PART, ROUTE
from ruimbaan.parts.journey.presentation.naming import called_by
from ruimbaan.parts.journey.presentation.saying import capital, hour, in_words, listed, weekday
from ruimbaan.parts.journey.presentation.sharing import name
from ruimbaan.parts.journey.route.presentation.on_home import on_home
from ruimbaan.parts.journey.route.presentation.who import around_route
from ruimbaan.parts.journey.route.store import route_in
from ruimbaan.parts.trust.queries import is_closed, running_grants
from ruimbaan.ui.components import Door

APPOINTMENTS = OF_PART[Part.APPOINTMENTS]
MOST_HANDED = 2  # the rest stands on the page of handoffs
MOST_NAMED = 2  # the rest stands on the page of sharing


@dataclass(frozen=True, slots=True)
class First:
    """The next appointment. `coming`: the person said so; `other_day`: it does not work out."""

    id: UUID
    what: str
    when: str
    where: str
    along: str
    coming: bool
    other_day: bool


@dataclass(frozen=True, slots=True)
class HandedOver:
    """An open handoff: what is handed over, how it stands, and what is asked of the person. `is_no`:
    the person can say that it was seen."""

    goal: str
    says: str
    asks: str
    url: str
    is_no: bool


def home_page(own: Own) -> dict[str, object]:
    with own.open(Part.ROUTE, Part.APPOINTMENTS, Part.HANDOFF) as opening:
        appointments, stored = entries.read(opening, APPOINTMENTS), entries.read(opening, ROUTE)
        found = all_handed(opening, own.now)
        route = route_in(stored[0]) if stored else None
    handed = of_journey(found)
    asked = sorted(handed, key=lambda one: not one.asks)  # what waits for the person first
    return {
        "first": _first(own, appointments),
        "route": on_home(route, own.today, around_route(found, route)) if route else None,
        "handed": tuple(_handed(one) for one in asked[:MOST_HANDED]),
        "more_handed": len(handed) > MOST_HANDED,
        "doors": tuple(_doors(own, has_route=route is not None)),
        "closed": is_closed(own.journey),
    }


def _handed(one: Handed) -> HandedOver:
    return HandedOver(
        one.goal, one.says, one.asks, reverse("handoff:one", args=[one.id]), one.is_no
    )


def _first(own: Own, appointments: tuple[Told, ...]) -> First | None:
    """The next appointment, as long as its day is not over; one of earlier today comes last."""
    here = timezone.localtime(own.now)
    now = (here.date().isoformat(), f"{here:%H:%M}")
    coming = [
        one for one in appointments if (one.values["day"], one.values.get("time", "24")) >= now
    ]
    if not coming:
        return None
    values = coming[0].values
    answer = values.get("answer")
    return First(
        id=coming[0].id,
        what=values["what"],
        when=_when(own, values),
        where=values.get("where", ""),
        along=values.get("with", ""),
        coming=answer == "yes",
        other_day=answer == "no",
    )


def _when(own: Own, values: entries.Values) -> str:
    on = weekday(date.fromisoformat(values["day"]), own.today)
    at = [hour(time.fromisoformat(values["time"]))] if values.get("time") else []
    return capital(", ".join((on, *at)))


def _doors(own: Own, *, has_route: bool) -> Iterator[Door]:
    if not has_route:
        route = reverse("journey:route")
        yield Door(in_words(ROUTE.title), route, ROUTE.icon, in_words(ROUTE.empty))
    yield Door(_("Wie ziet iets van mij?"), reverse("journey:sharing"), "lock", _who_sees(own))
    yield Door(_("Wat mag ik?"), reverse("room_asking:mine"), "flag", _("En wat is er gevraagd"))
    yield Door(
        _("Alles van mij"), reverse("journey:everything"), "paper", _("Wensen, verhaal, noodkaart")
    )


def _who_sees(own: Own) -> str:
    parties = list(dict.fromkeys(one.party for one in running_grants(own.journey, own.now)))
    if not parties:
        return _("Niemand. Alleen jij.")
    called = called_by(parties[:MOST_NAMED], own.now)
    names = list(dict.fromkeys(name(called.get(party)) for party in parties[:MOST_NAMED]))
    more = len(parties) - MOST_NAMED
    if more > 0:
        names.append(ngettext("nog %(n)d", "nog %(n)d", more) % {"n": more})
    return capital(listed(names))
