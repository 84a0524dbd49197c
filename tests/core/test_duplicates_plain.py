# SPDX-License-Identifier: EUPL-1.2
"""The same name, number or address, however it is written, has one plain form."""

from __future__ import annotations

import pytest

from ruimbaan.core.directory.duplicates.plain import (
    host_of,
    page_of,
    phone_of,
    street_of,
    words_of,
)


@pytest.mark.parametrize(
    "number", ["024-1234567", "+31 24 123 45 67", "0031 (0)24 1234567", "(024) 123 4567"]
)
def test_a_phone_number_is_as_it_is_dialled_here(number):
    assert phone_of(number) == "0241234567"


@pytest.mark.parametrize("number", ["", "112", "bel de balie"])
def test_what_is_too_short_for_a_number_tells_nothing(number):
    assert phone_of(number) == ""


def test_a_foreign_number_keeps_its_country():
    assert phone_of("+49 211 1234567") == "492111234567"


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        ("Langestr. 12", "Langestraat 12"),
        ("Burg. Jansenln 15", "Burgemeester Jansenlaan 15"),
        ("St. Stevenskerkhof 62", "Sint Stevenskerkhof 62"),
        ("Fabriekswg 22 A", "Fabrieksweg 22a"),
        ("Mariënburg 29", "Marienburg 29"),
    ],
)
def test_a_street_is_the_same_when_written_short(short, whole):
    assert street_of(short) == street_of(whole)


def test_another_number_is_another_address():
    assert street_of("Langestraat 12") != street_of("Langestraat 21")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. De Brug", "Stichting Brug"),
        ("Drop-in centre The Bridge", "Inloopcentrum De Brug"),
        ("Women's shelter", "Vrouwenopvang"),
        ("Zelfhulp-groep A.A.", "Self-help group AA"),
        ("Kleding & meer", "kleding en meer"),
    ],
)
def test_names_of_one_thing_have_the_same_words(one, other):
    assert sorted(words_of(one)) == sorted(words_of(other))


def test_a_site_is_somebodys_own_unless_everybody_is_there():
    assert host_of("https://www.debrug.example/inloop") == "debrug.example"
    assert host_of("info@debrug.example") == "debrug.example"
    assert host_of("https://facebook.com/debrug") == ""
    assert page_of("http://www.debrug.example/Inloop/?a=1") == "debrug.example/inloop"
