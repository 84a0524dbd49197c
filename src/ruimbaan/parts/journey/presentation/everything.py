# SPDX-License-Identifier: EUPL-1.2
"""Everything of the file on one page: each part with how much stands in it, and who sees it."""

from __future__ import annotations

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.kinds import OF_PART, ROUTE, Kind
from ruimbaan.parts.journey.presentation.naming import called_by
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import in_words, say
from ruimbaan.parts.journey.presentation.sharing import name, see_this
from ruimbaan.parts.trust.queries import is_closed, running_grants
from ruimbaan.ui.components import Door, Link


def everything_page(own: Own) -> dict[str, object]:
    with own.open() as opening:
        count = {kind: len(entries.read(opening, kind)) for kind in OF_PART.values()}
    seen = _seen(own)
    return {
        "crumbs": (home_crumb(), Link(_("Alles van mij"))),
        "doors": tuple(_door(kind, count[kind], seen[kind.part]) for kind in OF_PART.values()),
        "closed": is_closed(own.journey),
    }


def _seen(own: Own) -> dict[Part, str]:
    grants = running_grants(own.journey, own.now)
    called = called_by({grant.party for grant in grants}, own.now)
    seen: dict[Part, list[str]] = defaultdict(list)
    for grant in grants:
        who = name(called.get(grant.party))
        if who not in seen[grant.part]:
            seen[grant.part].append(who)
    return defaultdict(str, {part: see_this(names) for part, names in seen.items()})


def _door(kind: Kind, count: int, seen: str) -> Door:
    url = reverse("journey:route") if kind is ROUTE else reverse("journey:part", args=[kind.path])
    return Door(in_words(kind.title), url, kind.icon, _help(kind, count, seen))


def _help(kind: Kind, count: int, seen: str) -> str:
    """As in: 3 wensen · Noor ziet dit."""
    one, many = kind.counted
    much = say(one if count == 1 else many, count=count) if count else _("Nog leeg")
    if kind.part is Part.OWN:
        return " · ".join((much, _("Alleen voor jou")))
    return f"{much} · {seen}" if seen else much
