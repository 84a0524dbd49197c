# SPDX-License-Identifier: EUPL-1.2
"""What can be said at "Hier wringt het", and what is given back before anything is kept."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.frictions.errors import NothingChosen, NotOnTheList, TooPersonal, WithinOneSide
from ruimbaan.core.frictions.friction import Catalogue, Friction, Side
from ruimbaan.core.frictions.reports import MOST_WORDS, Report, check, personal_in
from ruimbaan.core.journey.own_words import WordsTooLong
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text

WORD = Text("woord", "word")
CATALOGUE = Catalogue(
    frictions={"F01": Friction("F01", *(6 * (WORD,)), rules=("R01",), between=("een", "twee"))},
    sides={"een": Side("een", WORD), "twee": Side("twee", WORD)},
)
PLACES = ("kribbe", "gemeente")
GOOD = Report("waalstad", "F01", "Na de detox was er niemand.", PLACES)


def test_a_pick_alone_and_own_words_alone_are_enough():
    check(Report("waalstad", "F01"), CATALOGUE, PLACES)
    check(Report("waalstad", words="Ik bleef hangen."), CATALOGUE, PLACES)
    check(GOOD, CATALOGUE, PLACES)


@pytest.mark.parametrize(
    ("report", "says"),
    [
        (Report("waalstad"), NothingChosen),
        (Report("waalstad", words="  \n "), NothingChosen),
        (replace(GOOD, friction="F99"), NotOnTheList),
        (replace(GOOD, between=("kribbe", "elders")), NotOnTheList),
        (replace(GOOD, between=("kribbe", "gemeente", "kribbe")), NotOnTheList),
        (replace(GOOD, between=("kribbe", "kribbe")), WithinOneSide),
        (replace(GOOD, words="x" * (MOST_WORDS + 1)), WordsTooLong),
    ],
)
def test_what_is_not_right_is_said(report: Report, says: type[DomainError]):
    with pytest.raises(says):
        check(report, CATALOGUE, PLACES)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Mail mij op jan@voorbeeld.nl", "een e-mailadres"),
        ("Bel 06-12345678", "een lang nummer"),
        ("bel 06 12 34 56 78", "een lang nummer"),
        ("Mijn nummer is 123456782", "een lang nummer"),
        ("Geboren 3-4-1987", "een volledige datum"),
        ("geboren op 03/04/87", "een volledige datum"),
        ("Het was op 1234 AB", "een postcode"),
    ],
)
def test_what_points_to_one_person_is_given_back(words: str, found: str):
    with pytest.raises(TooPersonal) as refused:
        check(replace(GOOD, words=words), CATALOGUE, PLACES)

    assert found in refused.value.explain("nl").cause
    assert "an " in refused.value.explain("en").cause or "a " in refused.value.explain("en").cause


@pytest.mark.parametrize(
    "words",
    [
        "Ik wachtte 14 weken, daarna nog 3.",
        "In 2025 was het ook zo.",
        "Het kost 449,44 per maand.",
        "Om 16.00 uur ging het loket dicht.",
        "Kamer 1204 was vol.",
    ],
)
def test_daily_numbers_may_stay(words: str):
    assert list(personal_in(words)) == []


@given(st.text(max_size=MOST_WORDS))
def test_whatever_is_typed_is_taken_or_refused_in_words(words: str):
    report = replace(GOOD, words=words)
    with suppress(DomainError):
        check(report, CATALOGUE, PLACES)
        assert not list(personal_in(words))
