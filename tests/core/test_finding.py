# SPDX-License-Identifier: EUPL-1.2
"""Support is found with the words that people use, and the soonest stands first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.finding import Findable, Hit, Match, find, index, stem

NIGHT = Findable("night", ("Nachtopvang",), ("bed slapen vannacht",), days=0)
DEBT = Findable("debt", ("Schuldhulp",), ("plan voor je schulden", "café"), days=56)
WALK = Findable("walk", ("Inloop",), ("koffie praten schuld",), days=0, walk_in=True)
VAGUE = Findable("vague", ("Huis met voorrang",), ("wonen huis brief bed",), days=None)
KNOWN = index([VAGUE, DEBT, NIGHT, WALK])


def found(question: str) -> list[str]:
    return [hit.id for hit in find(KNOWN, question)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bed", "bedden"),
        ("huis", "huizen"),
        ("brief", "brieven"),
        ("wonen", "woning"),
        ("slapen", "slaap"),
        ("schuld", "Schulden"),
        ("café", "cafe"),
        ("foto", "foto's"),
        ("debt", "debts"),
    ],
)
def test_words_that_are_the_same_have_one_stem(one, other):
    assert stem(one.casefold()) == stem(other.casefold())


@pytest.mark.parametrize(("one", "other"), [("bed", "bad"), ("kind", "kont"), ("huur", "huis")])
def test_other_words_have_another_stem(one, other):
    assert stem(one) != stem(other)


def test_who_looks_for_nothing_sees_all_soonest_first_and_an_unknown_wait_last():
    assert found("") == found("ik zoek hulp") == ["walk", "night", "debt", "vague"]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("bed", ["night", "vague"]),
        ("Ik zoek een BED voor vannacht!", ["night", "vague"]),
        ("opvang", ["night"]),
        ("schuldn", ["debt", "walk"]),
        ("nachtopvamg", ["night"]),
        ("tandarts", []),
        ("op", ["walk", "night", "debt", "vague"]),
    ],
)
def test_daily_words_lead_to_support(question, ids):
    assert found(question) == ids


def test_what_fits_more_words_stands_before_what_is_sooner():
    assert found("schulden plan")[0] == "debt"


def test_it_says_on_which_word_it_was_found():
    opvang = Match("opvang", "nachtopvang", is_part=True, in_name=True)

    assert find(KNOWN, "opvang") == (Hit("night", (opvang,)),)
    assert find(KNOWN, "bedden")[0] == Hit("night", (Match("bedden", "bed"),))


def test_a_whole_word_stands_before_a_part_of_a_longer_one():
    part = Findable("part", ("Straatwerker",), days=0)
    whole = Findable("whole", ("Werk",), days=90)

    assert [hit.id for hit in find(index([part, whole]), "werk")] == ["whole", "part"]


def test_what_is_named_after_it_stands_before_what_mentions_it_in_every_language():
    debt = Findable("debt", ("Schuldhulp", "Debt help"), days=56)
    visit = Findable("visit", ("Bezoek", "Visit"), ("schuld debts",), days=0)

    for asked in ("schuld", "debts"):
        assert [hit.id for hit in find(index([visit, debt]), asked)] == ["debt", "visit"]


@given(st.text(max_size=300))
def test_no_question_is_too_strange(question):
    assert {hit.id for hit in find(KNOWN, question)} <= {"night", "debt", "walk", "vague"}
