# SPDX-License-Identifier: EUPL-1.2
"""In every region the words of every day lead to the right kind of support."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from ruimbaan.core.directory.finding import find
from ruimbaan.parts.directory import queries
from ruimbaan.parts.directory.presentation.listing import listing, read
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
    ("schuld", 28),
    ("te veel rekeningen en schulden", 28),
    ("deurwaarder", 28),
    ("ik durf mijn post niet open te maken", 34),
    ("postadres", 25),
    ("uitkering", 26),
    ("eenzaam", 36),
    ("ik wil met iemand praten", 34),
    ("stoppen met drinken", 35),
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


@every_region
@pytest.mark.parametrize(("words", "kind"), SAID)
def test_the_right_kind_is_among_the_first(region, words, kind):
    services = queries.list_regions()[region].world.services

    first = [services[hit.id].type for hit in find(queries.places(region), words)][:5]

    assert kind in first


@every_region
def test_every_code_of_the_data_has_words(region):
    words = wording()
    for service in queries.list_regions()[region].world.services.values():
        assert service.domain in words.domains
        assert not service.frame or service.frame in words.frames
        if queries.is_place(service):
            assert service.type in words.kinds
            assert service.gate in words.gates


@every_region
def test_steps_on_paper_are_no_places(region):
    services = queries.list_regions()[region].world.services

    places = [services[thing.id] for thing in queries.places(region).things]

    assert len(places) == 42
    assert all(place.type is not None for place in places)
    assert len(services) > len(places)


@every_region
@pytest.mark.parametrize("asked", ["zo-binnen=1", "zonder-brief=1", "initiatief=1", "gebied=WON"])
def test_a_filter_leaves_some_out_and_some_in(region, asked):
    found = listing(queries.list_regions()[region], read(QueryDict(asked))).found

    assert 0 < len(found) < 42


def test_walking_in_means_no_letter_and_no_wait():
    region = queries.list_regions()["waalstad"]

    found = listing(region, read(QueryDict("zo-binnen=1"))).found

    assert {fact.value for one in found for fact in one.facts} <= {
        "Loop zo binnen",
        "Open voor iedereen",
        "geen wachttijd",
    }


@pytest.mark.parametrize("asked", ["gebied=XXX", "zo-binnen=ja", "zoek=%00", "weet=1"])
def test_what_is_not_understood_is_left_out(asked):
    looking = read(QueryDict(asked))

    assert (looking.words, looking.is_filtered) == ("", False)
