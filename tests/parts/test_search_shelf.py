# SPDX-License-Identifier: EUPL-1.2
"""After a write only what changed is read again, and that is the same as reading everything."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search import renewals, shelf
from ruimbaan.parts.directory.search.filters import Filters
from ruimbaan.parts.directory.search.finding import find, listings_of
from ruimbaan.parts.directory.search.models import Renewal
from ruimbaan.parts.directory.services import write
from tests.bench.many_services import many_services

REGION = "plankstad"
ORIGIN = Origin(Source.IMPORT, date(2026, 11, 22))
AT = datetime(2026, 11, 22, tzinfo=UTC)
RECORDS = tuple(many_services(REGION, 30))
SERVICES = [one for one in RECORDS if one.table == "service"]
WORDS = ("zonnewijzer", "taalhuis", "schuldhulp", "maatje")


def put(*records: Record, removed: tuple[tuple[str, str], ...] = (), region: str = REGION) -> None:
    write(region, records, removed=removed, origin=ORIGIN, at=AT)


def told(found: shelf.Shelf) -> dict[str, Any]:
    """All that a shelf holds, without the order in which it was put there."""
    held = {one.name: getattr(found, one.name) for one in fields(found)}
    held["vocabulary"] = dict(found.vocabulary.written)
    held["week"] = [sorted(map(str, day)) for day in found.week]
    held["spots"] = sorted(found.spots)
    return held


def anew() -> shelf.Shelf:
    shelf.forget(REGION)
    return shelf.shelf_of(REGION)


changes = st.lists(
    st.tuples(
        st.integers(0, len(SERVICES) - 1),
        st.sampled_from(WORDS),
        st.sampled_from(("active", "defunct", "gone")),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@pytest.mark.django_db
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes)
def test_what_was_renewed_is_as_if_all_was_read_again(db: None, changes: Any):
    put(*RECORDS)
    anew()
    for number, word, status, is_looked_at in changes:
        one = SERVICES[number]
        if status == "gone":
            put(removed=(one.key,))
        else:
            put(Record(one.table, one.id, {**one.values, "description": word, "status": status}))
        if is_looked_at:
            shelf.shelf_of(REGION)

    assert told(shelf.shelf_of(REGION)) == told(anew())


@pytest.mark.django_db
def test_after_a_small_change_the_region_is_not_read_again():
    put(*RECORDS)
    shelf.shelf_of(REGION)
    put(Record("service", SERVICES[0].id, {**SERVICES[0].values, "description": "zonnewijzer"}))

    with CaptureQueriesContext(connection) as asked:
        shelf.shelf_of(REGION)
    assert not [one["sql"] for one in asked if "directory_search_term" in one["sql"]]

    found = find(REGION, "zonnewijzer", Filters()).listings
    assert [one.uid for one in listings_of(found)] == [SERVICES[0].id]


@pytest.mark.django_db
def test_a_large_change_is_read_whole_and_old_ones_are_forgotten(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(renewals, "MOST_LISTINGS", 20)
    monkeypatch.setattr(renewals, "KEPT", 3)
    for word in WORDS * 2:
        put(Record("service", SERVICES[0].id, {**SERVICES[0].values, "description": word}))
        shelf.shelf_of(REGION)
    assert Renewal.objects.filter(region=REGION).count() == 3

    put(*RECORDS)
    assert not Renewal.objects.filter(region=REGION).exists()
    assert len(shelf.shelf_of(REGION).places) == len(SERVICES)


@pytest.mark.django_db
def test_a_place_that_comes_in_with_the_records_of_another_region_is_found_in_its_own():
    put(*RECORDS)
    shelf.shelf_of(REGION)
    other = {**SERVICES[0].values, "id": "elsewhere", "name": "Taalhuis"}
    other[NAME] = {"region": REGION, "code": "elsewhere"}

    put(Record("service", "elsewhere", other), region="elders")

    number = Listing.objects.get(uid="elsewhere").pk
    assert number in find(REGION, "taalhuis", Filters()).listings
