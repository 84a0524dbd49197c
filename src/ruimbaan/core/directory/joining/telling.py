# SPDX-License-Identifier: EUPL-1.2
"""What the records say of a service, as its initiative would tell it: to look at and to change."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.directory.joining.offer import Kind, Offer, kind_of_type
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Package, Record


def offer_of(package: Package, service: Record, kinds: Mapping[str, Kind]) -> Offer:
    """`package` must hold what belongs to the service. Of phones, schedules, costs and locations the
    first one of each counts; the others are not for this short form."""
    profile = profile_of(service)
    name = profile.name
    address = address_of(package, location_of(package, service))
    schedule = first(package, service, "schedule")
    cost = first(package, service, "cost_option")
    phone = first(package, service, "phone")
    return Offer(
        name=(name.nl if name else "") or service.text("name"),
        what=service.text("description"),
        kind=kind_of_type(kinds, profile.planning.get("type")),
        for_whom=service.text("eligibility_description"),
        women_only=profile.women_only,
        with_children=profile.with_children,
        gate=profile.word("gate"),
        free=cost is None or cost.values.get("amount") == 0,
        cost=cost.text("amount_description") if cost else "",
        street=address.text("address_1") if address else "",
        postcode=address.text("postal_code") if address else "",
        town=address.text("city") if address else "",
        days=tuple(day for day in schedule.text("byday").split(",") if day) if schedule else (),
        opens_at=schedule.text("opens_at")[:5] if schedule else "",
        closes_at=schedule.text("closes_at")[:5] if schedule else "",
        when=schedule.text("description") if schedule else "",
        phone=phone.text("number") if phone else "",
        email=service.text("email"),
        website=service.text("url"),
        works_with=profile.works_with,
        wants_to_work_with=profile.wants_to_work_with,
    )


def first(package: Package, service: Record, table: str) -> Record | None:
    return next(iter(package.belonging_to(service.key, table)), None)


def location_of(package: Package, service: Record) -> Record | None:
    visit = first(package, service, "service_at_location")
    return package.find("location", visit.text("location_id")) if visit else None


def address_of(package: Package, location: Record | None) -> Record | None:
    return first(package, location, "address") if location else None
