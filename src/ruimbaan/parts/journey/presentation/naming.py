# SPDX-License-Identifier: EUPL-1.2
"""How the screen calls whoever something was given to: a person, an organisation, or a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import Called, names_of
from ruimbaan.parts.journey.presentation.saying import in_words
from ruimbaan.parts.trust.queries import Link, LinkKind, links_with

LINKS: Mapping[LinkKind, Text] = {
    LinkKind.CALENDAR: Text("een agenda van jou", "a calendar of yours"),
    LinkKind.SUMMARY: Text("wie je een link en code gaf", "who got a link and code from you"),
    LinkKind.HANDOFF: Text("de plek die je vroeg", "the place you asked"),
}


def called_by(parties: Iterable[Party], now: datetime) -> dict[Party, Called]:
    """For the person: a link is called as the person wrote it. Who is gone for good is missing from
    the answer."""
    asked = tuple(parties)
    found = names_of(asked, now)
    links = links_with({party.id for party in asked if party.kind is PartyKind.LINK})
    for party in asked:
        if party.kind is PartyKind.LINK and party.id in links:
            found[party] = Called(party, None, _called(links[party.id]))
    return found


def _called(link: Link) -> str:
    """As in: Deeltijd De Kade (Begeleiding thuis). A link from before the subject was kept with it
    has the place only."""
    if link.kind is not LinkKind.HANDOFF:
        return in_words(LINKS[link.kind])
    place = link.about.get("for") or in_words(LINKS[link.kind])
    subject = link.about.get("goal")
    return f"{place} ({subject})" if subject else place
