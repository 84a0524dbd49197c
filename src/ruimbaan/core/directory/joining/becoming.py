# SPDX-License-Identifier: EUPL-1.2
"""What an initiative told becomes records. What it did not touch stays exactly as it was: other
phones, other hours, columns we do not know, and all that the planner reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ruimbaan.core.directory.joining.offer import Kind, Offer
from ruimbaan.core.directory.joining.profiles import with_profile
from ruimbaan.core.directory.joining.telling import address_of, first, location_of, offer_of
from ruimbaan.core.directory.records.profile import (
    NAME,
    Object,
    ServiceProfile,
    made_id,
    profile_of,
    written,
)
from ruimbaan.core.directory.records.record import Json, Key, Package, Record, package_of

VOLUNTEERS = "vrijwillig"  # who pays, as the directory says it, as long as nobody says otherwise
TOWN_WIDE = "stad"
UNSEEN, SEEN, STOPPED = "inactive", "active", "defunct"  # of HSDS's list


@dataclass(frozen=True, slots=True)
class Becomes:
    """To be put in the directory, and to be taken out of it."""

    service: Record
    records: tuple[Record, ...]
    removed: tuple[Key, ...] = ()


@dataclass(slots=True)
class _Change:
    region: str
    code: str
    put: list[Record] = field(default_factory=list)
    removed: list[Key] = field(default_factory=list)

    def part(self, table: str, before: Record | None, values: Mapping[str, Json]) -> Record:
        """A record with these values over what it had; an empty value empties its column."""
        uid = before.id if before else made_id(self.region, table, self.code)
        together = {"id": uid, **(before.values if before else {}), **values}
        kept = {name: value for name, value in together.items() if value not in (None, "", [])}
        record = Record(table, uid, kept)
        self.put.append(record)
        return record

    def drop(self, *records: Record | None) -> None:
        self.removed += [record.key for record in records if record]


def new_listing(offer: Offer, kind: Kind, *, region: str, code: str) -> Becomes:
    """An initiative that was not there, unseen until the mailed link was opened."""
    change = _Change(region, code)
    organisation = change.part(
        "organization",
        None,
        {
            "name": offer.name,
            "description": offer.what,
            NAME: {"region": region, "initiative": True},
        },
    )
    empty = ServiceProfile(region, code, {"initiative": True, "catchment": TOWN_WIDE})
    service = Record(
        "service",
        made_id(region, "service", code),
        {"organization_id": organisation.id, "status": UNSEEN, NAME: written(empty)},
    )
    found = changed_listing(offer, kind, package_of([service, organisation]), service, {})
    return replace(found, records=(organisation, *found.records))


def changed_listing(
    offer: Offer,
    kind: Kind | None,
    package: Package,
    service: Record,
    kinds: Mapping[str, Kind],
) -> Becomes:
    """The service as it is told now. `package` holds all that belongs to it; `kind` is None when it
    is none of the kinds one can choose from, and then stays what it is."""
    told, profile = offer_of(package, service, kinds), profile_of(service)
    change = _Change(profile.region, profile.code)
    values: dict[str, Json] = {
        "id": service.id,
        "name": offer.name,
        "description": offer.what,
        "eligibility_description": offer.for_whom,
        "email": offer.email,
        "url": offer.website,
        NAME: with_profile(service, _profile(offer, told, kind, profile)).values[NAME],
    }
    after = change.part("service", service, values)
    if offer.place != told.place:
        _place(offer, package, service, change)
    if offer.hours != told.hours:
        _hours(offer, package, service, change)
    if offer.price != told.price or first(package, service, "cost_option") is None:
        _price(offer, package, service, change)
    if offer.phone != told.phone:
        _phone(offer, package, service, change)
    organisation = package.find("organization", service.text("organization_id"))
    if organisation and organisation.text("name") == told.name != offer.name:
        change.part("organization", organisation, {"name": offer.name})
    return Becomes(after, tuple(change.put), tuple(change.removed))


def with_status(service: Record, status: str) -> Record:
    return Record("service", service.id, {**service.values, "status": status})


def _profile(
    offer: Offer, told: Offer, kind: Kind | None, profile: ServiceProfile
) -> ServiceProfile:
    return replace(
        profile,
        planning=_planning(offer, told, kind, profile.planning),
        women_only=offer.women_only,
        with_children=offer.with_children,
        works_with=offer.works_with,
        wants_to_work_with=offer.wants_to_work_with,
    )


def _planning(offer: Offer, told: Offer, kind: Kind | None, before: Object) -> dict[str, Json]:
    """What the planner reads. A loose initiative gives nothing there: nobody sends people to it
    yet, so no plan may count on it. That comes with the first connection."""
    after = {**before}
    if "label" not in after:
        after |= {"frame": VOLUNTEERS, "wait": {"days": 0}}
    if offer.name != told.name or "label" not in after:
        after |= {"label": {"nl": offer.name}, "provider": offer.name}
    if offer.gate:
        after["gate"] = offer.gate
    if kind and offer.kind != told.kind:
        after |= {"type": kind.type, "domain": kind.domain}
        if "gives" in after:
            after["gives"] = gifts_of(kind)
    return after


def gifts_of(kind: Kind) -> list[Json]:
    return [{"fact": fact, "while_receiving": True} for fact in kind.gives]


def _place(offer: Offer, package: Package, service: Record, change: _Change) -> None:
    location, visit = location_of(package, service), first(package, service, "service_at_location")
    address = address_of(package, location)
    if not offer.street:
        change.drop(visit, address, location)
        return
    here = change.part(
        "location",
        location,
        {
            "location_type": "physical",
            "name": offer.name,
            "organization_id": service.text("organization_id"),
            **dict.fromkeys(("latitude", "longitude")),  # of the old address
            NAME: None,
        },
    )
    change.part(
        "address",
        address,
        {
            "location_id": here.id,
            "address_1": offer.street,
            "postal_code": offer.postcode,
            "city": offer.town,
            "state_province": offer.town,
            "country": "NL",
            "address_type": "physical",
        },
    )
    change.part("service_at_location", visit, {"service_id": service.id, "location_id": here.id})


def _hours(offer: Offer, package: Package, service: Record, change: _Change) -> None:
    schedule = first(package, service, "schedule")
    if not any(offer.hours):
        change.drop(schedule)
        return
    change.part(
        "schedule",
        schedule,
        {
            "service_id": service.id,
            "freq": "WEEKLY" if offer.days else "",
            "byday": ",".join(offer.days),
            "opens_at": offer.opens_at,
            "closes_at": offer.closes_at,
            "description": offer.when,
        },
    )


def _price(offer: Offer, package: Package, service: Record, change: _Change) -> None:
    change.part(
        "cost_option",
        first(package, service, "cost_option"),
        {
            "service_id": service.id,
            "currency": "EUR" if offer.free else "",
            "amount": 0 if offer.free else None,
            "amount_description": "" if offer.free else offer.cost,
        },
    )


def _phone(offer: Offer, package: Package, service: Record, change: _Change) -> None:
    phone = first(package, service, "phone")
    if offer.phone:
        change.part("phone", phone, {"service_id": service.id, "number": offer.phone})
    else:
        change.drop(phone)
