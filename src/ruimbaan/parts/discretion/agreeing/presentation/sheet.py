# SPDX-License-Identifier: EUPL-1.2
"""One agreement on one page: who does what, for which situation, until when, and where it helps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ruimbaan.core.discretion.agreements import Review, Standing, Version
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.queries import Region, list_regions
from ruimbaan.parts.discretion.agreeing.reading import Agreed
from ruimbaan.parts.frictions.queries import catalogue
from ruimbaan.parts.routes.services import told
from ruimbaan.parts.rulebook.queries import find_rule
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link, Tag
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language


@dataclass(frozen=True, slots=True)
class Row:
    """One agreement in a list."""

    id: UUID
    title: str
    url: str
    who: str
    until: str
    review: str
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What one organisation does; `yes` says when it agreed, or that it has yet to."""

    organisation: str
    does: str
    yes: str
    has_said_yes: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    title: str
    situation: str
    region: str
    parts: tuple[Part, ...]
    until: str
    review: str
    rules: tuple[Link, ...]
    places: tuple[Link, ...]
    frictions: tuple[Link, ...]
    version: str
    tag: Tag


def row(
    agreed: Agreed, version: Version, today: date, *, inside: bool = False, tag: Tag | None = None
) -> Row:
    """`inside`: for who works at one of these organisations."""
    public = reverse("agreeing:public-one", args=[agreed.region, agreed.id])
    return Row(
        id=agreed.id,
        title=typed(version.title),
        url=reverse("agreeing:one", args=[agreed.id]) if inside else public,
        who=" · ".join(agreed.names[share.organisation] for share in version.shares),
        until=_("tot en met {day}").format(day=written(version.until)),
        review=review_words(version, today),
        tag=tag,
    )


def sheet(agreed: Agreed, version: Version, today: date) -> Sheet:
    region = list_regions().get(agreed.region)
    return Sheet(
        title=typed(version.title),
        situation=typed(version.situation),
        region=in_words(region.title) if region else "",
        parts=tuple(_parts(agreed, version)),
        until=written(version.until),
        review=review_words(version, today),
        rules=tuple(_rules(version)),
        places=tuple(_places(region, version)) if region else (),
        frictions=tuple(_frictions(region, version)) if region else (),
        version=_("Versie {number}").format(number=version.number),
        tag=standing_tag(version, today),
    )


def standing_tag(version: Version, today: date) -> Tag:
    match version.standing(today):
        case Standing.DRAFT:
            return Tag(_("Nog niet iedereen zei ja"), "wait")
        case Standing.IN_FORCE:
            return Tag(_("Geldt nu"), "ok")
        case _over:
            return Tag(_("Voorbij"), "plain")


def review_words(version: Version, today: date) -> str:
    """Kindly: that nobody looked back yet is no fault."""
    match version.looked_back(today):
        case Review.DONE:
            return _("gedaan op {day}").format(day=written(version.reviewed or today))
        case Review.OPEN:
            return _("nog niet teruggekeken (de dag was {day})").format(day=written(version.review))
        case _comes:
            return _("op {day}").format(day=written(version.review))


def typed(words: str) -> str:
    """What an organisation typed, in Dutch: marked as such on an English page."""
    return told(Text(words), language())


def written(day: date) -> str:
    return written_date(day, language(), year=True)


def _parts(agreed: Agreed, version: Version) -> Iterator[Part]:
    for share in version.shares:
        yes = (
            _("zei ja op {day}").format(day=written(share.confirmed))
            if share.confirmed
            else _("zei nog geen ja")
        )
        name = agreed.names[share.organisation]
        yield Part(name, typed(share.does), yes, share.confirmed is not None)


def _rules(version: Version) -> Iterator[Link]:
    """A rule that is no longer in force has no page any more."""
    for code in version.touches.rules:
        found = find_rule(code)
        if found is not None:
            title = told(found.plain.title, language())
            yield Link(format_html("{}: {}", found.number, title), rule_url(code))


def _frictions(region: Region, version: Version) -> Iterator[Link]:
    """A friction that is no longer in the list has no page any more."""
    known = catalogue().frictions
    for code in version.touches.frictions:
        if code in known:
            url = reverse("frictions:one", args=[region.id, code])
            yield Link(in_words(known[code].title), url)


def _places(region: Region, version: Version) -> Iterator[Link]:
    """A place that is gone from the Kaart has no page any more."""
    for code in version.touches.services:
        service = region.world.services.get(code)
        if service is not None:
            url = reverse("directory:place", args=[region.id, code])
            yield Link(service.label.in_language(language()), url)
