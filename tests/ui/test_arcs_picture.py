# SPDX-License-Identifier: EUPL-1.2
"""What follows what: every step and arrow is drawn, inside its frame, and no two notes overlap."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.ui.pictures.arcs import WIDTH, Arc, ArcPicture, draw_arcs
from ruimbaan.ui.pictures.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"
STEPS = 7
pairs = st.lists(
    st.tuples(st.integers(0, STEPS - 1), st.integers(0, STEPS - 1), st.integers(1, 10_000)),
    max_size=25,
    unique_by=lambda one: one[:2],
)


def drawn(arcs: list[tuple[int, int, int]]) -> ET.Element:
    steps = tuple(f"Stap <{number}> & meer" for number in range(STEPS))
    made = tuple(Arc(a, b, n, f"{n}× · {a + b} d", f"van {a} naar {b}") for a, b, n in arcs)
    return ET.fromstring(  # noqa: S314 -- our own drawing
        draw_arcs(ArcPicture("Titel", "Uitleg", steps, made))
    )


@given(pairs)
def test_everything_is_there_and_inside(arcs: list[tuple[int, int, int]]):
    svg = drawn(arcs)

    told = [one.text or "" for one in svg.iter(f"{SVG}title")]
    assert sorted(told[1:]) == sorted(f"van {a} naar {b}" for a, b, _n in arcs)
    assert len([one for one in svg.iter(f"{SVG}rect") if "stroke" in one.attrib]) == STEPS
    for path in svg.iter(f"{SVG}path"):
        numbers = [float(one) for one in re.findall(r"-?\d+\.?\d*", path.attrib["d"])]
        xs = numbers[::2]
        ends = (xs[0], xs[-1])
        assert all(0 <= x <= WIDTH for x in ends)


@given(pairs)
def test_notes_never_lie_over_each_other(arcs: list[tuple[int, int, int]]):
    notes = [one for one in drawn(arcs).iter(f"{SVG}text") if "·" in (one.text or "")]

    boxes = []
    for note in notes:
        half = text_width(note.text or "", 13) / 2
        x, y = float(note.attrib["x"]), float(note.attrib["y"])
        boxes.append((x - half, y - 13, x + half, y + 3))
    for one, other in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart
    assert all(left >= 0 and right <= WIDTH for left, _top, right, _bottom in boxes)


def test_more_often_is_wider():
    svg = drawn([(0, 1, 10), (1, 2, 1000)])

    widths = [
        float(one.attrib["stroke-width"])
        for one in svg.iter(f"{SVG}path")
        if "stroke" in one.attrib
    ]
    assert widths == sorted(widths)
    assert widths[0] < widths[1]
