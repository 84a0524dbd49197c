# SPDX-License-Identifier: EUPL-1.2
"""Records in the database: written whole or not at all, with history, origin and listings."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError

from ruimbaan.core.directory.records.changes import Kind, Origin, Source
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory import queries
from ruimbaan.parts.directory.models import (
    DirectoryState,
    Link,
    Listing,
    RecordChange,
    StoredRecord,
)
from ruimbaan.parts.directory.services import fill_from_files, write
from ruimbaan.parts.directory.store.reading import around
from ruimbaan.parts.directory.store.writing import origins_of

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ORIGIN = Origin(Source.COORDINATOR, date(2026, 12, 1))
REGION = "waalstad"


def record(table: str, uid: str, **values: Any) -> Record:
    return Record(table, uid, {"id": uid, **values})


ORGANISATION = record("organization", "o-1", name="De Brug", description="Samen eten")
SERVICE = record(
    "service",
    "s-1",
    name="Soep",
    status="active",
    organization_id="o-1",
    **{NAME: {"region": REGION, "code": "X1", "planning": {"label": "Soep", "gate": "open"}}},
)
LOCATION = record("location", "l-1", location_type="physical", **{NAME: {"rd": [1.0, 2.0]}})
VISIT = record("service_at_location", "v-1", service_id="s-1", location_id="l-1")
ALL = (ORGANISATION, SERVICE, LOCATION, VISIT)


def put(*records: Record, origin: Origin = ORIGIN, **others: object) -> tuple[Kind, ...]:
    written = write(REGION, records, origin=origin, at=AT, **others)  # type: ignore[arg-type]
    return tuple(change.kind for change in written.changes)


def listing() -> Listing:
    return Listing.objects.get(uid="s-1")


def test_what_is_written_can_be_read_with_all_that_belongs_to_it():
    assert put(*ALL) == (Kind.ADDED,) * 4
    found = around([SERVICE.key]).records
    assert {key: one.values for key, one in found.items()} == {one.key: one.values for one in ALL}


def test_the_same_again_changes_nothing():
    put(*ALL)
    version = DirectoryState.objects.get(pk=REGION).version

    assert put(*ALL) == ()
    assert DirectoryState.objects.get(pk=REGION).version == version


def test_a_listing_follows_its_service_its_organisation_and_its_location():
    put(*ALL)
    assert (listing().organisation, listing().x, listing().gate) == ("De Brug", 1.0, "open")

    put(replace(ORGANISATION, values={**ORGANISATION.values, "name": "De Nieuwe Brug"}))
    put(replace(LOCATION, values={**LOCATION.values, NAME: {"rd": [7.0, 8.0]}}))

    assert (listing().organisation, listing().x) == ("De Nieuwe Brug", 7.0)


def test_a_service_that_goes_takes_its_listing_along_and_leaves_its_history():
    put(*ALL)

    assert put(removed=[SERVICE.key, VISIT.key]) == (Kind.REMOVED, Kind.REMOVED)
    assert not Listing.objects.filter(uid="s-1").exists()
    assert not Link.objects.filter(table="service", uid="s-1").exists()
    kinds = RecordChange.objects.filter(table="service", uid="s-1").order_by("id")
    assert [change.kind for change in kinds] == ["added", "removed"]


def test_each_field_says_where_it_came_from():
    put(*ALL)
    later = Origin(Source.LINK, date(2027, 1, 5), "info@brug.example")
    put(replace(SERVICE, values={**SERVICE.values, "name": "Soep en brood"}), origin=later)

    found = origins_of(StoredRecord.objects.get(table="service", uid="s-1"))
    assert found["name"] == later
    assert found["ruimbaan.planning.gate"] == ORIGIN
    change = RecordChange.objects.filter(uid="s-1").latest("id")
    assert change.fields == {"name": ["Soep", "Soep en brood"]}


def test_a_write_that_fails_leaves_nothing_behind():
    twice = replace(SERVICE, id="s-2", values={**SERVICE.values, "id": "s-2"})

    with pytest.raises(IntegrityError):
        put(*ALL, twice)  # two services with one code

    assert not StoredRecord.objects.filter(uid__in=["s-1", "s-2", "o-1"]).exists()
    assert not RecordChange.objects.filter(uid="s-1").exists()


def test_the_demo_is_put_on_the_map_once():
    assert not fill_from_files(REGION, AT)
    DirectoryState.objects.filter(pk=REGION).update(filled_from="")

    assert fill_from_files(REGION, AT)
    assert not RecordChange.objects.filter(at=AT).exists()  # nothing in it had changed


def test_the_planner_reads_what_was_just_written():
    before = queries.list_regions()[REGION]
    put(ORGANISATION, SERVICE)

    after = queries.list_regions()[REGION]
    assert "X1" not in before.world.services
    assert after.world.services["X1"].gate == "open"
    assert after.version != before.version
