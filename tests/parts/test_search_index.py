# SPDX-License-Identifier: EUPL-1.2
"""The index follows every write, and is alike on every database."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.core.directory.search.hours import spans_of
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.filters import Filters
from ruimbaan.parts.directory.search.finding import find, listings_of, why
from ruimbaan.parts.directory.search.models import Hours, Posting, Spot, Term
from ruimbaan.parts.directory.search.shelf import shelf_of
from ruimbaan.parts.directory.services import write
from tests.bench.many_services import many_services

REGION = "zoekstad"
AT = datetime(2026, 11, 22, tzinfo=UTC)
FIRST, LAST = datetime(2026, 1, 1), datetime(2027, 12, 31)  # noqa: DTZ001 -- of the place itself
ORIGIN = Origin(Source.IMPORT, date(2026, 11, 22))


def service(code: str, name: str, **more: Json) -> Record:
    values: dict[str, Json] = {
        "id": code,
        "organization_id": "o",
        "name": name,
        "status": "active",
        **more,
        NAME: {"region": REGION, "code": code},
    }
    return Record("service", code, values)


def put(*records: Record, removed: tuple[tuple[str, str], ...] = ()) -> None:
    write(REGION, records, removed=removed, origin=ORIGIN, at=AT)


def found(words: str, filters: Filters | None = None) -> list[str]:
    answer = find(REGION, words, filters or Filters())
    return [one.code for one in listings_of(answer.listings)]


def test_what_is_written_is_found_changed_and_forgotten():
    put(service("a", "Taalhuis"), service("b", "Fietsmaker", description="ook taalles"))
    assert found("taalhuis") == ["a"]
    assert found("taal") == ["a", "b"]

    put(service("a", "Naaikamer"))
    assert found("taalhuis") == []
    assert found("naaikamer") == ["a"]

    put(removed=(("service", "a"), ("service", "b")))
    assert found("") == []
    assert not Term.objects.filter(region=REGION).exists()
    assert not Posting.objects.filter(listing__region=REGION).exists()


def test_a_name_of_the_organisation_leads_to_its_services():
    put(service("a", "Spreekuur"))
    assert found("wilgenhof") == []

    put(Record("organization", "o", {"id": "o", "name": "De Wilgenhof", "description": "x"}))
    assert found("wilgenhof") == ["a"]


def test_a_write_that_fails_leaves_nothing_to_be_found():
    class Undone(Exception):
        pass

    def put_and_fail() -> None:
        with transaction.atomic():
            put(service("b", "Taalcafé"))
            assert found("taal") == ["b", "a"]
            raise Undone

    put(service("a", "Taalhuis"))
    with pytest.raises(Undone):
        put_and_fail()

    assert found("taal") == ["a"]


def test_what_is_gone_or_inactive_is_not_shown():
    put(service("a", "Taalhuis", status="defunct"), service("b", "Taalcafé"))

    assert found("taal") == ["b"]


def test_hours_are_those_of_the_service_itself_or_else_of_where_it_is():
    at: dict[str, Json] = {"id": "s", "service_id": "a", "location_id": "l"}
    place: dict[str, Json] = {"id": "l", "location_type": "physical", NAME: {"rd": [1.0, 2]}}
    monday: dict[str, Json] = {"id": "m", "location_id": "l", "byday": "MO",
                               "freq": "WEEKLY", "opens_at": "09:00", "closes_at": "17:00"}  # fmt: skip
    put(
        service("a", "Taalhuis"),
        Record("location", "l", place),
        Record("service_at_location", "s", at),
        Record("schedule", "m", monday),
    )
    on_monday = Filters(open_at=datetime(2026, 11, 23, 10, 0, tzinfo=UTC))
    assert found("", on_monday) == ["a"]
    assert Spot.objects.get(listing__code="a").y == 2

    night = {**monday, "id": "n", "location_id": "", "service_id": "a", "opens_at": "20:00",
             "closes_at": "08:00"}  # fmt: skip
    put(Record("schedule", "n", night))
    assert found("", on_monday) == []
    assert found("", Filters(open_at=datetime(2026, 11, 24, 7, 59, tzinfo=UTC))) == ["a"]


@settings(max_examples=25)
@given(st.datetimes(FIRST, LAST))
def test_the_database_and_the_core_agree_on_what_is_open(moment: datetime):
    records = [one for one in many_services(REGION, 24) if one.table == "schedule"]
    wanted = {
        one.text("service_id")
        for one in records
        if any(span.is_open(moment) for span in spans_of(one))
    }
    with transaction.atomic():
        put(*many_services(REGION, 24))
        assert Hours.objects.filter(listing__region=REGION).count() == 72
        answer = find(REGION, "", Filters(open_at=moment.replace(tzinfo=UTC)))
        open_ = {one.uid for one in listings_of(answer.listings)}
        transaction.set_rollback(True)

    assert open_ == wanted


@pytest.mark.parametrize(
    ("words", "number", "digest"),
    [
        ("schulden", 79, "efc7852434fd"),
        ("sgulden bij de vrouwen", 111, "f5a4aaf0fc8d"),
        ("koffie", 30, "534b81f75c60"),
        ("mijn man drinkt", 9, "f1e687741163"),
        ("", 150, "addf9f916f72"),
    ],
)
def test_the_order_is_the_same_on_every_database(words: str, number: int, digest: str):
    """These digests of all results in their order hold on SQLite and on PostgreSQL."""
    put(*many_services(REGION, 150))
    answer = find(REGION, words, Filters())
    uids = [one.uid for one in listings_of(answer.listings)]

    assert (len(uids), sha256(" ".join(uids).encode()).hexdigest()[:12]) == (number, digest)
    if words:
        assert all(why(answer, answer.listings).values())


def test_equals_stand_in_the_order_of_who_can_be_entered_soonest():
    put(*many_services(REGION, 60))
    shelf = shelf_of(REGION)
    waits = [
        one.wait_days for one in listings_of(sorted(shelf.soonest, key=shelf.soonest.__getitem__))
    ]

    assert waits == sorted(waits, key=lambda days: (days is None, days or 0))
    assert Listing.objects.filter(region=REGION).count() == 60
