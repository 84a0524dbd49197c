# SPDX-License-Identifier: EUPL-1.2
"""What an initiative tells becomes records, and what it did not touch stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.joining.becoming import (
    SEEN,
    UNSEEN,
    changed_listing,
    new_listing,
    with_status,
)
from ruimbaan.core.directory.joining.offer import GATES, Kind, Offer
from ruimbaan.core.directory.joining.telling import offer_of
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.directory.records.record import Record, package_of
from ruimbaan.core.directory.records.tables import DAYS, TABLES

KINDS = {
    "meet": Kind("meet", 34, "ZIN", ("ontmoeting",)),
    "sport": Kind("sport", 42, "GEZ", ("sport",)),
}
TABLE_OF_TEN = Offer(
    name="De Lange Tafel",
    what="Elke week koken en eten we samen.",
    kind="meet",
    for_whom="Iedereen die stopt of gestopt is.",
    with_children=True,
    gate="inloop",
    street="Kade 3",
    postcode="1234 AB",
    town="Waalstad",
    days=("TU", "SA"),
    opens_at="17:00",
    closes_at="20:30",
    phone="06 12345678",
    email="tafel@example.org",
    works_with=("W34",),
    wants_to_work_with=("W04",),
)


def listed(offer: Offer = TABLE_OF_TEN, kind: str = "meet"):
    return new_listing(offer, KINDS[kind], region="waalstad", code="i-tafel-1")


def test_a_new_listing_is_unseen_and_complete():
    found = listed()

    assert found.service.text("status") == UNSEEN
    assert found.removed == ()
    for record in found.records:
        assert [name for name in TABLES[record.table].required if name not in record.values] == []
    assert package_of(found.records).dangling() == ()


def test_no_plan_counts_on_an_initiative_that_nobody_sends_people_to():
    planning = profile_of(listed().service).planning

    assert "gives" not in planning
    assert "is_support" not in planning
    assert (planning["type"], planning["domain"], planning["gate"]) == (34, "ZIN", "inloop")


words = st.text("abc é'", min_size=1, max_size=12).map(str.strip).filter(bool)
offers = st.builds(
    Offer,
    name=words,
    what=words,
    kind=st.sampled_from(sorted(KINDS)),
    for_whom=st.just("") | words,
    women_only=st.booleans(),
    with_children=st.booleans(),
    gate=st.sampled_from(GATES),
    free=st.just(True),
    days=st.lists(st.sampled_from(DAYS), unique=True).map(tuple),
    opens_at=st.sampled_from(["", "09:00"]),
    closes_at=st.sampled_from(["", "17:30"]),
    when=st.just("") | words,
    phone=st.sampled_from(["", "06 12345678"]),
    email=st.sampled_from(["", "a@example.org"]),
    website=st.sampled_from(["", "https://example.org"]),
    works_with=st.lists(st.sampled_from(["W34", "W35"]), unique=True).map(tuple),
    wants_to_work_with=st.lists(st.sampled_from(["W04", "W06"]), unique=True).map(tuple),
)
placed = offers | offers.map(
    lambda offer: replace(offer, street="Kade 3", postcode="1234 AB", town="Waalstad")
)
told = placed | placed.map(lambda offer: replace(offer, free=False, cost="2 euro per keer"))


@given(told)
def test_what_was_told_is_what_stands_there(offer: Offer):
    found = new_listing(offer, KINDS[offer.kind], region="waalstad", code="i-a-1")

    assert offer_of(package_of(found.records), found.service, KINDS) == offer


@given(told, told)
def test_a_change_makes_of_it_what_is_told_now(before: Offer, after: Offer):
    first = new_listing(before, KINDS[before.kind], region="waalstad", code="i-a-1")
    package = package_of(first.records)

    second = changed_listing(after, KINDS[after.kind], package, first.service, KINDS)

    now = {**package.records} | {record.key: record for record in second.records}
    for key in second.removed:
        del now[key]
    left = package_of(now.values())
    assert offer_of(left, second.service, KINDS) == after
    assert left.dangling() == ()
    assert second.service.text("status") == UNSEEN


@given(told)
def test_telling_the_same_again_changes_nothing(offer: Offer):
    first = new_listing(offer, KINDS[offer.kind], region="waalstad", code="i-a-1")
    package = package_of(first.records)

    again = changed_listing(offer, KINDS[offer.kind], package, first.service, KINDS)

    assert {record.key: record for record in again.records}.items() <= package.records.items()
    assert again.removed == ()


def test_what_is_not_in_the_form_stays_as_it_was():
    service = Record(
        "service",
        "s1",
        {
            "id": "s1",
            "organization_id": "o1",
            "name": "Poli",
            "status": SEEN,
            "licenses": "some",
            "their_own_field": [1, 2],
            "ruimbaan": {
                "region": "waalstad",
                "code": "W04",
                "planning": {
                    "label": {"nl": "Poli", "en": "Clinic"},
                    "gate": "verwijzing",
                    "gives": [{"fact": "behandeling-loopt", "while_receiving": True}],
                    "needs": [{"fact": "verwijzing", "rule": "R30"}],
                    "type": 4,
                },
                "their_own_part": "kept",
            },
        },
    )
    second_phone = Record("phone", "p2", {"id": "p2", "service_id": "s1", "number": "024 2"})
    first_phone = Record(
        "phone", "p1", {"id": "p1", "service_id": "s1", "number": "024 1", "type": "voice"}
    )
    package = package_of([service, first_phone, second_phone])
    offer = replace(offer_of(package, service, KINDS), phone="024 9", what="Nieuw.")

    found = changed_listing(offer, None, package, service, KINDS)

    after = package_of([*package.records.values(), *found.records])
    assert after.records["phone", "p1"].values == {**first_phone.values, "number": "024 9"}
    assert after.records["phone", "p2"] == second_phone
    assert found.service.values == {**service.values, "description": "Nieuw."}


def test_another_name_leaves_no_old_name_behind_in_the_other_language():
    found = listed()
    package = package_of(found.records)

    renamed = changed_listing(
        replace(TABLE_OF_TEN, name="De Korte Tafel"), KINDS["meet"], package, found.service, KINDS
    )

    assert profile_of(renamed.service).planning["label"] == {"nl": "De Korte Tafel"}
    names = {record.table: record.text("name") for record in renamed.records}
    assert names["organization"] == "De Korte Tafel"


@pytest.mark.parametrize("status", [SEEN, UNSEEN])
def test_a_status_changes_nothing_else(status):
    service = listed().service

    found = with_status(service, status)

    assert {**found.values} == {**service.values, "status": status}
