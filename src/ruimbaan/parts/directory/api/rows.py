# SPDX-License-Identifier: EUPL-1.2
"""Which records an interface shows, as questions to the database. In the order of their ids."""

from __future__ import annotations

from datetime import datetime
from math import hypot

from django.db.models import Q, QuerySet
from django.utils import timezone

from ruimbaan.core.directory.geography.located import point_of
from ruimbaan.parts.directory.api.asking import Organizations, ServiceAtLocations, Services, Terms
from ruimbaan.parts.directory.models import Link, Listing, StoredRecord
from ruimbaan.parts.directory.search.everywhere import listings_with
from ruimbaan.parts.directory.search.filters import SHOWN
from ruimbaan.parts.directory.store.reading import as_record

Rows = QuerySet[StoredRecord]


def table(name: str) -> Rows:
    return StoredRecord.objects.filter(table=name).order_by("uid")


def visible_services() -> Rows:
    """A service that stopped, or that nobody has confirmed yet, is not shown."""
    seen = Listing.objects.filter(status__in=SHOWN).values("uid")
    return table("service").filter(uid__in=seen)


def services(asked: Services) -> Rows:
    return _services(visible_services(), asked)


def service_at_locations(asked: ServiceAtLocations) -> Rows:
    narrowed = _services(visible_services(), asked)
    links = Link.objects.filter(table="service", uid__in=narrowed.values("uid"))
    rows = table("service_at_location").filter(pk__in=links.values("record_id"))
    if asked.modified_after:
        rows = rows.filter(changed_at__gte=_aware(asked.modified_after))
    return _near(rows, asked) if asked.postcode else rows


def organizations(asked: Organizations) -> Rows:
    """By what they do, or by what they are called."""
    rows = table("organization")
    if not asked.search:
        return rows
    doing = listings_with(asked.search).filter(status__in=SHOWN).values("organisation_uid")
    called = _with_words(rows, asked.search)
    return rows.filter(Q(uid__in=doing) | Q(pk__in=called.order_by().values("pk")))


def taxonomies(search: str) -> Rows:
    return _with_words(table("taxonomy"), search)


def terms(asked: Terms) -> Rows:
    rows = _with_words(table("taxonomy_term"), asked.search)
    if asked.taxonomy_id:
        rows = rows.filter(values__taxonomy_id=asked.taxonomy_id)
    if asked.parent_id:
        rows = rows.filter(values__parent_id=asked.parent_id)
    return rows.filter(values__parent_id__isnull=True) if asked.top_only else rows


def services_of(organisations: list[str]) -> Rows:
    links = Link.objects.filter(table="organization", uid__in=organisations)
    return visible_services().filter(pk__in=links.values("record_id"))


def _services(rows: Rows, asked: Services | ServiceAtLocations) -> Rows:
    if asked.search:
        rows = rows.filter(uid__in=listings_with(asked.search).values("uid"))
    if isinstance(asked, Services) and asked.modified_after:
        rows = rows.filter(changed_at__gte=_aware(asked.modified_after))
    if asked.organization_id:
        links = Link.objects.filter(table="organization", uid=asked.organization_id)
        rows = rows.filter(pk__in=links.values("record_id"))
    if asked.taxonomy_term_id:
        rows = rows.filter(uid__in=_with_terms([asked.taxonomy_term_id]))
    if asked.taxonomy_id:
        of_taxonomy = Link.objects.filter(table="taxonomy", uid=asked.taxonomy_id)
        found = StoredRecord.objects.filter(pk__in=of_taxonomy.values("record_id"))
        rows = rows.filter(uid__in=_with_terms(list(found.values_list("uid", flat=True))))
    return rows


def _with_terms(term_ids: list[str]) -> QuerySet[Link, str]:
    """The services that have an attribute with one of these terms."""
    attributes = Link.objects.filter(table="taxonomy_term", uid__in=term_ids)
    found = Link.objects.filter(table="service", record_id__in=attributes.values("record_id"))
    return found.values_list("uid", flat=True)


def _near(rows: Rows, asked: ServiceAtLocations) -> Rows:
    """The middle of a postal code is the middle of the addresses we know in it: no other list of
    postal codes is kept here."""
    code = asked.postcode.replace(" ", "").upper()
    at_code = [
        row.values.get("location_id", "")
        for row in table("address")
        if str(row.values.get("postal_code", "")).replace(" ", "").upper() == code
    ]
    places = {row.uid: point_of(as_record(row)) for row in table("location")}
    if asked.proximity is None:
        wanted = at_code
    else:
        known = [point for uid in at_code if (point := places.get(uid))]
        if not known:
            return rows.none()
        x, y = (sum(axis) / len(known) for axis in zip(*known, strict=True))
        wanted = [
            uid
            for uid, point in places.items()
            if point and hypot(point[0] - x, point[1] - y) <= asked.proximity
        ]
    links = Link.objects.filter(table="location", uid__in=wanted)
    return rows.filter(pk__in=links.values("record_id"))


def _with_words(rows: Rows, search: str) -> Rows:
    for word in search.split()[:10]:
        rows = rows.filter(Q(values__name__icontains=word) | Q(values__description__icontains=word))
    return rows


def _aware(moment: datetime) -> datetime:
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)
