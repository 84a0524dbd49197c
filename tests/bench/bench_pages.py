# SPDX-License-Identifier: EUPL-1.2
"""How long the server works on a page that anyone may open, once its first reader has been there."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from threading import Event
from time import process_time

import pytest
from django.test import Client

from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory.models import StoredRecord
from ruimbaan.parts.directory.network import queries
from ruimbaan.parts.directory.network.keeping import Keeper
from ruimbaan.parts.directory.regions import list_regions
from ruimbaan.parts.directory.services import write

pytestmark = pytest.mark.django_db

MOST = 0.2  # seconds of work
PATHS = (
    "/",
    "/route/voorbeeld",
    "/route/voorbeeld/klem",
    "/routecheck/voorbeeld/karim",
    "/regels",
    "/steun/waalstad",
    "/steun/waalstad?zoek=schulden",
    "/kaart/waalstad",
    "/hsds/services?full=true",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_page_answers_at_once(path: str):
    client = Client()
    client.get(path)
    started = process_time()
    assert client.get(path).status_code == 200
    seconds = process_time() - started

    sys.stdout.write(f"\n{path}: {seconds * 1000:.0f} ms\n")
    assert seconds <= MOST


def test_the_map_is_there_at_once_for_the_first_reader_after_a_change():
    """Only to have the map: drawing it is measured in bench_metro, the page above."""
    keeper = Keeper({}, Event())
    keeper.look()
    row = StoredRecord.objects.filter(region="waalstad", table="service").order_by("uid")[0]
    record = Record("service", row.uid, {**row.values, "status": "defunct"})
    at = datetime(2026, 11, 22, tzinfo=UTC)
    write("waalstad", [record], origin=Origin(Source.IMPORT, date(2026, 11, 22)), at=at)
    region = list_regions()["waalstad"]
    seconds = []
    for made_ready in (False, True):
        started = process_time()
        if made_ready:
            keeper.look()
            sys.stdout.write(f"\nmade ready beside the readers: {process_time() - started:.1f} s\n")
            started = process_time()
        assert queries.find_map(region) is not None
        seconds.append(process_time() - started)
    queries._ready.clear()

    sys.stdout.write(f"a reader waits {max(seconds) * 1000:.1f} ms\n")
    assert max(seconds) <= 0.02
