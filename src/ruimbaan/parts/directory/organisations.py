# SPDX-License-Identifier: EUPL-1.2
"""Who offers something in a region: organisations, and initiatives without a legal form."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ruimbaan.core.directory.joining.becoming import SEEN
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.regions import list_regions


@dataclass(frozen=True, slots=True)
class OrganisationOnMap:
    """`is_initiative`: all that it offers are loose initiatives."""

    uid: str
    name: str
    is_initiative: bool


def list_organisations(region: str) -> tuple[OrganisationOnMap, ...]:
    """Those with a place that everybody can see, by name."""
    rows = Listing.objects.filter(region=region, status=SEEN, is_place=True)
    found: dict[str, OrganisationOnMap] = {}
    for row in rows.exclude(organisation_uid="").order_by("organisation", "organisation_uid", "pk"):
        before = found.get(row.organisation_uid)
        found[row.organisation_uid] = OrganisationOnMap(
            row.organisation_uid,
            row.organisation,
            row.is_initiative and (before is None or before.is_initiative),
        )
    return tuple(found.values())


def organisations_with(region: str, service_type: int) -> frozenset[str]:
    """The codes of those that offer a place of this kind."""
    rows = Listing.objects.filter(region=region, status=SEEN, is_place=True, kind=service_type)
    return frozenset(rows.exclude(organisation_uid="").values_list("organisation_uid", flat=True))


def main_kinds(region: str) -> dict[str, int]:
    """The kind of support that each offers most, by its code: with the most places on the map, then
    for the most people, then the lowest number."""
    known = list_regions().get(region)
    services = known.world.services if known else {}
    rows = Listing.objects.filter(region=region, status=SEEN, is_place=True)
    counted: dict[str, Counter[int]] = {}
    people: Counter[tuple[str, int]] = Counter()
    for uid, kind, code in rows.exclude(organisation_uid="").values_list(
        "organisation_uid", "kind", "code"
    ):
        if kind is None:
            continue
        counted.setdefault(uid, Counter())[kind] += 1
        if code in services:
            people[uid, kind] += services[code].capacity or 0
    return {
        uid: min(kinds, key=lambda kind: (-kinds[kind], -people[uid, kind], kind))
        for uid, kinds in counted.items()
    }


def find_organisation(region: str, uid: str) -> OrganisationOnMap | None:
    return next((one for one in list_organisations(region) if one.uid == uid), None)
