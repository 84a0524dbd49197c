# SPDX-License-Identifier: EUPL-1.2
"""JSON of any shape becomes rows, and what stands inside a record names it."""

from __future__ import annotations

from typing import Any

import pytest

from ruimbaan.core.directory.records.flattening import content_of, table_like, table_named
from ruimbaan.core.directory.records.nesting import nested, nested_package
from ruimbaan.core.directory.records.record import Record, package_of
from ruimbaan.core.directory.records.rows import Place

FILE = Place("hsds.json", path="$")
SERVICE = {"id": "s", "name": "Inloop", "status": "active"}


def rows(document: Any) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in content_of(document, FILE).rows:
        found.setdefault(row.table, []).append(dict(row.values))
    return found


def test_a_phone_inside_a_service_names_it():
    found = rows({**SERVICE, "phones": [{"id": "p", "number": "1"}]})

    assert found["phone"] == [{"service_id": "s", "id": "p", "number": "1"}]


def test_an_organisation_inside_a_service_is_named_by_it():
    found = rows({**SERVICE, "organization": {"id": "o", "name": "O", "description": "O"}})

    assert found["service"][0]["organization_id"] == "o"


def test_what_a_record_says_itself_stands():
    inside = {"id": "p", "number": "1", "service_id": "other"}

    assert rows({**SERVICE, "phones": [inside]})["phone"][0]["service_id"] == "other"


def test_an_attribute_says_of_which_table_it_is():
    found = rows({**SERVICE, "attributes": [{"id": "a", "taxonomy_term_id": "t"}]})

    assert found["attribute"][0]["link_entity"] == "service"
    assert found["attribute"][0]["link_id"] == "s"


def test_a_list_that_holds_more_than_records_stays_where_it_is():
    assert rows({**SERVICE, "phones": ["06", {"id": "p"}]}) == {
        "service": [{**SERVICE, "phones": ["06", {"id": "p"}]}]
    }


@pytest.mark.parametrize(
    "document",
    [
        SERVICE,
        [SERVICE],
        {"contents": [SERVICE], "total_items": 1},
        {"services": [SERVICE]},
        {"services.csv": [SERVICE]},
        {"service": [SERVICE]},
    ],
)
def test_every_shape_a_service_comes_in(document: Any):
    assert rows(document) == {"service": [SERVICE]}


@pytest.mark.parametrize("document", [None, 5, "text", {}, [[]], {"a": 1}])
def test_what_is_no_record_is_said_to_be_none(document: Any):
    found = content_of(document, FILE)

    assert found.rows == ()
    assert len(found.loose) == 1


def test_tables_go_by_three_names():
    names = ("service", "services", "services.csv", "services.json")

    assert {table_named(name) for name in names} == {"service"}
    assert table_named("vacatures.csv") is None
    assert table_like({"kleur": "rood"}) is None


def test_nobody_stands_inside_himself_and_nobody_is_left_out():
    package = package_of(
        [
            Record("organization", "o", {"id": "o", "name": "O"}),
            Record("service", "s", {**SERVICE, "organization_id": "o"}),
            Record("service", "t", {**SERVICE, "id": "t", "organization_id": "gone"}),
        ]
    )

    whole = nested(package, package.records["service", "s"])

    assert whole == {**SERVICE, "organization": {"id": "o", "name": "O"}}
    assert nested_package(package) == {
        "organization": [{"id": "o", "name": "O", "services": [SERVICE]}],
        "service": [{**SERVICE, "id": "t", "organization_id": "gone"}],
    }
