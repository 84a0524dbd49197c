# SPDX-License-Identifier: EUPL-1.2
"""What was filled in on one page of the form, over what was told before."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables

from ruimbaan.core.directory.joining.offer import GATES
from ruimbaan.core.directory.records.tables import DAYS
from ruimbaan.parts.directory.joining import texts
from ruimbaan.parts.directory.joining.drafts import Draft
from ruimbaan.parts.directory.joining.kinds import kinds
from ruimbaan.parts.directory.joining.texts import Fault, Refused

PAGES = ("what", "who", "where", "when", "reach", "partners", "wishes", "address")
YES, NO = "yes", "no"
FIXED, SHIFTING = "fixed", "shifting"
EXTRAS = ("women_only", "with_children")
MOST_PARTNERS = 60


class Reading:
    """Reads fields one by one; a refused one is noted and keeps what was typed."""

    def __init__(self, posted: QueryDict, places: Collection[str]) -> None:
        self.posted, self.places = posted, places
        self.faults: list[Fault] = []

    def take(self, field: str, how: Callable[..., str], *more: Any, must: str = "") -> str:
        try:
            found = how(self.posted, field, *more)
        except Refused as refused:
            self.faults.append(Fault(field, str(refused)))
            return self.posted.get(field, "")[:2_000]
        if must and not found:
            self.faults.append(Fault(field, must))
        return found

    def one_of(self, field: str, options: Collection[str], must: str) -> str:
        found = self.posted.get(field, "")
        if found not in options:
            self.faults.append(Fault(field, must))
            return ""
        return found

    def some_of(self, field: str, options: Collection[str]) -> tuple[str, ...]:
        """In the order of the options; what is none of them is left out."""
        wanted = set(self.posted.getlist(field))
        return tuple(option for option in options if option in wanted)


@sensitive_variables()
def read_page(
    page: str, posted: QueryDict, draft: Draft, places: Collection[str]
) -> tuple[Draft, tuple[Fault, ...]]:
    """The draft with this page in it, and what is wrong. `places`: codes one may choose from."""
    reading = Reading(posted, places)
    after = READ[page](reading, draft)
    others = tuple(one for one in draft.seen if one != page)
    seen = others if reading.faults else (*others, page)
    return replace(after, seen=seen), tuple(reading.faults)


def _what(reading: Reading, draft: Draft) -> Draft:
    offer = replace(
        draft.offer,
        name=reading.take("name", texts.line, 80, must=_("Schrijf hoe jullie heten.")),
        what=reading.take("what", texts.words, 600, must=_("Schrijf wat er bij jullie gebeurt.")),
        kind=reading.one_of("kind", kinds(), _("Kies wat het beste past.")),
    )
    return replace(draft, offer=offer)


def _who(reading: Reading, draft: Draft) -> Draft:
    extras = reading.some_of("extras", EXTRAS)
    free = reading.one_of("free", (YES, NO), _("Kies of het geld kost.")) != NO
    offer = replace(
        draft.offer,
        for_whom=reading.take("for_whom", texts.line, 200),
        women_only="women_only" in extras,
        with_children="with_children" in extras,
        gate=reading.one_of("gate", GATES, _("Kies hoe iemand binnenkomt.")),
        free=free,
        cost="" if free else reading.take("cost", texts.line, 120, must=_("Schrijf wat het kost.")),
    )
    return replace(draft, offer=offer)


def _where(reading: Reading, draft: Draft) -> Draft:
    place = reading.one_of("place", (FIXED, SHIFTING), _("Kies of jullie een vaste plek hebben."))
    if place != FIXED:
        return replace(draft, offer=replace(draft.offer, street="", postcode="", town=""))
    offer = replace(
        draft.offer,
        street=reading.take("street", texts.line, 100, must=_("Schrijf de straat en het nummer.")),
        postcode=reading.take("postcode", texts.postcode, must=_("Schrijf de postcode.")),
        town=reading.take("town", texts.line, 60, must=_("Schrijf de plaats.")),
    )
    return replace(draft, offer=offer)


def _when(reading: Reading, draft: Draft) -> Draft:
    offer = replace(
        draft.offer,
        days=reading.some_of("days", DAYS),
        opens_at=reading.take("opens_at", texts.time),
        closes_at=reading.take("closes_at", texts.time),
        when=reading.take("when", texts.line, 200),
    )
    if not (offer.days or offer.when or reading.faults):
        reading.faults.append(Fault("days", _("Kies een dag, of schrijf wanneer het is.")))
    return replace(draft, offer=offer)


def _reach(reading: Reading, draft: Draft) -> Draft:
    offer = replace(
        draft.offer,
        phone=reading.take("phone", texts.phone),
        email=reading.take("email", texts.mail),
        website=reading.take("website", texts.website),
    )
    if not (offer.phone or offer.email or offer.website or reading.faults):
        reading.faults.append(Fault("phone", _("Vul één manier in om jullie te bereiken.")))
    return replace(draft, offer=offer)


def _partners(reading: Reading, draft: Draft) -> Draft:
    found = reading.some_of("works_with", reading.places)[:MOST_PARTNERS]
    return replace(draft, offer=replace(draft.offer, works_with=found))


def _wishes(reading: Reading, draft: Draft) -> Draft:
    found = reading.some_of("wants_to_work_with", reading.places)[:MOST_PARTNERS]
    return replace(draft, offer=replace(draft.offer, wants_to_work_with=found))


def _address(reading: Reading, draft: Draft) -> Draft:
    must = _("Schrijf het mailadres. Daar sturen we de link heen.")
    return replace(draft, address=reading.take("address", texts.mail, must=must))


READ: dict[str, Callable[[Reading, Draft], Draft]] = {
    "what": _what,
    "who": _who,
    "where": _where,
    "when": _when,
    "reach": _reach,
    "partners": _partners,
    "wishes": _wishes,
    "address": _address,
}
