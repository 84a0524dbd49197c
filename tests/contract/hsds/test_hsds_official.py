# SPDX-License-Identifier: EUPL-1.2
"""HSDS 3.0's own examples come in whole; what we write is what its schemas ask for."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from ruimbaan.core.directory.records.nesting import nested
from ruimbaan.core.directory.records.record import Package, package_of
from ruimbaan.core.directory.records.shape import MANY, ONE
from ruimbaan.core.directory.records.tables import BY_FILE, TABLES
from ruimbaan.core.directory.validation import kinds_kept
from ruimbaan.core.directory.validation.judging import Judged, judge
from ruimbaan.core.directory.validation.references import find_dangling, missing_keys
from ruimbaan.integrations.hsds.reading import read_path
from ruimbaan.integrations.hsds.writing import FORMS
from tests.contract.hsds.official_files import EXAMPLES, data_package, example, faults, schema

TODAY = date(2026, 11, 22)
WITH_RECORDS = sorted(path.name for path in EXAMPLES.glob("*.json") if path.name != "base.json")
FULL = (
    ("service_full.json", "service", "compiled/service"),
    ("organization_full.json", "organization", "compiled/organization"),
    ("service_at_location_full.json", "service_at_location", "compiled/service_at_location"),
    ("location.json", "location", "location"),
    ("taxonomy_term.json", "taxonomy_term", "taxonomy_term"),
    ("taxonomy.json", "taxonomy", "taxonomy"),
)
SAY_OTHERWISE = (  # stand in a service, and say that they belong to "link_entity" and to a location
    ".attributes[ae58cc39-8b70-4ab1-8aea-786882e5ac8e]",
    ".metadata[6cd71e9f-1013-49d9-8370-26b8f59d3e5a]",
)
LISTS = (
    ("service_list.json", "service", "compiled/service_list"),
    ("organization_list.json", "organization", "compiled/organization_list"),
    ("service_at_location_list.json", "service_at_location", "compiled/service_at_location_list"),
)


def judged(name: str) -> Judged:
    return judge(read_path(EXAMPLES / name), TODAY)


def package(name: str) -> Package:
    return package_of(judged(name).records)


@pytest.mark.parametrize("name", [*WITH_RECORDS, "csv"])
def test_every_example_comes_in_with_nothing_refused(name: str):
    found = judged(name)

    assert found.records
    assert found.refused == ()


def test_the_tabular_package_has_four_dangling_keys_and_loses_no_row():
    found = judged("csv")

    dangling = list(find_dangling(found.records, missing_keys(found.records), found.places))
    demanded = [one for one in dangling if one.kind is kinds_kept.DANGLING]
    assert sorted(f"{one.place}" for one in demanded) == [
        "contacts.csv:2 organization_id",
        "contacts.csv:2 service_at_location_id",
        "locations.csv:2 organization_id",
        "taxonomy_terms.csv:2 taxonomy_id",
    ]
    assert len(found.records) == len(TABLES)


@pytest.mark.parametrize(("name", "table", "_"), FULL)
def test_a_full_example_comes_out_as_it_went_in(name: str, table: str, _: str):
    records = package(name)
    before = example(name)

    after = nested(records, records.of(table)[0])

    assert [fault for fault in not_in(before, after) if not fault.endswith(SAY_OTHERWISE)] == []


@pytest.mark.parametrize(("name", "table", "kind"), FULL)
def test_what_we_nest_is_what_the_official_schema_asks_for(name: str, table: str, kind: str):
    records = package(name)
    before = faults(kind, example(name))

    after = faults(kind, nested(records, records.of(table)[0]))

    assert after == before


@pytest.mark.parametrize(("name", "table", "kind"), LISTS)
def test_a_row_of_a_list_is_what_the_official_schema_asks_for(name: str, table: str, kind: str):
    records = package(name)
    before = faults(kind, example(name)["contents"][0])

    after = nested(records, records.of(table)[0], full=False)

    assert faults(kind, after) == before
    assert not_in(example(name)["contents"][0], after) == []


def test_our_tables_of_what_lies_in_what_are_those_of_the_schemas():
    for table in TABLES:
        official = schema(table)["properties"]
        ours = {**dict.fromkeys(MANY[table], "array"), **dict.fromkeys(ONE.get(table, {}))}
        theirs = {
            name: found.get("type")
            for name, found in official.items()
            if "$ref" in found or "$ref" in found.get("items", {})
        }
        only_in_the_compiled = {"organization": {"services"}, "service_at_location": {"service"}}
        assert ours.keys() - only_in_the_compiled.get(table, set()) == theirs.keys(), table


@pytest.mark.parametrize("form", ["json", "flat"])
def test_json_export_of_every_example_is_valid(form: Any):
    for name in WITH_RECORDS:
        (content,) = FORMS[form](package(name), {}).values()
        for key, trees in json.loads(content).items():
            table = BY_FILE[key].name if form == "flat" else key
            official = table if form == "flat" or table not in COMPILED else f"compiled/{table}"
            for tree in trees:
                assert without_latitude(faults(official, tree)) == [], (name, key)


COMPILED = ("organization", "service", "service_at_location")


def test_tabular_export_is_what_the_official_data_package_describes():
    files = FORMS["csv"](package("csv"), {})
    resources = {found["path"]: found for found in data_package()["resources"]}

    for name, content in files.items():
        if name == "datapackage.json":
            continue
        header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
        fields = resources[name]["schema"]["fields"]
        assert set(header) == {field["name"] for field in fields}
        required = [f["name"] for f in fields if f["constraints"].get("required")]
        for row in rows:
            values = dict(zip(header, row, strict=True))
            assert all(values[column] for column in required), name


def test_our_data_package_describes_the_files_beside_it():
    files = FORMS["csv"](package("csv"), {})
    described = json.loads(files["datapackage.json"])["resources"]

    assert {found["path"] for found in described} | {"datapackage.json"} == files.keys()
    for found in described:
        header = next(csv.reader(io.StringIO(files[found["path"]].decode(), newline="")))
        assert [field["name"] for field in found["schema"]["fields"]] == header


def not_in(before: Any, after: Any, path: str = "$") -> list[str]:
    """What of `before` is not in `after`; lists are compared by the ids of their records."""
    if isinstance(before, dict):
        if not isinstance(after, dict):
            return [path]
        return [
            fault
            for name, value in before.items()
            if value not in ([], "", None)
            for fault in not_in(value, after.get(name), f"{path}.{name}")
        ]
    if isinstance(before, list):
        known = {item["id"]: item for item in after or ()}
        return [
            fault
            for item in before
            for fault in not_in(item, known.get(item["id"]), f"{path}[{item['id']}]")
        ]
    return [] if before == after else [f"{path}: {before!r} is {after!r}"]


def without_latitude(found: list[str]) -> list[str]:
    """The official example stands at latitude 100, which its own schema refuses."""
    return [fault for fault in found if "latitude: 100" not in fault]
