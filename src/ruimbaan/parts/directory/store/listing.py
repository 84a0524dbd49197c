# SPDX-License-Identifier: EUPL-1.2
"""The listings, made again from the records that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from ruimbaan.core.directory.records.record import Key, Record
from ruimbaan.core.directory.records.summary import Summary, summary_of
from ruimbaan.parts.directory.models import Link, Listing
from ruimbaan.parts.directory.search.indexing import index_again, take_off
from ruimbaan.parts.directory.search.renewals import Renewed
from ruimbaan.parts.directory.store.reading import around

AT_A_TIME = 500  # services of which all is in memory at once
UNIQUE = ["uid"]
FIELDS = [field.name for field in Listing._meta.concrete_fields if field.name not in ("id", "uid")]


def services_seen_in(records: Iterable[Record]) -> set[str]:
    """The services whose listing may follow from these records: by themselves, through what they
    belong to, through their organisation, and through their location."""
    records = tuple(records)
    services = {record.id for record in records if record.table == "service"}
    organisations = {record.id for record in records if record.table == "organization"}
    locations = {record.id for record in records if record.table == "location"}
    for record in records:
        for table, uid in record.parents():
            if table == "service":
                services.add(uid)
            elif table == "location":
                locations.add(uid)
    services |= set(_naming("organization", organisations, "service"))
    visits = Link.objects.filter(
        table="location", uid__in=locations, record__table="service_at_location"
    ).values("record_id")
    at_locations = Link.objects.filter(record_id__in=visits, table="service")
    return services | set(at_locations.values_list("uid", flat=True))


def list_again(
    services: Iterable[str], at_hand: Mapping[Key, Record] = MappingProxyType({})
) -> Renewed:
    """Make the listings of these services anew, and how they are found; one whose record is gone is
    taken off. Records `at_hand` are not read again. Tells what changed in how things are found."""
    renewed = Renewed()
    wanted = sorted(services)
    for first in range(0, len(wanted), AT_A_TIME):
        some = wanted[first : first + AT_A_TIME]
        package = around((("service", uid) for uid in some), at_hand)
        services_here = (package.find("service", uid) for uid in some)
        found = [summary_of(package, service) for service in services_here if service]
        Listing.objects.bulk_create(
            [as_listing(summary) for summary in found],
            update_conflicts=True,
            unique_fields=UNIQUE,
            update_fields=FIELDS,
        )
        renewed = renewed.then(index_again(package, found))
        there = {summary.uid for summary in found}
        renewed = renewed.then(take_off(uid for uid in some if uid not in there))
    return renewed


def as_listing(summary: Summary) -> Listing:
    x, y = summary.point or (None, None)
    return Listing(
        region=summary.region,
        uid=summary.uid,
        code=summary.code,
        name=summary.name.nl,
        name_en=summary.name.en,
        organisation_uid=summary.organisation_uid,
        organisation=summary.organisation,
        status=summary.status,
        is_place=summary.is_place,
        is_initiative=summary.is_initiative,
        kind=summary.kind,
        domain=summary.domain,
        frame=summary.frame,
        gate=summary.gate,
        wait_days=summary.wait_days,
        is_free=summary.is_free,
        women_only=summary.women_only,
        with_children=summary.with_children,
        languages=" ".join(summary.languages),
        district=summary.district,
        x=x,
        y=y,
        verified_on=summary.verified_on,
        verified_by=summary.verified_by,
        funding_until=summary.fragility.funding_until,
        one_key_person=summary.fragility.one_key_person,
    )


def _naming(table: str, uids: Iterable[str], children: str) -> Iterator[str]:
    links = Link.objects.filter(table=table, uid__in=list(uids), record__table=children)
    yield from links.values_list("record__uid", flat=True)
