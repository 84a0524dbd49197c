# SPDX-License-Identifier: EUPL-1.2
"""How to reach a place of some kind in a region: its phone, mail or site, and its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.details import links_of
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.search.filters import shown
from ruimbaan.ui.components import Link


@dataclass(frozen=True, slots=True)
class ContactOnMap:
    """`links` are as the place gave them: phone first, then mail and site."""

    name: str
    organisation: str
    url: str
    links: tuple[Link, ...]


def contacts_in(region: str, kinds: Sequence[int], *, most: int) -> tuple[ContactOnMap, ...]:
    """Places everybody can see, one of each kind, in the order of the kinds."""
    rows = shown(region).filter(kind__in=kinds)
    first: dict[int, Listing] = {}
    for row in rows.order_by("code", "pk"):
        first.setdefault(row.kind or 0, row)
    found = [first[kind] for kind in kinds if kind in first][:most]
    links = links_of(found)
    return tuple(_contact(one, links[one.uid]) for one in found)


def _contact(one: Listing, links: tuple[Link, ...]) -> ContactOnMap:
    return ContactOnMap(
        said(Text(one.name, one.name_en)),
        one.organisation,
        reverse("directory:place", args=[one.region, one.code]),
        links,
    )
