# SPDX-License-Identifier: EUPL-1.2
"""The map in two sizes. Without a place to look from it is the same for everybody, and kept until
something changes."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.geography.addresses import Address
from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.directory.geography import queries
from ruimbaan.parts.directory.geography.presentation.words import name_of
from ruimbaan.parts.directory.geography.queries import Town
from ruimbaan.parts.directory.presentation.saying import language, said
from ruimbaan.ui.pictures.geography import NARROW, WIDE, Mark, TownPicture, draw

MOST_NUMBERS = 40
Both = tuple[SafeString, SafeString]


def numbered_map(town: Town) -> bool:
    """Few enough addresses to give each a number."""
    return len(town.addresses) <= MOST_NUMBERS


def pictures(town: Town, region: str, place: str, point: Point | None) -> Both:
    """The wide one, and the one for a phone."""
    if point is not None:
        return _draw(picture_of(town, region, place, point))
    return _shared(town.region, town.version, region, language())


@lru_cache(maxsize=32)
def _shared(region: str, version: str, title: str, spoken: Language) -> Both:
    return _draw(picture_of(queries.town(region), title, "", None))


def _draw(picture: TownPicture) -> Both:
    wide, narrow = (mark_safe(draw(picture, paper)) for paper in (WIDE, NARROW))  # noqa: S308
    return wide, narrow


def picture_of(town: Town, region: str, place: str, point: Point | None) -> TownPicture:
    numbered = numbered_map(town)
    if numbered:
        marks = tuple(_mark(town, one) for one in town.addresses)
    else:
        marks = tuple(Mark(0, heap.point, weight=heap.count) for heap in town.heaps)
    return TownPicture(
        title=_("Kaart van %(region)s") % {"region": region},
        description=_description(town),
        plan=town.plan,
        marks=marks,
        numbered=numbered,
        counts=_counts(town) if not numbered else {},
        here=point,
        here_word=place,
    )


def _mark(town: Town, one: Address) -> Mark:
    names = [said(name_of(town.listings[code])) for code in one.services]
    return Mark(one.number, one.point, f"{one.number}. {one.street}: {'; '.join(names)}")


def _description(town: Town) -> str:
    count = len(town.addresses)
    words = ngettext("%(n)d adres met steun.", "%(n)d adressen met steun.", count) % {"n": count}
    if numbered_map(town):
        return words + " " + _("De nummers staan ook in de lijst.")
    return words + " " + _("Hoe groter de stip, hoe meer steun.")


def _counts(town: Town) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in town.addresses:
        counts[one.district] += len(one.services)
    return counts
