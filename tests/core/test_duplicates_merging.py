# SPDX-License-Identifier: EUPL-1.2
"""Two records become one, and all that both had is still there."""

from __future__ import annotations

from typing import Any

import pytest

from ruimbaan.core.directory.duplicates.merging import MERGED, merge
from ruimbaan.core.directory.records.profile import NAME
from ruimbaan.core.directory.records.record import Json, Record


def record(table: str, uid: str, **values: Any) -> Record:
    return Record(table, uid, {"id": uid, **values})


KEPT = record("service", "a", name="De Brug", email="info@brug.example", **{NAME: {"code": "BRUG"}})
GONE = record(
    "service",
    "b",
    name="Inloophuis De Brug",
    description="Koffie",
    **{NAME: {"code": "IDB", "women_only": True}},
)
PHONE = record("phone", "p", service_id="b", number="024-1")
ORIGINS: dict[str, Json] = {"name": {"source": "import", "on": "2026-11-01"}}


def test_what_only_the_other_had_is_filled_in():
    merged = merge(KEPT, GONE, (), ORIGINS)

    (stays,) = merged.records
    assert stays.values["name"] == "De Brug"
    assert stays.values["description"] == "Koffie"
    assert stays.values[NAME] == {"code": "BRUG", "women_only": True}
    assert merged.removed == (("service", "b"),)


def test_what_both_had_is_kept_with_where_it_came_from():
    (stays,) = merge(KEPT, GONE, (), ORIGINS).records

    assert stays.values[MERGED] == [{"id": "b", "values": dict(GONE.values), "provenance": ORIGINS}]


def test_one_that_took_up_others_before_hands_them_on():
    (second,) = merge(GONE, record("service", "c", name="Brug"), (), {}).records

    (stays,) = merge(KEPT, second, (), {}).records

    took = stays.values[MERGED]
    assert isinstance(took, list)
    assert [one["id"] for one in took if isinstance(one, dict)] == ["c", "b"]


def test_all_that_named_it_names_the_other():
    term = record("attribute", "t", link_entity="service", link_id="b", taxonomy_term_id="x")
    friend = record("service", "f", **{NAME: {"code": "F", "works_with": ["IDB", "BRUG", "Z"]}})

    merged = merge(KEPT, GONE, (PHONE, term, friend), {})

    written = {one.id: one.values for one in merged.records}
    assert written["p"]["service_id"] == "a"
    assert written["t"]["link_id"] == "a"
    assert written["f"][NAME] == {"code": "F", "works_with": ["BRUG", "Z"]}


def test_what_both_had_the_very_same_is_there_once():
    same = record("phone", "q", service_id="a", number="024-1")

    merged = merge(KEPT, GONE, (PHONE, same), {})

    assert merged.removed == (("service", "b"), ("phone", "p"))
    assert [one.id for one in merged.records] == ["a"]


def test_what_names_neither_is_left_alone():
    other = record("phone", "r", service_id="z", number="024-1")

    assert len(merge(KEPT, GONE, (other,), {}).records) == 1


@pytest.mark.parametrize("other", [KEPT, record("organization", "b")])
def test_one_thing_or_two_kinds_cannot_become_one(other):
    with pytest.raises(ValueError, match="cannot become one"):
        merge(KEPT, other, (), {})
