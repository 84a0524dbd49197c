# SPDX-License-Identifier: EUPL-1.2
"""The places of a region to choose from, by life domain."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.directory.joining.becoming import SEEN
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.saying import language, said
from ruimbaan.parts.directory.wording import wording


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    code: str
    name: str
    who: str


@dataclass(frozen=True, slots=True)
class PlaceGroup:
    title: str
    places: tuple[PlaceChoice, ...]


def groups_of(region: str, without: str = "") -> tuple[PlaceGroup, ...]:
    """Who stands on the map now. `without`: the code of who asks."""
    found: dict[str, list[PlaceChoice]] = {domain: [] for domain in wording().domains}
    listings = Listing.objects.filter(region=region, status=SEEN, is_place=True)
    for one in listings.exclude(code=without).order_by("name", "code"):
        name = one.name_en if language() == "en" and one.name_en else one.name
        who = one.organisation if one.organisation != one.name else ""
        found.setdefault(one.domain, []).append(PlaceChoice(one.code, name, who))
    domains = wording().domains
    return tuple(
        PlaceGroup(said(domains[domain]) if domain in domains else "", tuple(places))
        for domain, places in found.items()
        if places
    )


def codes_in(groups: tuple[PlaceGroup, ...]) -> tuple[str, ...]:
    return tuple(place.code for group in groups for place in group.places)
