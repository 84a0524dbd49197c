# SPDX-License-Identifier: EUPL-1.2
"""How to reach a place of some kind in a region: its phone, mail or site, and its page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.details import links_of
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.search.filters import shown
from ruimbaan.ui.components import Link

MAIL_TO = "mailto:"


@dataclass(frozen=True, slots=True)
class ContactOnMap:
    """`links` are as the place gave them: phone first, then mail and site."""

    name: str
    organisation: str
    url: str
    links: tuple[Link, ...]

    @property
    def mail(self) -> str:
        """Empty when the place gave none."""
        found = (one.url for one in self.links if one.url.startswith(MAIL_TO))
        return next(found, "").removeprefix(MAIL_TO)


def contacts_in(region: str, kinds: Sequence[int], *, most: int) -> tuple[ContactOnMap, ...]:
    """Places everybody can see, one of each kind, in the order of the kinds."""
    rows = shown(region).filter(kind__in=kinds)
    first: dict[int, Listing] = {}
    for row in rows.order_by("code", "pk"):
        first.setdefault(row.kind or 0, row)
    found = [first[kind] for kind in kinds if kind in first][:most]
    links = links_of(found)
    return tuple(_contact(one, links[one.uid]) for one in found)


def contacts_named(regions: Iterable[str], words: str, *, most: int) -> tuple[ContactOnMap, ...]:
    """Places everybody can see with every one of these words in their name or organisation; none
    without words."""
    wanted = Q()
    for word in words.split():
        wanted &= (
            Q(name__icontains=word) | Q(name_en__icontains=word) | Q(organisation__icontains=word)
        )
    if not wanted:
        return ()
    rows = [
        row for region in regions for row in shown(region).filter(wanted).order_by("name", "code")
    ]
    links = links_of(rows[:most])
    return tuple(_contact(one, links[one.uid]) for one in rows[:most])


def _contact(one: Listing, links: tuple[Link, ...]) -> ContactOnMap:
    return ContactOnMap(
        said(Text(one.name, one.name_en)),
        one.organisation,
        reverse("directory:place", args=[one.region, one.code]),
        links,
    )
