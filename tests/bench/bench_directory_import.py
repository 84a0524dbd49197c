# SPDX-License-Identifier: EUPL-1.2
"""How long an import of ten thousand services takes: a zip with tables, into an empty region."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import django
import pytest

from ruimbaan.core.directory.records.profile import NAME, made_id
from ruimbaan.core.directory.records.record import Record, package_of
from ruimbaan.integrations.hsds.reading import read_path
from ruimbaan.integrations.hsds.storing import store
from ruimbaan.integrations.hsds.writing import FORMS, Form

django.setup()

from ruimbaan.parts.directory.exchange.services import apply, preview  # noqa: E402
from ruimbaan.parts.directory.models import Listing  # noqa: E402

SERVICES = 10_000
MOST_SECONDS = 60  # of work: on a machine that does nothing else, that is how long it takes
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def record(table: str, number: int, /, **values: Any) -> Record:
    uid = made_id("waalstad", table, f"bench {number}")
    return Record(table, uid, {"id": uid, **values})


def records(services: int) -> Iterator[Record]:
    """Three services for each organisation, each with a place of its own."""
    for number in range(services):
        organisation = record(
            "organization", number // 3, name=f"Stichting {number // 3}", description="Helpt."
        )
        if number % 3 == 0:
            yield organisation
        service = record(
            "service",
            number,
            organization_id=organisation.id,
            name=f"Inloop {number}",
            status="active",
            description="Koffie, een praatje en hulp bij post. Je hoeft je niet aan te melden. "
            * 3,
            email="inloop@example.org",
            minimum_age=18,
            **{NAME: {"region": "waalstad", "code": f"b{number}"}},
        )
        location = record(
            "location",
            number,
            location_type="physical",
            name="Buurthuis",
            latitude=51.8 + number / 100_000,
            longitude=5.8,
            **{NAME: {"rd": [187_000 + number % 5_000, 428_000], "district": "Oost"}},
        )
        yield service
        yield location
        yield record(
            "address",
            number,
            location_id=location.id,
            address_1=f"Kade {number}",
            city="Waalstad",
            state_province="Gelderland",
            postal_code="6511 AB",
            country="NL",
            address_type="physical",
        )
        yield record("service_at_location", number, service_id=service.id, location_id=location.id)
        yield record("phone", number, service_id=service.id, number=f"+31 24 {number:07}")
        yield record(
            "schedule",
            number,
            service_id=service.id,
            freq="WEEKLY",
            byday="MO,TU",
            opens_at="09:00",
            closes_at="17:00",
        )
        yield record("language", number, service_id=service.id, code="nl", name="Nederlands")
        yield record("cost_option", number, service_id=service.id, amount=0, currency="EUR")


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["csv", "json"])
def test_import_of_ten_thousand_services(form: Form, tmp_path: Path):
    path = tmp_path / ("hsds.zip" if form == "csv" else "hsds.json")
    store(FORMS[form](package_of(records(SERVICES)), {}), path)
    sizes, started, worked = {}, perf_counter(), process_time()

    content = read_path(path)
    sizes["read"] = perf_counter() - started
    looked = preview("waalstad", content, source=path.name, today=TODAY)
    sizes["look"] = perf_counter() - started
    apply(looked, NOW)
    sizes["store"] = perf_counter() - started

    worked_for = process_time() - worked

    told = " · ".join(f"{name} {seconds:.1f}" for name, seconds in sizes.items())
    sys.stdout.write(
        f"\n{form}: {len(looked.records)} records, {path.stat().st_size / 1e6:.1f} MB;"
        f" after {told} s; {worked_for:.1f} s of work\n"
    )
    assert looked.refused == ()
    assert Listing.objects.filter(code__startswith="b").count() >= SERVICES
    assert worked_for <= MOST_SECONDS
