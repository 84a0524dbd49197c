# SPDX-License-Identifier: EUPL-1.2
"""Where the support of a region is: its plan and its addresses, read again when one of the two
changed. The same for everybody; where somebody looks from is never kept."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Avg, Max

from ruimbaan.core.directory.geography.addresses import Address, numbered
from ruimbaan.core.directory.geography.clusters import Heap, gathered
from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.located import district_of, point_of
from ruimbaan.core.directory.geography.plan import Kind, TownPlan
from ruimbaan.core.directory.records.record import Package, package_of
from ruimbaan.core.directory.records.translations import text_of
from ruimbaan.parts.directory.geography import store
from ruimbaan.parts.directory.models import DirectoryState, Listing, StoredRecord
from ruimbaan.parts.directory.search.models import Spot
from ruimbaan.parts.directory.store.reading import as_record

POSTCODE = re.compile(r"\s*([1-9]\d{3})\s*(?:[A-Za-z]{2})?\s*$")
SHOWN = ("active", "temporarily closed")  # statuses of HSDS
HEAPS_ACROSS = 50  # squares from one side of the region to the other
_TABLES = ("service_at_location", "location", "address")


@dataclass(frozen=True)
class Town:
    """`heaps` are the addresses for a map that has no room for each; `listings` are all places people can go to, by code; `elsewhere` are the codes of those
    without an address. `version` is another word when anything changed."""

    region: str
    version: str
    plan: TownPlan
    addresses: tuple[Address, ...]
    heaps: tuple[Heap, ...]
    listings: Mapping[str, Listing]
    elsewhere: tuple[str, ...]


def town(region: str) -> Town:
    """The town as it is now."""
    versions = DirectoryState.objects.filter(region=region).values_list("version", flat=True)
    return _town(region, versions.first() or "", store.version_of(region))


@lru_cache(maxsize=8)
def _town(region: str, version: str, plan_version: str) -> Town:
    plan = store.get(region)
    listings = {
        one.code: one
        for one in Listing.objects.filter(region=region, is_place=True, status__in=SHOWN).order_by(
            "code"
        )
    }
    rows = StoredRecord.objects.filter(region=region, table__in=_TABLES).order_by("pk")
    addresses = tuple(_addresses(package_of(map(as_record, rows)), listings, plan))
    there = {code for one in addresses for code in one.services}
    return Town(
        region,
        f"{version}-{plan_version}",
        plan,
        numbered(addresses),
        gathered(((one.point, len(one.services)) for one in addresses), HEAPS_ACROSS),
        listings,
        tuple(code for code in listings if code not in there),
    )


def place_of(region: str, asked: str) -> tuple[str, Point] | None:
    """The name and the middle of the district or the postcode that somebody typed or chose: those
    of the plan, or else of what is on the map itself. None when we do not know it."""
    postcode = POSTCODE.match(asked)
    kind = Kind.POSTCODE if postcode else Kind.DISTRICT
    name = postcode[1] if postcode else asked.strip()
    return store.find(region, kind, name) or _middle(region, kind, name)


def _middle(region: str, kind: Kind, name: str) -> tuple[str, Point] | None:
    spots = Spot.objects.filter(listing__region=region)
    if kind is Kind.POSTCODE:
        spots = spots.filter(postcode=name)
    else:
        spots = spots.filter(district__iexact=name).exclude(district="")
    found = spots.aggregate(name=Max("district"), x=Avg("x"), y=Avg("y"))
    if found["x"] is None:
        return None
    return name if kind is Kind.POSTCODE else found["name"], (found["x"], found["y"])


def _addresses(
    package: Package, listings: Mapping[str, Listing], plan: TownPlan
) -> Iterator[Address]:
    codes = {listing.uid: code for code, listing in listings.items()}
    at: dict[str, list[str]] = defaultdict(list)
    for visit in package.of("service_at_location"):
        if code := codes.get(visit.text("service_id")):
            at[visit.text("location_id")].append(code)
    for location in package.of("location"):
        point = point_of(location)
        if point is None or location.id not in at:
            continue
        address = next(iter(package.belonging_to(location.key, "address")), None)
        yield Address(
            street=address.text("address_1") if address else location.text("name"),
            postcode=address.text("postal_code") if address else "",
            town=address.text("city") if address else "",
            district=district_of(location) or plan.district_of(point),
            point=point,
            way=text_of(location, "transportation"),
            services=tuple(sorted(at[location.id])),
        )
