# SPDX-License-Identifier: EUPL-1.2
"""Where maps are kept ready, a reader never waits for one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from threading import Event

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ruimbaan.core.directory.metro.boxes import Side
from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory.models import StoredRecord
from ruimbaan.parts.directory.network import queries
from ruimbaan.parts.directory.network.keeping import Keeper
from ruimbaan.parts.directory.network.models import KeptMap
from ruimbaan.parts.directory.network.services import place_station
from ruimbaan.parts.directory.regions import list_regions
from ruimbaan.parts.directory.services import write

pytestmark = pytest.mark.django_db
REGION = "waalstad"


@pytest.fixture
def keeper() -> Iterator[Keeper]:
    queries._sheets.cache_clear()  # other tests took back what they kept
    found = Keeper({}, Event())
    found.look()
    yield found
    queries._ready.clear()


def change(**values: object) -> None:
    row = StoredRecord.objects.filter(region=REGION, table="service").order_by("uid")[0]
    record = Record("service", row.uid, {**row.values, **values})  # type: ignore[dict-item]
    origin = Origin(Source.IMPORT, date(2026, 11, 22))
    write(REGION, [record], origin=origin, at=datetime(2026, 11, 22, tzinfo=UTC))


def test_after_a_change_a_reader_gets_the_map_of_a_moment_ago_and_then_the_new_one(keeper: Keeper):
    before = queries.find_map(list_regions()[REGION])
    change(status="defunct")

    assert queries.find_map(list_regions()[REGION]) is before
    assert keeper.look()
    assert queries.find_map(list_regions()[REGION]) is not before
    assert not keeper.look()


def test_what_is_not_planned_with_does_not_make_the_deadlocks_be_looked_for_again(keeper: Keeper):
    kept = KeptMap.objects.get(region=REGION, part="").version
    change(description="een ander nummer")
    keeper.look()
    assert KeptMap.objects.get(region=REGION, part="").version == kept

    change(status="defunct")
    keeper.look()
    assert KeptMap.objects.get(region=REGION, part="").version != kept


def test_a_correction_is_seen(keeper: Keeper):
    place_station(list_regions()[REGION], "W25", column=3, row=0, side=Side.SE)

    assert keeper.look()


def test_a_reader_reads_nothing_of_the_map(keeper: Keeper):
    client = Client()
    client.get(f"/kaart/{REGION}")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/kaart/{REGION}").status_code == 200

    assert not [one for one in asked if "keptmap" in one["sql"]]
