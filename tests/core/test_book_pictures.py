# SPDX-License-Identifier: EUPL-1.2
"""The gate of the pictures: a missing alternative, a broken drawing, a twin that is not one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ruimbaan.core.storybook.pictures import Picture, PictureRefused, check, findings

GOOD = Picture(
    "days",
    "Dag 3: aangemeld; dag 9: gebeld.",
    "De eerste dagen",
    '<svg viewBox="0 0 9 9"></svg>',
    (("Dag", "Wat"), ("3", "aangemeld")),
)


def test_a_picture_with_everything_goes_in():
    check((GOOD, replace(GOOD, id="cover", rows=(), decorative=True)))


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (replace(GOOD, alternative=""), "it has no alternative text"),
        (replace(GOOD, alternative="De eerste dagen"), "it has no alternative text"),
        (replace(GOOD, svg=""), "it was not drawn"),
        (replace(GOOD, svg="<svg>"), "it was not drawn"),
        (replace(GOOD, svg='<svg x="nan"></svg>'), "it was drawn with a number that is none"),
        (replace(GOOD, rows=()), "it has no table that says the same"),
        (replace(GOOD, rows=(("Dag", "Wat"),)), "it has no table that says the same"),
        (replace(GOOD, rows=(("Dag", "Wat"), ("3",))), "its table has rows of unequal length"),
    ],
)
def test_a_picture_that_says_nothing_to_somebody_stops_the_book(bad: Picture, reason: str):
    assert list(findings((GOOD, replace(bad, id="bad")))) == [("bad", reason)]
    with pytest.raises(PictureRefused) as refused:
        check((GOOD, replace(bad, id="bad")))
    assert refused.value.explain("en").code == "RB-BOOK-002"
    assert "bad" in refused.value.explain("nl").cause


def test_a_cover_needs_its_alternative_too():
    cover = replace(GOOD, alternative="", rows=(), decorative=True)

    assert list(findings((cover,))) == [("days", "it has no alternative text")]


def test_two_pictures_never_share_an_id():
    assert list(findings((GOOD, GOOD))) == [("days", "this id is used twice")]
