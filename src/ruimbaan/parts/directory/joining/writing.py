# SPDX-License-Identifier: EUPL-1.2
"""Entries in and out of the directory, as upkeep needs them; nothing is written that would break
the region's plans."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ruimbaan.core.directory.joining.becoming import SEEN
from ruimbaan.core.directory.records.changes import Origin
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Key, Package, Record
from ruimbaan.integrations.directory import load_world_of_directory
from ruimbaan.parts.directory import services
from ruimbaan.parts.directory.joining.errors import DoesNotFit, UnknownEntry
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.store.reading import around, region_package

SERVICE = "service"


def entry(uid: str) -> tuple[Package, Record]:
    """A service with all that belongs to it. Raises UnknownEntry."""
    package = around([(SERVICE, uid)])
    service = package.find(SERVICE, uid)
    if service is None:
        raise UnknownEntry(region="-", name=uid)
    return package, service


def find_uid(region: str, code: str) -> str | None:
    found = Listing.objects.filter(region=region, code=code).values_list("uid", flat=True)
    return found.first()


def get_uid(region: str, code: str) -> str:
    """Raises UnknownEntry."""
    uid = find_uid(region, code)
    if uid is None:
        raise UnknownEntry(region=region, name=code)
    return uid


def write(
    region: str,
    records: Iterable[Record],
    origin: Origin,
    at: datetime,
    *,
    removed: Iterable[Key] = (),
) -> None:
    """Raises DoesNotFit when the planner could not use what is on the map then; nothing is written.
    What is not on the map yet is looked at when it comes there."""
    together = tuple(records)
    _check_fits(region, together)
    services.write(region, together, removed=removed, origin=origin, at=at)


def _check_fits(region: str, records: tuple[Record, ...]) -> None:
    changed = {
        record.id: record
        for record in records
        if record.table == SERVICE and record.text("status") == SEEN
    }
    if not changed:
        return
    now = {record.id: record for record in region_package(region).of(SERVICE)}
    world = load_world_of_directory(region, (now | changed).values())
    for record in changed.values():
        code = profile_of(record).code
        if code in world.left_out:
            raise DoesNotFit(name=code, reason=world.left_out[code][0].explain("nl").cause)
