# SPDX-License-Identifier: EUPL-1.2
"""In every region the words of every day lead to the right kind of support."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.utils import timezone

from ruimbaan.parts.directory import queries
from ruimbaan.parts.directory.presentation.listing import listing
from ruimbaan.parts.directory.presentation.looking import SWITCHES, Looking, read
from ruimbaan.parts.directory.search.daily import daily
from ruimbaan.parts.directory.search.filters import Filters
from ruimbaan.parts.directory.search.finding import find, listings_of
from ruimbaan.parts.directory.search.shelf import shelf_of
from ruimbaan.parts.directory.wording import wording

REGIONS = sorted(queries.list_names())
every_region = pytest.mark.parametrize("region", REGIONS)
# What people say, and the kind of support (its number) that must be among the first five.
SAID = [
    ("ik heb geen bed voor vannacht", 16),
    ("bed", 16),
    ("slapen", 16),
    ("slaapplek", 17),
    ("dakloos", 16),
    ("ik slaap op de bank bij een vriend", 16),
    ("geen geld voor eten", 27),
    ("mijn man drinkt", 37),
    ("mijn dochter gebruikt drugs", 37),
    ("my husband drinks", 37),
    ("sgulden", 28),
    ("deurwarder", 28),
    ("daklozenopvang", 17),
    ("ik ben verslaaft aan wiet", 4),
    ("schuld", 28),
    ("te veel rekeningen en schulden", 28),
    ("deurwaarder", 28),
    ("ik durf mijn post niet open te maken", 34),
    ("postadres", 25),
    ("uitkering", 26),
    ("eenzaam", 36),
    ("ik wil met iemand praten", 34),
    ("stoppen met drinken", 35),
    ("ik drink elke dag", 4),
    ("ontgiften", 6),
    ("stemmen in mijn hoofd", 11),
    ("dokter", 2),
    ("werk", 24),
    ("sporten", 42),
    ("mijn dochter en ik", 39),
    ("mijn huur is niet betaald", 30),
    ("eenzam", 34),
    ("debts", 28),
    ("i need a place to sleep tonight", 16),
]


def looking(region: str, asked: str) -> Looking:
    return read(QueryDict(asked), region, timezone.localtime())


def count(region: str, asked: str) -> int:
    question = looking(region, asked)
    return len(find(region, question.words, question.filters).listings)


@every_region
@pytest.mark.parametrize(("words", "kind"), SAID)
def test_the_right_kind_is_among_the_first(region: str, words: str, kind: int):
    first = find(region, words, Filters()).listings[:5]

    assert kind in {one.kind for one in listings_of(first)}


@every_region
def test_every_code_of_the_data_has_words(region: str):
    words = wording()
    for service in queries.list_regions()[region].world.services.values():
        assert service.domain in words.domains
        assert not service.frame or service.frame in words.frames
        if queries.is_place(service):
            assert service.type in words.kinds
            assert service.gate in words.gates


@every_region
def test_steps_on_paper_are_no_places(region: str):
    found = listings_of(find(region, "", Filters()).listings)

    assert len(found) == len(shelf_of(region).places) == 42
    assert all(one.is_place for one in found)
    assert len(queries.list_regions()[region].world.services) > len(found)


@every_region
@pytest.mark.parametrize(
    "asked", [*(f"{name}=1" for name in SWITCHES if name not in ("nu-open", "vrouwen")), "gebied=WON", "betaalt=own-strength"]
)  # fmt: skip
def test_a_filter_leaves_some_out_and_some_in(region: str, asked: str):
    assert 0 < count(region, asked) < 42


def test_a_language_is_a_filter_too():
    assert 0 < count("waalstad", "taal=ar") < 42
    assert count("waalstad", "taal=xx") == 0


def test_walking_in_means_no_letter_and_no_wait():
    region = queries.list_regions()["waalstad"]

    found = listing(region, looking("waalstad", "zo-binnen=1"))[0].found

    assert found
    assert {fact.value for one in found for fact in one.facts[:2]} <= {
        "Loop zo binnen",
        "Open voor iedereen",
        "geen wachttijd",
    }


def test_near_a_district_or_postcode_is_nearest_first():
    question = looking("waalstad", "bij=lindeveld")
    answer = find("waalstad", "", question.filters)
    metres = [answer.metres[one] for one in answer.listings]

    assert metres == sorted(metres)
    assert metres[0] < metres[-1] <= 5_000
    assert count("waalstad", "bij=8795+QJ") > 0
    assert not looking("waalstad", "bij=Nergenshuizen").place_is_known


@pytest.mark.parametrize(
    "asked",
    ["gebied=XXX", "zo-binnen=ja", "zoek=%00", "weet=1", "betaalt=x", "blad=-1", "taal=%25"],
)
def test_what_is_not_understood_is_left_out(asked: str):
    question = looking("waalstad", asked)

    assert (question.asked, question.filters.chosen, question.sheet) == ({}, (), 1)


def test_every_need_can_be_heard_in_each_way_of_saying_it_and_has_kinds_that_are_there():
    known = {f"#{number}" for number in wording().kinds}
    for need in daily().needs:
        assert need.says
        assert all(way for way in need.says), need.id
        assert set(need.marks) <= known, need.id
        assert need.name.en
