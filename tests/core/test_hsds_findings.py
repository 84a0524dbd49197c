# SPDX-License-Identifier: EUPL-1.2
"""One fault planted at a time in a directory that is in order: found, in its place, with a reason
and an advice in both languages, and nothing else found."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from ruimbaan.core.directory.records.flattening import content_of
from ruimbaan.core.directory.records.rows import Content, Place, Row
from ruimbaan.core.directory.validation.catalogue import kinds
from ruimbaan.core.directory.validation.finding import Finding
from ruimbaan.core.directory.validation.judging import judge
from ruimbaan.core.directory.validation.references import find_dangling, missing_keys

TODAY = date(2026, 11, 22)
FILE = Place("hsds.json", path="$")


def uid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


GOOD: Any = {
    "organization": [{"id": uid(1), "name": "Stichting Kade", "description": "Helpt."}],
    "service": [
        {
            "id": uid(2),
            "organization_id": uid(1),
            "name": "Inloop",
            "status": "active",
            "email": "inloop@kade.example",
            "url": "https://kade.example/inloop",
            "minimum_age": 18,
            "maximum_age": 99,
            "assured_date": "2026-11-01",
            "last_modified": "2026-11-01T09:30:00+01:00",
            "ruimbaan": {"region": "waalstad", "code": "W01", "fragility": {}},
        }
    ],
    "location": [
        {
            "id": uid(3),
            "location_type": "physical",
            "latitude": 51.84,
            "longitude": 5.86,
            "ruimbaan": {"rd": [187000, 428000]},
        }
    ],
    "service_at_location": [{"id": uid(4), "service_id": uid(2), "location_id": uid(3)}],
    "phone": [{"id": uid(5), "service_id": uid(2), "number": "+31 24 123 45 67"}],
    "schedule": [
        {
            "id": uid(6),
            "service_id": uid(2),
            "valid_from": "2026-01-01",
            "valid_to": "2026-12-31",
            "opens_at": "22:00",
            "closes_at": "06:00",
            "timezone": 1,
            "freq": "WEEKLY",
            "interval": 1,
            "byday": "MO,2TU",
        }
    ],
    "cost_option": [{"id": uid(7), "service_id": uid(2), "amount": 2.5, "currency": "EUR"}],
    "language": [{"id": uid(8), "service_id": uid(2), "code": "rif", "name": "Tarifit"}],
    "address": [
        {
            "id": uid(9),
            "location_id": uid(3),
            "address_1": "Kade 1",
            "city": "Waalstad",
            "state_province": "Gelderland",
            "postal_code": "6511 AB",
            "country": "NL",
            "address_type": "physical",
        }
    ],
    "taxonomy": [{"id": uid(10), "name": "Zoekwoorden", "description": "Van ons."}],
    "taxonomy_term": [
        {"id": uid(11), "name": "wonen", "description": "wonen", "taxonomy_id": uid(10)}
    ],
    "attribute": [
        {
            "id": uid(12),
            "link_id": uid(2),
            "link_entity": "service",
            "taxonomy_term_id": uid(11),
        }
    ],
}

# Code, table, column, what stands there instead. None: nothing.
PLANTED: list[tuple[str, str, str, Any]] = [
    # the five of every validator
    ("RB-KRT-046", "service", "email", "inloop.kade.example"),
    ("RB-KRT-047", "service", "url", "/inloop"),
    ("RB-KRT-048", "location", "latitude", 100),
    ("RB-KRT-023", "service", "status", "open"),
    ("RB-KRT-022", "service", "name", None),
    # and ours
    ("RB-KRT-020", "phone", "id", None),
    ("RB-KRT-021", "phone", "id", "x" * 65),
    ("RB-KRT-021", "phone", "service_id", "met spatie"),
    ("RB-KRT-022", "phone", "number", ""),
    ("RB-KRT-024", "service", "name", {"nl": "Inloop"}),
    ("RB-KRT-025", "service", "name", "In\0loop"),
    ("RB-KRT-025", "service", "name", "In\ud800loop"),
    ("RB-KRT-032", "service", "ruimbaan", {"code": "met spatie"}),
    ("RB-KRT-033", "service", "ruimbaan", "tekst"),
    ("RB-KRT-040", "cost_option", "id", "kosten-7"),
    ("RB-KRT-041", "phone", "service_id", uid(99)),
    ("RB-KRT-042", "service", "minimum_age", "achttien"),
    ("RB-KRT-043", "schedule", "valid_from", "1-1-2026"),
    ("RB-KRT-043", "schedule", "valid_from", "2026-02-30"),
    ("RB-KRT-043", "service", "ruimbaan", {"fragility": {"funding_until": "2027"}}),
    ("RB-KRT-044", "schedule", "opens_at", "25:00"),
    ("RB-KRT-045", "service", "last_modified", "gisteren"),
    ("RB-KRT-047", "service", "url", "javascript:alert(1)"),
    ("RB-KRT-049", "location", "longitude", -181),
    ("RB-KRT-050", "location", "longitude", None),
    ("RB-KRT-053", "location", "ruimbaan", {"rd": [5.86, 51.84]}),
    ("RB-KRT-054", "schedule", "valid_to", "2025-12-31"),
    ("RB-KRT-055", "schedule", "closes_at", "13:00"),
    ("RB-KRT-056", "service", "minimum_age", 100),
    ("RB-KRT-057", "service", "minimum_age", -1),
    ("RB-KRT-058", "cost_option", "amount", -2.5),
    ("RB-KRT-059", "cost_option", "currency", "EURO"),
    ("RB-KRT-060", "language", "code", "xx"),
    ("RB-KRT-061", "phone", "number", "bel maar"),
    ("RB-KRT-062", "address", "postal_code", "65 11AB"),
    ("RB-KRT-063", "address", "country", "Nederland"),
    ("RB-KRT-064", "service", "name", "In\x07loop"),
    ("RB-KRT-065", "service", "description", "a" * 10_001),
    ("RB-KRT-066", "service", "description", "Kom <script>alert(1)</script>"),
    ("RB-KRT-067", "location", "location_type", "mobile"),
    ("RB-KRT-068", "service", "organization_id", None),
    ("RB-KRT-069", "service", "name", 2),
    ("RB-KRT-070", "service", "wachtlijst", "ja"),
    ("RB-KRT-072", "schedule", "timezone", 15),
    ("RB-KRT-073", "schedule", "byday", "MA,DI"),
    ("RB-KRT-074", "attribute", "link_entity", "dienst"),
    ("RB-KRT-075", "service", "assured_date", "2026-11-23"),
    ("RB-KRT-076", "language", "service_id", None),
    ("RB-KRT-077", "service", "name", "In\u202eloop"),
    ("RB-KRT-079", "service", "ruimbaan", {"women_only": "yes"}),
    ("RB-KRT-080", "schedule", "interval", 0),
    ("RB-KRT-081", "organization", "parent_organization_id", uid(98)),
]
NAMELESS: Any = {"id": uid(5), "service_id": uid(2)}
# What comes along with a code: a script in an address is told as well.
ALONG = {"RB-KRT-047": {"RB-KRT-066"}}


def findings(document: Any) -> tuple[Finding, ...]:
    judged = judge(content_of(document, FILE), TODAY)
    dangling = find_dangling(judged.records, missing_keys(judged.records), judged.places)
    return (*judged.findings, *dangling)


def test_a_directory_in_order_has_no_findings():
    assert findings(GOOD) == ()


@pytest.mark.parametrize(("code", "table", "column", "value"), PLANTED)
def test_a_planted_fault_is_found_in_its_place(code: str, table: str, column: str, value: Any):
    document = copy.deepcopy(GOOD)
    if value is None:
        del document[table][0][column]
    else:
        document[table][0][column] = value

    found = findings(document)

    codes = {finding.kind.code for finding in found}
    own = [finding for finding in found if finding.kind.code == code]
    assert own, codes
    assert codes - {code} <= ({"RB-KRT-041"} if own[0].refuses else ALONG.get(code, set()))
    assert str(own[0].place).startswith(f"hsds.json $.{table}[0]")
    assert column in own[0].place.column
    for finding in found:
        dutch, english = finding.explain("nl"), finding.explain("en")
        assert dutch.cause != english.cause
        assert dutch.advice != english.advice
        assert "{" not in dutch.cause + dutch.advice + english.cause + english.advice


def test_swapped_latitude_and_longitude():
    document = copy.deepcopy(GOOD)
    document["location"][0] |= {"latitude": 5.86, "longitude": 51.84}

    assert [finding.kind.code for finding in findings(document)] == ["RB-KRT-051"]


def test_the_same_id_with_another_name_is_set_aside():
    document = copy.deepcopy(GOOD)
    document["service"].append(document["service"][0] | {"name": "Uitloop"})

    (finding,) = findings(document)

    assert finding.kind.code == "RB-KRT-026"
    assert str(finding.place) == "hsds.json $.service[1].name"
    assert "hsds.json $.service[0]" in finding.explain("nl").cause


def test_the_same_record_told_twice_is_one():
    document = copy.deepcopy(GOOD)
    document["service"].append(dict(document["service"][0]))
    document["service"].append({"id": uid(2), "alert": "Dicht met kerst."})

    judged = judge(content_of(document, FILE), TODAY)

    (service,) = [record for record in judged.records if record.table == "service"]
    assert judged.findings == ()
    assert service.values["alert"] == "Dicht met kerst."
    assert service.values["name"] == "Inloop"


def test_something_that_is_no_record_is_kept_apart():
    judged = judge(content_of({**GOOD, "phone": ["31", NAMELESS]}, FILE), TODAY)

    assert [one.kind.code for one in judged.findings] == ["RB-KRT-022", "RB-KRT-028"]
    assert [one.content for one in judged.refused] == [NAMELESS, "31"]


def test_a_table_nobody_knows_is_kept_and_said():
    judged = judge(content_of({**GOOD, "vacatures": [{"uur": 3}]}, FILE), TODAY)

    assert [one.kind.code for one in judged.findings] == ["RB-KRT-071"]
    assert judged.foreign == {"vacatures": [{"uur": 3}]}


def test_a_row_with_too_many_cells_is_kept_whole_in_what_is_set_aside():
    row = Row("phone", {"id": uid(5), "number": "1"}, Place("phones.csv", 2), ("over",))

    judged = judge(Content((row,)), TODAY)

    assert [one.kind.code for one in judged.findings] == ["RB-KRT-027"]
    assert judged.refused[0].content == {
        "values": {"id": uid(5), "number": "1"},
        "surplus": ["over"],
    }


def test_a_fault_in_ten_copies_of_one_phone_is_told_once():
    document = copy.deepcopy(GOOD)
    document["service"][0]["phones"] = [{"id": uid(5), "number": "bel maar"}]
    document["phone"][0]["number"] = "bel maar"

    assert [one.kind.code for one in findings(document)] == ["RB-KRT-061"]


def test_every_kind_but_those_that_need_the_database_is_planted():
    """029, 030, 031, 078 and 082 compare with what is in the directory: tests/parts has them."""
    elsewhere = {f"RB-KRT-{number:03}" for number in (26, 27, 28, 29, 30, 31, 51, 71, 78, 82)}

    assert {kind.code for kind in kinds()} == {code for code, *_ in PLANTED} | elsewhere
