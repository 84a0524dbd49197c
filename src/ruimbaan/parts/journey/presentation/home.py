# SPDX-License-Identifier: EUPL-1.2
"""The first page of the own file: what comes first, each part, and who sees something of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import name_of
from ruimbaan.parts.handoff.queries import Handed, of_journey
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kinds import KINDS, OF_PART, OWN_SIDE, ROUTE, Kind
from ruimbaan.parts.journey.presentation.card import Card
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.naming import called_by
from ruimbaan.parts.journey.presentation.saying import in_words, listed, say
from ruimbaan.parts.journey.presentation.sharing import lines, name
from ruimbaan.parts.journey.route.presentation.on_home import on_home
from ruimbaan.parts.journey.route.store import route_in
from ruimbaan.parts.trust.queries import is_closed, running_grants
from ruimbaan.ui.components import Door

MOST_SHARED = 3  # the rest stands on the page of sharing


@dataclass(frozen=True, slots=True)
class First:
    """The next appointment. `coming`: the person said so; `other_day`: it does not work out."""

    card: Card
    coming: bool
    other_day: bool


def home_page(own: Own) -> dict[str, object]:
    with own.open() as opening:
        told = {kind: entries.read(opening, kind) for kind in KINDS}
        handed = of_journey(opening, own.now)
    seen, shared, route = _seen(own), lines(own), told[ROUTE]
    doors = [kind for kind in KINDS if not (kind is ROUTE and route) and kind is not OWN_SIDE]
    return {
        "called": name_of(own.account),
        "first": _first(own, told[OF_PART[Part.APPOINTMENTS]]),
        "route": on_home(route_in(route[0]), own.today) if route else None,
        "handed": tuple(_handed(one) for one in handed),
        "doors": tuple(_door(kind, told[kind], seen[kind.part]) for kind in doors),
        "lines": shared[:MOST_SHARED],
        "more_shared": len(shared) > MOST_SHARED,
        "closed": is_closed(own.journey),
    }


@dataclass(frozen=True, slots=True)
class HandedOver:
    """An open handoff: what is handed over, how it stands, and what is asked of the person."""

    goal: str
    says: str
    asks: str
    url: str


def _handed(one: Handed) -> HandedOver:
    return HandedOver(one.said.goal, one.says, one.asks, reverse("handoff:one", args=[one.id]))


def _first(own: Own, appointments: tuple[Told, ...]) -> First | None:
    """The next appointment, as long as its day is not over; one of earlier today comes last."""
    here = timezone.localtime(own.now)
    now = (here.date().isoformat(), f"{here:%H:%M}")
    coming = [
        one for one in appointments if (one.values["day"], one.values.get("time", "24")) >= now
    ]
    if not coming:
        return None
    answer = coming[0].values.get("answer")
    (card,) = shown(OF_PART[Part.APPOINTMENTS], coming[:1], own.today).cards
    return First(card, coming=answer == "yes", other_day=answer == "no")


def _seen(own: Own) -> dict[Part, str]:
    grants = running_grants(own.journey, own.now)
    called = called_by({grant.party for grant in grants}, own.now)
    seen: dict[Part, list[str]] = defaultdict(list)
    for grant in grants:
        who = name(called.get(grant.party))
        if who not in seen[grant.part]:
            seen[grant.part].append(who)
    return defaultdict(str, {part: listed(names) for part, names in seen.items()})


def _door(kind: Kind, told: tuple[Told, ...], seen_by: str) -> Door:
    url = reverse("journey:route") if kind is ROUTE else reverse("journey:part", args=[kind.path])
    return Door(in_words(kind.title), url, kind.icon, _help(kind, len(told), seen_by))


def _help(kind: Kind, count: int, seen_by: str) -> str:
    """As in: 3 wensen · Noor ziet dit."""
    one, many = kind.counted
    much = say(one if count == 1 else many, count=count) if count else _("Nog leeg")
    if kind.part is Part.OWN:
        return " · ".join((much, _("Alleen voor jou")))
    # apart from the f-string: a text inside one is not found by the translation
    seen = _("{wie} ziet dit").format(wie=seen_by)
    return f"{much} · {seen}" if seen_by else much
