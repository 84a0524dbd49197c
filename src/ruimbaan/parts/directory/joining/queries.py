# SPDX-License-Identifier: EUPL-1.2
"""What waits for a coordinator, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone

from ruimbaan.core.directory.joining.becoming import SEEN, UNSEEN
from ruimbaan.core.directory.joining.queue import Item, Why, in_order
from ruimbaan.core.directory.joining.reminders import FRAGILE_WITHIN, Freshness, freshness
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.parts.directory.duplicates.queries import waiting
from ruimbaan.parts.directory.joining.models import Connection, Keeper, Remark
from ruimbaan.parts.directory.joining.models.work import RemarkKind
from ruimbaan.parts.directory.joining.weights import routes_of
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.gaps import missed
from ruimbaan.parts.directory.store.reading import region_package


def queue(region: str, today: date) -> tuple[Item, ...]:
    """Everything that waits in this region, also doubles and gaps in what was looked for."""
    routes = routes_of(region)
    listings = {listing.uid: listing for listing in Listing.objects.filter(region=region)}
    found = (
        *_remarks(region, listings),
        *_upkeep(listings.values(), today),
        *_connections(region, listings),
        *waiting(region),
        *_gaps(region),
    )
    return in_order(replace(item, routes=routes.get(item.code, 0)) for item in found)


def fragile(region: str, today: date) -> tuple[Item, ...]:
    """Places whose money ends soon or that hang on one person; what most routes need comes first."""
    routes = routes_of(region)
    listings = Listing.objects.filter(region=region).order_by("pk")
    found = (item for item in _upkeep(listings, today) if item.why is Why.FRAGILE)
    return in_order(replace(item, routes=routes.get(item.code, 0)) for item in found)


def _gaps(region: str) -> Iterator[Item]:
    for one in missed(region):
        yield Item(Why.GAP, one.topic, "", None, f"{one.count}×")


def _remarks(region: str, listings: Mapping[str, Listing]) -> Iterator[Item]:
    for remark in Remark.objects.filter(region=region, done_at=None).order_by("at", "pk"):
        listing = listings.get(remark.service)
        yield Item(
            why=Why.CLAIM if remark.kind == RemarkKind.OURS else Why.DISPUTE,
            code=listing.code if listing else remark.service,
            name=listing.name if listing else "",
            since=_day(remark.at),
            note=f"#{remark.pk} {remark.address} {remark.text}".replace("  ", " ").strip(),
            number=remark.pk,
        )


def _upkeep(listings: Iterable[Listing], today: date) -> Iterator[Item]:
    unproved = set(Keeper.objects.filter(proved_on=None).values_list("service", flat=True))
    for listing in listings:
        if listing.status == UNSEEN and listing.uid in unproved:
            yield Item(Why.UNCONFIRMED, listing.code, listing.name)
        if listing.status != SEEN or not listing.is_place:
            continue
        if freshness(listing.verified_on, today) is Freshness.NOT_LATELY:
            yield Item(Why.STALE, listing.code, listing.name, listing.verified_on)
        if listing.funding_until and listing.funding_until <= today + FRAGILE_WITHIN:
            yield Item(Why.FRAGILE, listing.code, listing.name, listing.funding_until, "funding")
        if listing.one_key_person:
            yield Item(Why.FRAGILE, listing.code, listing.name, None, "one key person")


def _connections(region: str, listings: Mapping[str, Listing]) -> Iterator[Item]:
    """Who wants to work with whom, as far as nobody has proposed it."""
    proposed = {
        frozenset((one.sender, one.receiver)): one
        for one in Connection.objects.filter(region=region, declined_at=None)
    }
    by_code = {listing.code: listing for listing in listings.values()}
    for service in region_package(region).of("service"):
        listing = listings.get(service.id)
        if listing is None or listing.status != SEEN:
            continue
        for code in profile_of(service).wants_to_work_with:
            other = by_code.get(code)
            if other and frozenset((service.id, other.uid)) not in proposed:
                yield Item(
                    Why.CONNECTION, listing.code, listing.name, None, f"with {code}", other=code
                )


def _day(at: datetime) -> date:
    return timezone.localdate(at)
