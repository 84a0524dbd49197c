# SPDX-License-Identifier: EUPL-1.2
"""How the screen calls whoever something was given to: a person, an organisation, or a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import Called, names_of
from ruimbaan.parts.journey.presentation.saying import in_words
from ruimbaan.parts.trust.queries import LinkKind, kinds_of

LINKS: Mapping[LinkKind, Text] = {
    LinkKind.CALENDAR: Text("een agenda van jou", "a calendar of yours"),
    LinkKind.SUMMARY: Text("wie je een link en code gaf", "who got a link and code from you"),
    LinkKind.HANDOFF: Text("wie je een vraag stuurde", "whom you sent a request"),
}


def called_by(parties: Iterable[Party], now: datetime) -> dict[Party, Called]:
    """Who is gone for good is missing from the answer."""
    asked = tuple(parties)
    found = names_of(asked, now)
    kinds = kinds_of({party.id for party in asked if party.kind is PartyKind.LINK})
    for party in asked:
        if party.kind is PartyKind.LINK and party.id in kinds:
            found[party] = Called(party, None, in_words(LINKS[kinds[party.id]]))
    return found
