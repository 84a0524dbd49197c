# SPDX-License-Identifier: EUPL-1.2
"""The pages on which an initiative tells about itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.directory.joining.offer import GATES
from ruimbaan.core.directory.records.tables import DAYS
from ruimbaan.parts.directory.joining.drafts import Draft
from ruimbaan.parts.directory.joining.forms import EXTRAS, FIXED, NO, SHIFTING, YES
from ruimbaan.parts.directory.joining.kinds import said_kinds
from ruimbaan.parts.directory.joining.presentation.fields import (
    Field,
    FoldedGroup,
    GroupField,
    PairField,
    Shape,
    TextField,
    choice,
    errors_of,
)
from ruimbaan.parts.directory.joining.presentation.places import PlaceGroup
from ruimbaan.parts.directory.joining.texts import Fault
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.wording import wording
from ruimbaan.ui.components import Link, Option

Errors = Mapping[str, str]
WEEKDAYS = dict(zip(DAYS, ("mon", "tue", "wed", "thu", "fri", "sat", "sun"), strict=True))


@dataclass(frozen=True, slots=True)
class AskPage:
    """`can_skip`: nothing on this page has to be filled in."""

    page: str
    number: int
    total: int
    title: str
    lead: str
    fields: tuple[Field, ...]
    errors: tuple[Link, ...]
    can_skip: bool


@dataclass(frozen=True, slots=True)
class Around:
    """What one can choose from here: the region's name, and its places by life domain."""

    town: str
    groups: Sequence[PlaceGroup]


def ask_page(
    page: str, pages: Sequence[str], draft: Draft, around: Around, faults: Sequence[Fault] = ()
) -> AskPage:
    title, lead = titles()[page]
    return AskPage(
        page=page,
        number=pages.index(page) + 1,
        total=len(pages),
        title=title,
        lead=lead,
        fields=tuple(FIELDS[page](draft, around, errors_of(faults))),
        errors=tuple(Link(fault.text, f"#{fault.field}") for fault in faults),
        can_skip=page in ("partners", "wishes"),
    )


def titles() -> dict[str, tuple[str, str]]:
    """By page: its question, and what to know."""
    return {
        "what": (_("Wat doen jullie?"), _("Schrijf zoals je het zelf zou vertellen.")),
        "who": (_("Voor wie is het?"), _("Zo weet iemand of het past.")),
        "where": (_("Waar is het?"), _("Een vaste plek hoeft niet.")),
        "when": (_("Wanneer is het?"), _("Wisselt het? Schrijf dat dan op.")),
        "reach": (
            _("Hoe bereikt iemand jullie?"),
            _("Dit ziet iedereen. Kies liever iets van jullie samen dan van één mens."),
        ),
        "partners": (_("Met wie werken jullie al?"), _("Kies wat past, of sla dit over.")),
        "wishes": (
            _("Met wie willen jullie werken?"),
            _("Iemand van de gemeente of een netwerk helpt jullie om elkaar te vinden."),
        ),
        "address": (
            _("Waar sturen we de link heen?"),
            _("Met die link zetten jullie je plek op de Kaart. Niemand anders ziet dit adres."),
        ),
    }


def _what(draft: Draft, around: Around, errors: Errors) -> list[Field]:
    offer = draft.offer
    kinds = ((name, said(one.text), said(one.help)) for name, one in said_kinds().items())
    return [
        _text("name", _("Hoe heten jullie?"), offer.name, errors, most=80, fills="organization"),
        _text(
            "what",
            _("Wat gebeurt er bij jullie?"),
            offer.what,
            errors,
            help_text=_("Een paar zinnen is genoeg. Schrijf geen namen van mensen."),
            shape="area",
            most=600,
        ),
        choice("kind", _("Wat past het best?"), kinds, (offer.kind,), errors),
    ]


def _who(draft: Draft, around: Around, errors: Errors) -> list[Field]:
    offer, seen = draft.offer, "who" in draft.seen
    gates = wording().gates
    free = ((YES, _("Nee, het is gratis"), ""), (NO, _("Ja, het kost iets"), ""))
    said_extras = (_("Alleen voor vrouwen"), _("Kinderen mogen mee"))
    extras = ((name, text, "") for name, text in zip(EXTRAS, said_extras, strict=True))
    chosen = YES if offer.free else NO
    return [
        choice(
            "gate",
            _("Hoe komt iemand binnen?"),
            ((gate, said(gates[gate].text), "") for gate in GATES),
            (offer.gate,),
            errors,
        ),
        choice("free", _("Kost het geld?"), free, (chosen,) if seen or offer.cost else (), errors),
        _text(
            "cost",
            _("Wat kost het?"),
            offer.cost,
            errors,
            help_text=_("Alleen als het geld kost. Bijvoorbeeld: 2 euro per keer."),
            most=120,
        ),
        _text(
            "for_whom",
            _("Wie is welkom?"),
            offer.for_whom,
            errors,
            help_text=_("Dit hoeft niet. Bijvoorbeeld: iedereen uit de wijk."),
        ),
        choice("extras", _("Goed om te weten"), extras, _extras(draft), errors, many=True),
    ]


def _extras(draft: Draft) -> list[str]:
    return [name for name in EXTRAS if getattr(draft.offer, name)]


def _where(draft: Draft, around: Around, errors: Errors) -> list[Field]:
    offer = draft.offer
    chosen = FIXED if offer.street else SHIFTING if "where" in draft.seen else ""
    options = (
        (FIXED, _("Op een vaste plek"), ""),
        (SHIFTING, _("Geen vaste plek"), _("Wij komen naar mensen toe, of het wisselt.")),
    )
    return [
        choice("place", _("Waar komen mensen samen?"), options, (chosen,), errors),
        _text(
            "street",
            _("Straat en nummer"),
            offer.street,
            errors,
            help_text=_("Alleen bij een vaste plek."),
            most=100,
            fills="street-address",
        ),
        _text(
            "postcode", _("Postcode"), offer.postcode, errors, shape="short", fills="postal-code"
        ),
        _text(
            "town", _("Plaats"), offer.town or around.town, errors, most=60, fills="address-level2"
        ),
    ]


def _when(draft: Draft, around: Around, errors: Errors) -> list[Field]:
    offer = draft.offer
    names = wording().weekdays
    days = ((day, said(names[code]).capitalize(), "") for day, code in WEEKDAYS.items())
    return [
        choice("days", _("Op welke dagen?"), days, offer.days, errors, many=True),
        PairField(
            (
                _text("opens_at", _("Van"), offer.opens_at, errors, shape="time"),
                _text("closes_at", _("Tot"), offer.closes_at, errors, shape="time"),
            )
        ),
        _text(
            "when",
            _("Of wisselt het?"),
            offer.when,
            errors,
            help_text=_("Bijvoorbeeld: elke week op een andere avond, bel even."),
        ),
    ]


def _reach(draft: Draft, around: Around, errors: Errors) -> list[Field]:
    offer = draft.offer
    help_text = _("Eén van de drie is genoeg.")
    return [
        _text("phone", _("Telefoon"), offer.phone, errors, help_text=help_text, shape="tel"),
        _text("email", _("Mailadres"), offer.email, errors, shape="email"),
        _text("website", _("Website"), offer.website, errors),
    ]


def _partners(draft: Draft, around: Around, errors: Errors) -> list[Field]:
    return [_groups("works_with", titles()["partners"][0], draft.offer.works_with, around)]


def _wishes(draft: Draft, around: Around, errors: Errors) -> list[Field]:
    chosen = draft.offer.wants_to_work_with
    return [_groups("wants_to_work_with", titles()["wishes"][0], chosen, around)]


def _address(draft: Draft, around: Around, errors: Errors) -> list[Field]:
    value = draft.address or draft.offer.email
    return [_text("address", _("Jullie mailadres"), value, errors, shape="email", fills="email")]


def _groups(name: str, question: str, chosen: Sequence[str], around: Around) -> GroupField:
    groups = (
        FoldedGroup(
            group.title,
            tuple(
                Option(place.code, place.name, place.who, checked=place.code in chosen)
                for place in group.places
            ),
        )
        for group in around.groups
    )
    return GroupField(name, question, tuple(groups))


def _text(
    name: str,
    label: str,
    value: str,
    errors: Errors,
    *,
    help_text: str = "",
    shape: Shape = "text",
    most: int = 200,
    fills: str = "",
) -> TextField:
    return TextField(name, label, value, help_text, errors.get(name, ""), shape, most, fills)


FIELDS: dict[str, Callable[[Draft, Around, Errors], list[Field]]] = {
    "what": _what,
    "who": _who,
    "where": _where,
    "when": _when,
    "reach": _reach,
    "partners": _partners,
    "wishes": _wishes,
    "address": _address,
}
