# SPDX-License-Identifier: EUPL-1.2
"""All that was told on one page, each with a way back to change it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.directory.joining.offer import Offer
from ruimbaan.parts.directory.joining.drafts import Draft
from ruimbaan.parts.directory.joining.kinds import said_kinds
from ruimbaan.parts.directory.joining.presentation.asking import WEEKDAYS, titles
from ruimbaan.parts.directory.joining.presentation.places import PlaceGroup
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.wording import wording


@dataclass(frozen=True, slots=True)
class Row:
    """What was told on one page; no lines when that was nothing."""

    page: str
    question: str
    lines: tuple[str, ...]


def rows_of(draft: Draft, pages: Sequence[str], groups: Sequence[PlaceGroup]) -> tuple[Row, ...]:
    names = {place.code: place.name for group in groups for place in group.places}
    told = told_by(draft.offer, names) | {"address": (draft.address,)}
    asked = titles()
    return tuple(
        Row(page, asked[page][0], tuple(line for line in told[page] if line)) for page in pages
    )


def told_by(offer: Offer, names: dict[str, str]) -> dict[str, tuple[str, ...]]:
    kinds, gates = said_kinds(), wording().gates
    return {
        "what": (
            offer.name,
            said(kinds[offer.kind].text) if offer.kind in kinds else "",
            offer.what,
        ),
        "who": tuple(_who(offer, said(gates[offer.gate].text) if offer.gate in gates else "")),
        "where": (
            (offer.street, f"{offer.postcode} {offer.town}".strip())
            if offer.street
            else (_("Geen vaste plek"),)
        ),
        "when": tuple(_when(offer)),
        "reach": (offer.phone, offer.email, offer.website),
        "partners": tuple(names.get(code, code) for code in offer.works_with),
        "wishes": tuple(names.get(code, code) for code in offer.wants_to_work_with),
    }


def _who(offer: Offer, gate: str) -> Iterator[str]:
    yield gate
    yield _("Gratis") if offer.free else offer.cost
    yield offer.for_whom
    if offer.women_only:
        yield _("Alleen voor vrouwen")
    if offer.with_children:
        yield _("Kinderen mogen mee")


def _when(offer: Offer) -> Iterator[str]:
    days = [said(wording().weekdays[WEEKDAYS[day]]) for day in offer.days if day in WEEKDAYS]
    yield ", ".join(days).capitalize()
    if offer.opens_at and offer.closes_at:
        times = {"first": offer.opens_at, "last": offer.closes_at}
        yield _("Van %(first)s tot %(last)s") % times
    elif offer.opens_at:
        yield _("Vanaf %(first)s") % {"first": offer.opens_at}
    yield offer.when
