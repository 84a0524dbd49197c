# SPDX-License-Identifier: EUPL-1.2
"""One service in short, drawn from its records: what lists, filters and maps need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.located import district_of, point_of
from ruimbaan.core.directory.records.profile import (
    Fragility,
    ServiceProfile,
    day_verified,
    profile_of,
)
from ruimbaan.core.directory.records.record import Package, Record
from ruimbaan.core.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Summary:
    """`wait_days` is None when nobody knows; `is_free` when nothing is said about costs."""

    uid: str
    region: str
    code: str
    name: Text
    organisation_uid: str
    organisation: str
    status: str
    is_place: bool
    is_initiative: bool
    kind: int | None
    domain: str
    frame: str
    gate: str
    wait_days: int | None
    is_free: bool | None
    women_only: bool
    with_children: bool
    languages: tuple[str, ...]
    district: str
    point: Point | None
    verified_on: date | None
    verified_by: str
    fragility: Fragility


def summary_of(package: Package, service: Record) -> Summary:
    """`package` must hold what belongs to the service: organisation, locations, costs, languages."""
    profile = profile_of(service)
    organisation = package.find("organization", service.text("organization_id"))
    location = _first_location(package, service)
    return Summary(
        uid=service.id,
        region=profile.region,
        code=profile.code or service.id,
        name=profile.name or Text(service.text("name")),
        organisation_uid=service.text("organization_id"),
        organisation=organisation.text("name") if organisation else profile.word("provider"),
        status=service.text("status"),
        is_place=_kind(profile) is not None or not profile.planning,
        is_initiative=profile.is_initiative,
        kind=_kind(profile),
        domain=profile.word("domain"),
        frame=profile.word("frame"),
        gate=profile.word("gate"),
        wait_days=_wait(profile),
        is_free=_is_free(package, service),
        women_only=profile.women_only,
        with_children=profile.with_children,
        languages=_languages(package, service),
        district=district_of(location) if location else "",
        point=point_of(location) if location else None,
        verified_on=day_verified(service),
        verified_by=profile.verified_by,
        fragility=profile.fragility,
    )


def _kind(profile: ServiceProfile) -> int | None:
    found = profile.planning.get("type")
    return found if isinstance(found, int) else None


def _wait(profile: ServiceProfile) -> int | None:
    wait = profile.planning.get("wait")
    if not profile.planning:
        return None
    if wait is None:
        return 0
    days = wait.get("days", 0) if isinstance(wait, dict) else wait
    return days if isinstance(days, int) else None


def _is_free(package: Package, service: Record) -> bool | None:
    amounts = [
        cost.values.get("amount") for cost in package.belonging_to(service.key, "cost_option")
    ]
    return all(amount == 0 for amount in amounts) if amounts else None


def _languages(package: Package, service: Record) -> tuple[str, ...]:
    spoken = package.belonging_to(service.key, "language")
    return tuple(dict.fromkeys(one.text("code") or one.text("name") for one in spoken))


def _first_location(package: Package, service: Record) -> Record | None:
    for visit in package.belonging_to(service.key, "service_at_location"):
        found = package.find("location", visit.text("location_id"))
        if found is not None:
            return found
    return None
