# SPDX-License-Identifier: EUPL-1.2
"""Whom the person knows here, and what happens when that ends."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.trust.parties import Party
from ruimbaan.parts.accounts.queries import names_of
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.presentation.choosing import sharing_crumb
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.saying import capital, listed
from ruimbaan.parts.journey.presentation.sharing import about, lines_of, name, part_in_words
from ruimbaan.parts.trust.queries import acquaintances_of, running_grants, why
from ruimbaan.ui.components import Link


@dataclass(frozen=True, slots=True)
class Known:
    who: str
    about: str
    url: str


def known_here(own: Own) -> tuple[Known, ...]:
    parties = acquaintances_of(own.journey)
    called = names_of(parties.values(), own.now)
    return tuple(
        Known(
            capital(name(called.get(party))),
            about(called.get(party)),
            reverse("journey:forget", args=[known]),
        )
        for known, party in parties.items()
    )


def forget_page(own: Own, party: Party) -> dict[str, object]:
    """`stops` is what this party sees now; `stays` what it sees by its organisation."""
    called = names_of([party], own.now).get(party)
    who = name(called)
    given = [grant for grant in running_grants(own.journey, own.now) if grant.party == party]
    return {
        "crumbs": (home_crumb(), sharing_crumb(), Link(_("Haal weg"))),
        "title": _("Wil je {wie} weghalen?").format(wie=who),
        "lead": _("Lees eerst wat er dan gebeurt."),
        "who": capital(who),
        "stops": lines_of(own, given),
        "stays": _by_organisation(own, party),
        "place": called.organisation if called else "",
        "doe": "weg",
        "no_url": reverse("journey:sharing"),
    }


def _by_organisation(own: Own, party: Party) -> str:
    """As in: je wensen en je verhaal. Empty when nothing stays open to this party."""
    parts = [
        part
        for part, decisions in why(own.journey, party, own.now).items()
        if any(one.allowed and one.grant and one.grant.party != party for one in decisions)
    ]
    return listed([part_in_words(part) for part in parts])
