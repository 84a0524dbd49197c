# SPDX-License-Identifier: EUPL-1.2
"""The journey of a whole story and the firmness of its rules: signs and words stay apart."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.ui.pictures.book.days import Mark
from ruimbaan.ui.pictures.book.firmness import FirmnessPicture, Row, draw_firmness
from ruimbaan.ui.pictures.book.year import Lane, YearPicture, draw_year
from tests.ui.geometry import SVG, Box, collisions, outside, paper, parse, texts

DAYS = st.lists(st.integers(0, 300), max_size=14).map(tuple)


def signs(svg: str) -> list[Box]:
    """The filled circles of the days on which somebody made room."""
    found = []
    for circle in parse(svg).iter(f"{SVG}circle"):
        x, y, r = (float(circle.attrib[name]) for name in ("cx", "cy", "r"))
        if circle.attrib.get("stroke"):
            found.append(Box(x - r, y - r, x + r, y + r, "sign"))
    return found


@given(st.tuples(DAYS, DAYS))
def test_days_that_lie_close_stand_below_each_other(days: tuple[tuple[int, ...], ...]):
    lanes = tuple(
        Lane(f"Hier maakte iemand ruimte {at}", Mark.ROOM, found) for at, found in enumerate(days)
    )
    svg = draw_year(YearPicture("De reis", "Wat er gebeurde.", "dag", 0, 300, lanes))
    drawn = signs(svg)

    assert len(drawn) == sum(map(len, days))
    assert not [pair for pair in combinations(drawn, 2) if pair[0].overlaps(pair[1])]
    assert not [(one, word) for one in drawn for word in texts(svg) if one.overlaps(word)]
    assert all(paper(svg).holds(one) for one in drawn)
    assert outside(svg) == []


def test_rules_that_do_not_fit_beside_a_name_stand_below_it():
    numbers = ("R35", "R36", "R39", "R52")
    rows = (Row("Wet die vastligt", ("R01",)), Row("Huisregel of werkafspraak", numbers))
    svg = draw_firmness(FirmnessPicture("Hoe vast zit het?", "Twee lagen.", rows))
    words = {box.what: box for box in texts(svg)}

    assert collisions(svg) == []
    assert outside(svg) == []
    assert words["R01"].top < words["Wet die vastligt"].bottom
    assert all(words[n].top > words["Huisregel of werkafspraak"].bottom for n in numbers)
