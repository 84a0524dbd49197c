# SPDX-License-Identifier: EUPL-1.2
"""Doubles in the database: found once, judged by people, made one as a whole."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from ruimbaan.core.directory.duplicates.merging import MERGED
from ruimbaan.core.directory.duplicates.reasons import Reason
from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json, Record
from ruimbaan.parts.directory.duplicates.errors import NoSuchService, OneAndTheSame
from ruimbaan.parts.directory.duplicates.models import Verdict
from ruimbaan.parts.directory.duplicates.queries import list_open, waiting
from ruimbaan.parts.directory.duplicates.services import look, make_one, say_not_same
from ruimbaan.parts.directory.models import Listing, RecordChange, StoredRecord
from ruimbaan.parts.directory.services import write

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
REGION = "dubbelstad"


def record(table: str, uid: str, **values: Json) -> Record:
    return Record(table, uid, {"id": uid, **values})


def service(uid: str, name: str, **values: Json) -> Record:
    profile: Json = {"region": REGION, "code": uid.upper()}
    return record("service", uid, name=name, status="active", **{NAME: profile}, **values)


@pytest.fixture(autouse=True)
def directory(db: None) -> None:
    records = (
        service("s-1", "Inloophuis De Brug", email="info@brug.example"),
        service("s-2", "De Brug, inloop", description="Koffie en een praatje"),
        service("s-3", "Schuldhulp aan huis", email="schuld@brug.example"),
        record("phone", "p-1", service_id="s-1", number="024-1234501"),
        record("phone", "p-2", service_id="s-2", number="+31 24 1234501"),
        record("language", "t-2", service_id="s-2", code="ar"),
    )
    write(REGION, records, origin=Origin(Source.IMPORT, date(2026, 11, 1), "lijst.csv"), at=AT)


def test_a_double_is_found_with_its_reasons():
    (found,) = look(REGION, AT)

    assert {found.one.code, found.other.code} == {"S-1", "S-2"}
    assert Reason.PHONE in found.reasons


def test_the_same_directory_is_not_looked_through_twice(django_assert_max_num_queries):
    first = look(REGION, AT)

    with django_assert_max_num_queries(6):  # two of them for the transaction
        assert look(REGION, AT) == first


def test_a_coordinator_has_it_in_the_queue():
    look(REGION, AT)

    (item,) = waiting(REGION)

    assert item.code == "S-1"
    assert "S-2 De Brug, inloop" in item.note
    assert "hetzelfde telefoonnummer" in item.note


def test_what_is_not_the_same_is_not_asked_again_also_after_a_change():
    look(REGION, AT)

    say_not_same(REGION, "S-2", "s-1", AT)

    changed = service("s-2", "De Brug, inloop", description="Ook thee")
    write(REGION, [changed], origin=Origin(Source.COORDINATOR, AT.date()), at=AT)
    assert look(REGION, AT) == ()


def test_made_one_everything_is_there_and_points_to_the_one_that_stays():
    look(REGION, AT)

    make_one(REGION, "S-1", "S-2", AT)

    stays = StoredRecord.objects.get(table="service", uid="s-1")
    assert stays.values["description"] == "Koffie en een praatje"
    assert stays.values[MERGED][0]["values"]["name"] == "De Brug, inloop"
    assert stays.values[MERGED][0]["provenance"]["name"]["note"] == "lijst.csv"
    assert stays.provenance["description"]["note"] == "double s-2"
    assert stays.provenance["email"]["note"] == "lijst.csv"
    children = StoredRecord.objects.filter(region=REGION, table__in=("phone", "language"))
    assert {child.values["service_id"] for child in children} == {"s-1"}
    assert not Listing.objects.filter(uid="s-2").exists()
    assert RecordChange.objects.filter(uid="s-2", kind="removed").exists()
    assert Verdict.objects.get().said == Verdict.Said.SAME
    assert list_open(REGION) == ()


@pytest.mark.parametrize(
    ("kept", "gone", "error"),
    [("S-1", "S-9", NoSuchService), ("S-1", "s-1", OneAndTheSame)],
)
def test_what_cannot_be_made_one_changes_nothing(kept, gone, error):
    before = RecordChange.objects.count()

    with pytest.raises(error):
        make_one(REGION, kept, gone, AT)

    assert RecordChange.objects.count() == before
    assert not Verdict.objects.exists()


def test_a_service_of_another_region_is_not_there():
    with pytest.raises(NoSuchService):
        say_not_same("waalstad", "S-1", "S-2", AT)
