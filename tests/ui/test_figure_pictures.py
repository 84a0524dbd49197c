# SPDX-License-Identifier: EUPL-1.2
"""The matrix, the curve and the bars: nothing that is hidden can be read, and colour is never alone."""

from __future__ import annotations

import gzip
from time import process_time

import pytest
from defusedxml.ElementTree import fromstring

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.bars import Bar, BarsPicture, draw_bars
from ruimbaan.ui.pictures.curve import CurveLine, CurvePicture, Look, Reached, draw_curve
from ruimbaan.ui.pictures.matrix import MatrixCell, MatrixPicture, Pace, draw_matrix

SVG = "{http://www.w3.org/2000/svg}"
MOST_SECONDS, MOST_BYTES = 0.02, 12_000
FAST = CurveLine(
    "Met ruimte", "snel", (Reached(1, 0.3, 0.2, 0.4), Reached(3, 0.6, 0.5, 0.7)), Look.ROOM
)
SLOW = CurveLine(
    "Volgens de regel",
    "traag",
    (Reached(1, 0.1, 0.05, 0.2), Reached(3, 0.3, 0.2, 0.4)),
    Look.BESIDE,
)


def matrix(*cells: MatrixCell, across: int = 1) -> MatrixPicture:
    rows = tuple(cells[at : at + across] for at in range(0, len(cells), across))
    return MatrixPicture(
        title="Wachten",
        description="Per paar.",
        from_word="van",
        to_word="naar",
        senders=tuple(f"Soort {at}" for at in range(len(rows))),
        asked=tuple(f"Steun {at}" for at in range(across)),
        cells=rows,
        legend=tuple((pace, pace.value) for pace in Pace),
    )


def curve(*lines: CurveLine) -> CurvePicture:
    return CurvePicture("Na hoeveel weken", "Twee.", "van 10", "weken", 3.5, (0, 1, 3), lines)


def words(svg: str) -> list[str]:
    return [one.text or "" for one in fromstring(svg).iter(f"{SVG}text")]


def test_a_square_leads_to_its_page_and_is_named_in_a_sentence():
    svg = draw_matrix(
        matrix(MatrixCell(Pace.SIX, "6 weken", "41×", "Van a naar b: 41 keer.", "/x"))
    )
    link = next(fromstring(svg).iter(f"{SVG}a"))

    assert link.attrib["href"] == "/x"
    assert link.findtext(f"{SVG}title") == "Van a naar b: 41 keer."
    assert {"6 weken", "41×"} <= set(words(svg))
    assert fromstring(svg).attrib["role"] == "group"


def test_what_is_closed_is_dashed_and_what_is_empty_is_not():
    closed, nobody = (
        draw_matrix(matrix(MatrixCell(pace, "dicht" if pace is Pace.FEW else "")))
        for pace in (Pace.FEW, Pace.NOBODY)
    )
    dashed = [svg.count("stroke-dasharray") for svg in (closed, nobody)]

    assert dashed == [2, 1]  # one in the legend of both


@pytest.mark.parametrize("pace", Pace)
def test_no_square_is_red_or_amber(pace: Pace):
    svg = draw_matrix(matrix(MatrixCell(pace, "x", "y")))

    assert not {palette.GAP, palette.ROOM, palette.ROOM_GROUND} & set(svg.split('"'))


def test_a_line_only_rises_and_its_half_is_marked():
    svg = draw_curve(curve(FAST, SLOW))
    line = next(
        one.attrib["d"]
        for one in fromstring(svg).iter(f"{SVG}path")
        if one.attrib.get("stroke") == palette.ROOM
    )
    heights = [float(corner.split()[1]) for corner in line.removeprefix("M").split("L")]

    assert heights == sorted(heights, reverse=True)
    assert len(list(fromstring(svg).iter(f"{SVG}circle"))) == 1  # the slow one never came to half


def test_two_lines_are_named_without_lying_over_each_other():
    svg = draw_curve(curve(FAST, SLOW))
    names = {
        one.text: float(one.attrib["y"])
        for one in fromstring(svg).iter(f"{SVG}text")
        if one.text in {"Met ruimte", "snel", "Volgens de regel"}
    }

    assert names["Met ruimte"] < names["snel"] < names["Volgens de regel"] - 15


def test_a_bar_is_as_long_as_its_share_and_says_it():
    svg = draw_bars(BarsPicture("Ontmoet", "Eén.", (Bar("Detox", 0.5, 0.4, 0.6, "50 % van 80"),)))
    whole, bar = (float(one.attrib["width"]) for one in fromstring(svg).iter(f"{SVG}rect"))

    assert bar == pytest.approx(whole / 2, abs=0.1)
    assert {"Detox", "50 % van 80"} <= set(words(svg))


def test_a_large_matrix_is_light_and_quick():
    cells = [
        MatrixCell(list(Pace)[at % 8], "13 weken", "1.234×", "Van a naar b: 1.234 keer.", f"/{at}")
        for at in range(12 * 10)
    ]
    picture = matrix(*cells, across=10)
    draw_matrix(picture)
    started = process_time()
    svg = draw_matrix(picture)

    assert process_time() - started <= MOST_SECONDS
    assert len(gzip.compress(svg.encode())) <= MOST_BYTES
