# SPDX-License-Identifier: EUPL-1.2
"""One place in a list: what it is, why it fits, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.directory.records.record import Record
from ruimbaan.core.directory.records.translations import text_of
from ruimbaan.core.directory.search.fitting import NEEDS, Match
from ruimbaan.core.directory.search.stems import stem
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.asked import all_asked
from ruimbaan.parts.directory.presentation.saying import (
    away_words,
    checked_by,
    cost_words,
    gate_of,
    gate_text,
    kind_words,
    language,
    said,
    wait_words,
)
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.directory.search.finding import Answer, listings_of, why
from ruimbaan.parts.directory.store.reading import records_by_key
from ruimbaan.parts.directory.wording import wording
from ruimbaan.ui.components import Fact, Link, Tag
from ruimbaan.ui.pictures.words import written_date

MOST_RULES = 2  # shown in the list; the page of the place tells all


@dataclass(frozen=True, slots=True)
class Found:
    """`fits` says why it is here, `rules` which rules ask something before one may come in."""

    title: str
    url: str
    what: str
    tag: Tag
    who: str
    facts: tuple[Fact, ...]
    fits: tuple[str, ...]
    rules: tuple[Link, ...]
    checked: str


def found_places(region: Region, answer: Answer, numbers: Sequence[int]) -> tuple[Found, ...]:
    reasons = why(answer, numbers)
    listings = listings_of(numbers)
    services = records_by_key(("service", one.uid) for one in listings)
    return tuple(
        _found(region, one, services.get(("service", one.uid)), reasons[one.pk], answer)
        for one in listings
    )


def tag_of_listing(one: Listing) -> Tag:
    """Where support comes from, said in the same way for all: none is more than another."""
    if one.is_initiative:
        return Tag(_("Initiatief uit de buurt"), "main")
    domain = wording().domains.get(one.domain)
    return Tag(said(domain) if domain else _("Steun"))


def checked_words(one: Listing) -> str:
    """By whom it was last looked at; nothing where nobody said so."""
    if one.verified_on is None:
        return ""
    day = written_date(one.verified_on, language(), year=True)
    if not one.verified_by:
        return _("Nagekeken op %(day)s.") % {"day": day}
    return _("Nagekeken op %(day)s, door %(who)s.") % {
        "day": day,
        "who": checked_by(one.verified_by),
    }


def _found(
    region: Region, one: Listing, service: Record | None, reasons: Iterable[Match], answer: Answer
) -> Found:
    own = said(text_of(service, "description")) if service else ""
    return Found(
        title=said(Text(one.name, one.name_en)),
        url=reverse("directory:place", args=[region.id, one.code]),
        what=own or kind_words(one.kind),
        tag=tag_of_listing(one),
        who=", ".join(filter(None, (one.organisation, one.district))),
        facts=tuple(_facts(one, answer)),
        fits=tuple(_fits(reasons)),
        rules=tuple(dict.fromkeys(_rules(region, one)))[:MOST_RULES],
        checked=checked_words(one),
    )


def _facts(one: Listing, answer: Answer) -> Iterator[Fact]:
    yield Fact(_("Naar binnen"), gate_text(one.gate))
    yield Fact(_("Wachten"), wait_words(one.wait_days), one.wait_days is None)
    if one.is_free is not None:
        yield Fact(_("Kosten"), cost_words(is_free=one.is_free))
    if one.pk in answer.metres:
        yield Fact(_("Afstand"), away_words(answer.metres[one.pk]))


def _fits(reasons: Iterable[Match]) -> Iterator[str]:
    """The words that say a need which is helped here, and those that it was found by."""
    reasons = tuple(reasons)
    said_so = [one.asked for one in reasons if one.need]
    if said_so:
        yield _("Past bij wat je zegt: %(words)s.") % {"words": ", ".join(said_so)}
    words = [_word(one) for one in reasons if one.how not in NEEDS]
    if words:
        yield _("Gevonden op: %(words)s.") % {"words": ", ".join(words)}


def _word(one: Match) -> str:
    same = not one.found or stem(one.found) == stem(one.asked)
    return one.asked if same else f"{one.asked} ({one.found})"


def _rules(region: Region, one: Listing) -> Iterator[Link]:
    """The rules behind what this place asks of who comes. Where one just walks in none stands in
    the way; what the region itself must arrange is nobody's to prove."""
    service = region.world.services.get(one.code)
    if service is None or gate_of(one.gate).free:
        return
    for asked in all_asked(region, service.needs, one.code):
        for thing in (thing for way in asked.ways for thing in way):
            if thing.behind and thing.behind.url and not thing.is_of_region:
                yield Link(thing.behind.title, thing.behind.url)
