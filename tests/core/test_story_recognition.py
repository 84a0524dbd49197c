# SPDX-License-Identifier: EUPL-1.2
"""What gives a person away: days, ages, addresses, names, and traits that few share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.storybook.recognition import (
    FEWEST_ALIKE,
    Clue,
    Trait,
    clues,
    decade,
    rare,
)


@pytest.mark.parametrize(
    ("words", "clue", "said"),
    [
        ("Op 12 mei kwam hij vrij.", Clue.DAY, "12 mei"),
        ("She left on 3 March.", Clue.DAY, "3 March"),
        ("Dat was 12-05-2024.", Clue.DAY, "12-05-2024"),
        ("Dat was in 2018.", Clue.YEAR, "2018"),
        ("Hij is 52 jaar.", Clue.AGE, "52 jaar"),
        ("a 34-year-old mother", Clue.AGE, "34-year"),
        ("Zij woont op 6541 AB.", Clue.ADDRESS, "6541 AB"),
        ("In de Dorpsstraat 12 staat het huis.", Clue.ADDRESS, "Dorpsstraat 12"),
        ("Bel 06-12345678.", Clue.REACH, "06-12345678"),
        ("Mail wim@voorbeeld.nl.", Clue.REACH, "wim@voorbeeld.nl"),
    ],
)
def test_what_a_text_gives_away(words: str, clue: Clue, said: str):
    assert [(one.clue, one.said) for one in clues(words)] == [(clue, (said,))]


def test_a_name_of_the_region_is_found_however_it_is_written():
    found = clues("Bij de brouwerij, zeiden ze.", ("De Brouwerij", "Het Wiel"))

    assert [(one.clue, one.said) for one in found] == [(Clue.NAME, ("De Brouwerij",))]


def test_a_coarse_text_gives_nothing_away():
    assert clues("Begin dertig, op dag 40, bij een opvang in een stad.", ("De Ravelijn",)) == ()


def test_traits_that_few_share_are_named_and_no_more_than_needed():
    traits = (Trait("ouder", 0.4), Trait("kok", 0.01), Trait("detentie", 0.002))

    found = rare(traits, 100_000)

    assert [(one.said, one.alike) for one in found] == [(("detentie", "kok"), 2)]


def test_one_trait_alone_can_be_too_rare():
    assert [one.said for one in rare((Trait("burgemeester", 0.00001),), 100_000)] == [
        ("burgemeester",)
    ]


@given(st.lists(st.floats(0, 1), max_size=5), st.integers(0, 1_000_000))
def test_each_warning_is_below_the_line_and_none_holds_another(shares: list[float], adults: int):
    found = rare(tuple(Trait(f"t{at}", share) for at, share in enumerate(shares)), adults)

    assert all(one.alike is not None and one.alike < FEWEST_ALIKE for one in found)
    sets = [set(one.said) for one in found]
    assert not any(a < b for a in sets for b in sets)


@given(st.integers(0, 400_000))
def test_a_smaller_region_never_warns_less(adults: int):
    traits = (Trait("a", 0.1), Trait("b", 0.02), Trait("c", 0.5))
    small = {one.said for one in rare(traits, adults)}
    large = {one.said for one in rare(traits, adults * 2)}

    assert all(any(set(said) <= set(one) for said in small) for one in large)


def test_a_share_is_a_part():
    with pytest.raises(ValueError, match="share"):
        Trait("kok", 1.5)


@pytest.mark.parametrize(
    ("age", "said"), [(32, ("early", 30)), (35, ("middle", 30)), (39, ("late", 30))]
)
def test_an_age_becomes_a_decade(age: int, said: tuple[str, int]):
    assert decade(age) == said
