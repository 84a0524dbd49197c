# SPDX-License-Identifier: EUPL-1.2
"""Records, what belongs to what, and what a change is."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from ruimbaan.core.directory.records.changes import (
    Change,
    FieldChange,
    Kind,
    Origin,
    Source,
    change_between,
    provenance_after,
)
from ruimbaan.core.directory.records.profile import (
    NAMESPACE,
    Fragility,
    ServiceProfile,
    made_id,
    profile_of,
    written,
)
from ruimbaan.core.directory.records.record import Json, Record, package_of
from ruimbaan.core.directory.records.summary import summary_of
from ruimbaan.core.directory.records.tables import TABLES, Type

PROFILE = ServiceProfile(
    region="waalstad",
    code="W34",
    planning={"label": {"nl": "Inloop", "en": "Drop-in"}, "gate": "open", "type": 34},
    women_only=True,
    works_with=("W01",),
    fragility=Fragility(date(2027, 1, 1), one_key_person=True),
    verified_by="coördinator",
)
SERVICE = Record(
    "service",
    "s1",
    {
        "id": "s1",
        "name": "Inloop",
        "organization_id": "o1",
        "status": "active",
        "assured_date": "2026-11-01",
        "ruimbaan": written(PROFILE),
    },
)
ORGANISATION = Record("organization", "o1", {"id": "o1", "name": "De Steiger"})
LOCATION = Record(
    "location", "l1", {"id": "l1", "ruimbaan": {"rd": [187000.0, 428500], "district": "Lindeveld"}}
)
VISIT = Record("service_at_location", "v1", {"service_id": "s1", "location_id": "l1"})
COST = Record("cost_option", "c1", {"service_id": "s1", "amount": 0})
DUTCH = Record("language", "t1", {"service_id": "s1", "code": "nl"})
ALL = package_of([SERVICE, ORGANISATION, LOCATION, VISIT, COST, DUTCH])
DEMO = Origin(Source.DEMO, date(2026, 11, 1))


def test_a_table_knows_what_must_be_filled_in_and_what_it_names():
    service = TABLES["service"]
    assert service.required == ("id", "organization_id", "name", "status")
    assert [column.refers_to for column in service.references] == ["organization", "program"]
    assert service.columns["email"].type is Type.EMAIL


def test_our_profile_survives_being_written():
    assert profile_of(SERVICE) == PROFILE
    assert written(ServiceProfile()) == {}


def test_an_odd_profile_is_read_as_nothing():
    odd = Record(
        "service", "s2", {"ruimbaan": {"planning": 3, "fragility": {"funding_until": "x"}}}
    )
    assert profile_of(odd) == ServiceProfile()


def test_a_summary_takes_from_all_that_belongs_to_the_service():
    found = summary_of(ALL, SERVICE)
    assert (found.name.en, found.organisation, found.gate) == ("Drop-in", "De Steiger", "open")
    assert (found.point, found.district) == ((187000.0, 428500.0), "Lindeveld")
    assert (found.is_free, found.languages, found.wait_days) == (True, ("nl",), 0)
    assert found.verified_on == date(2026, 11, 1)


def test_a_location_of_others_has_degrees_only_and_is_somewhere_all_the_same():
    degrees: dict[str, Json] = {"id": "l1", "latitude": 52.15517440, "longitude": 5.38720621}
    elsewhere = Record("location", "l1", degrees)

    found = summary_of(package_of([SERVICE, elsewhere, VISIT]), SERVICE)

    assert found.point is not None
    assert [round(metres) for metres in found.point] == [155_000, 463_000]
    assert found.district == ""


def test_nothing_known_of_costs_is_not_free_and_not_paid():
    assert summary_of(package_of([SERVICE]), SERVICE).is_free is None


def test_a_reference_to_what_is_not_there_is_told():
    alone = package_of([VISIT, LOCATION])
    assert alone.dangling() == ((VISIT, ("service", "s1")),)
    assert ALL.dangling() == ()


def test_a_change_goes_field_by_field_into_our_profile():
    inside: dict[str, Json] = {"ruimbaan": {"planning": {"gate": "open"}, "region": "waalstad"}}
    before = Record("service", "s1", {"name": "Inloop", **inside})
    after = Record(
        "service", "s1", {"ruimbaan": {"planning": {"gate": "inloop"}, "region": "waalstad"}}
    )
    assert change_between(before, after) == Change(
        ("service", "s1"),
        Kind.CHANGED,
        {
            "name": FieldChange("Inloop", None),
            "ruimbaan.planning.gate": FieldChange("open", "inloop"),
        },
    )
    assert change_between(before, before) is None


def test_each_field_keeps_its_own_origin():
    later = Origin(Source.LINK, date(2026, 12, 1))
    first = change_between(None, Record("phone", "p", {"number": "1", "type": "vast"}))
    second = change_between(
        Record("phone", "p", {"number": "1", "type": "vast"}), Record("phone", "p", {"number": "2"})
    )
    assert first is not None
    assert second is not None
    known = provenance_after({}, first, DEMO)
    assert known == {"number": DEMO, "type": DEMO}
    assert provenance_after(known, second, later) == {"number": later}


def test_made_ids_are_the_same_every_time():
    assert made_id("waalstad", "service", "W34") == made_id("waalstad", "service", "W34")
    assert made_id("waalstad", "service", "W34") != made_id("grachtstad", "service", "W34")
    expected = uuid5(UUID(bytes=NAMESPACE), "waalstad/service/W34")
    assert made_id("waalstad", "service", "W34") == str(expected)
