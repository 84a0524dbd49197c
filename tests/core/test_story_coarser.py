# SPDX-License-Identifier: EUPL-1.2
"""Days, years and ages said more coarsely; and a story that is the same text each time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.storybook.coarser import coarser
from ruimbaan.core.storybook.given import Changed, GivenStory, Turn, Way, from_told
from ruimbaan.core.storybook.recognition import Clue, clues


@pytest.mark.parametrize(
    ("words", "coarse"),
    [
        ("Op 12 mei kwam hij vrij.", "In het voorjaar kwam hij vrij."),
        ("Dat was op 3 december 2021.", "Dat was in de winter."),
        ("Dat was 12-07-2024.", "Dat was de zomer."),
        ("In oktober 2019 ging ik weg.", "In de herfst ging ik weg."),
        ("In 2018 sliep ik buiten.", "Jaren geleden sliep ik buiten."),
        ("Ik was 34 jaar.", "Ik was midden dertig."),
        ("Ik wachtte 12 jaar lang.", "Ik wachtte 12 jaar lang."),
        ("Ik was 17 jaar.", "Ik was 17 jaar."),
        ("Op dag negen nam ik op.", "Op dag negen nam ik op."),
    ],
)
def test_what_is_said_coarsely(words: str, coarse: str):
    assert coarser(words) == coarse


@given(st.dates(), st.integers(20, 89))
def test_no_day_or_age_is_left_and_doing_it_again_changes_nothing(day, age: int):
    months = (
        "januari februari maart april mei juni juli augustus september oktober november december"
    )
    month = months.split()[day.month - 1]
    words = f"Op {day.day} {month} en op {day.day}-{day.month}-2021 was ik {age} jaar."
    once = coarser(words)

    assert {one.clue for one in clues(once)} & {Clue.DAY, Clue.AGE} == set()
    assert coarser(once) == once


TEXTS = st.text(max_size=40)
TURNS = st.builds(Turn, TEXTS, TEXTS, st.none() | st.sampled_from(Way))
STORIES = st.builds(
    GivenStory,
    TEXTS,
    TEXTS,
    TEXTS,
    st.lists(TURNS, max_size=3).map(tuple),
    st.lists(st.sampled_from(Changed), unique=True).map(sorted).map(tuple),
)


@given(STORIES, STORIES)
def test_two_stories_have_the_same_words_only_when_they_are_the_same(one, other):
    assert from_told(one.told()) == one
    assert (one.words() == other.words()) is (one == other)
