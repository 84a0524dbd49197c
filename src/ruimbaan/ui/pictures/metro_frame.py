# SPDX-License-Identifier: EUPL-1.2
"""The paper of a metro map: how large it is, the bands of the stages, and the legend."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ruimbaan.core.directory.metro.boxes import RADIUS, label_box, middle
from ruimbaan.core.directory.metro.columns import UNIT
from ruimbaan.core.directory.metro.layout import Layout
from ruimbaan.core.directory.metro.network import Gap, Loop, Network
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.ui.pictures import metro_shapes as shapes
from ruimbaan.ui.pictures import metro_words as words
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, text
from ruimbaan.ui.pictures.measure import fit_lines, shorten, text_width
from ruimbaan.ui.pictures.metro_labels import Label, note_size
from ruimbaan.ui.pictures.palette import Payer

MARGIN = 24
_PADDING = 22
_BAND_TITLE, _BAND_SIZE = 40, 16
_BAND_GAP = 6
_LEGEND_SIZE, _LEGEND_STEP, _LEGEND_AIR = 16, 34, 30
_HEADING_SIZE, _LEAD_SIZE = 32, 18
_NARROWEST = 860  # so that a small map is not blown up on a page
_SHADED = "#f5f1ea"

_COLOURS = {payer.value: payer.colour for payer in Payer}

Sign = Callable[[float, float], str]  # drawn from x to the right, around y
Entry = tuple[Sign, float, str, bool]  # with its width, its name, and whether that is bold


@dataclass(frozen=True, slots=True)
class Frame:
    """`shift` moves the grid into the picture; the bands reach from `top` to `bottom`."""

    shift: tuple[float, float]
    width: float
    top: float
    bottom: float


def frame_of(
    network: Network,
    layout: Layout,
    labels: dict[str, Label],
    language: Language,
    above: float,
    narrowest: float,
) -> Frame:
    """Wide enough for every label, note and line, and for `narrowest`; `above` is the height of
    the heading."""
    xs: list[float] = []
    ys: list[float] = []
    for code, place in layout.places.items():
        x, y = middle(place)
        box = label_box(place, layout.sides[code], labels[code].size)
        xs += [x - RADIUS, x + RADIUS, box.left, box.right]
        ys += [y - RADIUS, y + RADIUS, box.top, box.bottom]
    for plate in layout.plates:
        xs += [plate.box.left, plate.box.right]
        ys += [plate.box.top, plate.box.bottom]
    roads = [road for _, track in layout.tracks for road in track] + [*layout.walks]
    roads += [road for note in (*layout.gaps, *layout.loops) for road in note.roads]
    for x, y in (middle(point) for road in roads for point in road):
        xs += [x - RADIUS, x + RADIUS]
        ys += [y - RADIUS, y + RADIUS]
    for (left, top), (width, height) in _boxes(network, layout, language):
        xs += [left - width / 2, left + width / 2]
        ys += [top - height / 2, top + height / 2]
    left, right = min(xs, default=0) - _PADDING, max(xs, default=0) + _PADDING
    upper, lower = min(ys, default=0) - _BAND_TITLE - 4, max(ys, default=0) + _PADDING
    right = max(right, left + narrowest - 2 * MARGIN)
    top = above + MARGIN
    return Frame((MARGIN - left, top - upper), right - left + 2 * MARGIN, top, top + lower - upper)


def _boxes(
    network: Network, layout: Layout, language: Language
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    notes: list[tuple[Gap | Loop, tuple[float, float] | None]] = [
        *((gap, note.box) for gap, note in zip(network.gaps, layout.gaps, strict=True)),
        *((loop, note.box) for loop, note in zip(network.loops, layout.loops, strict=True)),
    ]
    return ((box, note_size(note, language)) for note, box in notes if box)


def draw_bands(network: Network, layout: Layout, frame: Frame, language: Language) -> Iterator[str]:
    """A soft ground for each stage, with its name on top."""
    used = [
        at for at, _ in enumerate(network.stages) if any(s.stage == at for s in network.stations)
    ]
    edges: list[float] = [MARGIN]
    for before, after in itertools.pairwise(used):
        between = (layout.bands[before][1] + layout.bands[after][0]) / 2
        edges.append(between * UNIT + frame.shift[0])
    edges.append(frame.width - MARGIN)
    for at, stage in enumerate(used):
        left = edges[at] + (_BAND_GAP / 2 if at else 0)
        right = edges[at + 1] - (_BAND_GAP / 2 if at < len(used) - 1 else 0)
        yield element(
            "rect",
            x=left,
            y=frame.top,
            width=right - left,
            height=frame.bottom - frame.top,
            rx=18,
            fill=palette.PAPER if at % 2 == 0 else _SHADED,
        )
        name = network.stages[stage].in_language(language)
        name = shorten(name, right - left - 20, _BAND_SIZE, bold=True)
        yield text(name, left + 16, frame.top + 26, _BAND_SIZE, bold=True, fill=palette.SOFT)


# --- heading and legend -----------------------------------------------------------------------
def heading_height(heading: str, lead: str) -> float:
    return (48 if heading else 0) + (30 if lead else 0)


def narrowest(network: Network, heading: str, lead: str, language: Language) -> float:
    """How wide the paper is at least: for the heading and for each word of the legend."""
    widths = [text_width(heading, _HEADING_SIZE, bold=True), text_width(lead, _LEAD_SIZE)]
    entries = [*_line_entries(network, language), *_sign_entries(network, language)]
    widths += [
        wide + 24 + text_width(name, _LEGEND_SIZE, bold=bold) for _, wide, name, bold in entries
    ]
    return max(_NARROWEST, max(widths) + 2 * MARGIN)


def draw_heading(heading: str, lead: str) -> str:
    drawn = ""
    if heading:
        drawn += text(heading, MARGIN, 52, _HEADING_SIZE, bold=True)
    if lead:
        drawn += text(lead, MARGIN, 82 if heading else 40, _LEAD_SIZE, fill=palette.SOFT)
    return drawn


def draw_legend(
    network: Network, layout: Layout, frame: Frame, language: Language
) -> tuple[str, float]:
    """The lines and the signs that are on this map, and how far down the legend reaches."""
    drawn: list[str] = []
    y = frame.bottom + 40
    rows = [_line_entries(network, language), _sign_entries(network, language)]
    for entries in rows:
        x = float(MARGIN + 6)
        for sign, wide, name, bold in entries:
            length = wide + 12 + text_width(name, _LEGEND_SIZE, bold=bold)
            if x > MARGIN + 6 and x + length > frame.width - MARGIN:
                x, y = MARGIN + 6, y + _LEGEND_STEP
            drawn.append(sign(x, y - 5))
            drawn.append(text(name, x + wide + 12, y, _LEGEND_SIZE, bold=bold))
            x += length + _LEGEND_AIR
        y += _LEGEND_STEP if entries else 0
    for line in _without_box(network, layout, language):
        for part in fit_lines(line, frame.width - 3 * MARGIN, _LEGEND_SIZE, 2):
            drawn.append(text(part, MARGIN + 6, y, _LEGEND_SIZE, fill=palette.GAP))
            y += 24
    return "".join(drawn), y


def _line_entries(network: Network, language: Language) -> list[Entry]:
    def bar(at: int, colour: str) -> Sign:
        return lambda x, y: (
            shapes.stroke(f"M{x + 12:.0f} {y:.0f}h30", colour, shapes.LINE_WIDTH)
            + shapes.plate(str(at), x + 12, y, colour)
        )

    return [
        (bar(at, colour_of(line.id)), 48, line.name.in_language(language), True)
        for at, line in enumerate(network.lines, start=1)
    ]


def colour_of(line: str) -> str:
    """The colour of a pot of money; one without a colour of its own is grey."""
    return _COLOURS.get(line, Payer.OTHER.colour)


def _sign_entries(network: Network, language: Language) -> list[Entry]:
    """Only signs that this map has."""
    stations = network.stations
    entries: list[tuple[bool, Sign, float, Text]] = [
        (
            any(network.is_interchange(one.id) for one in stations),
            lambda x, y: shapes.interchange(x + 14, y),
            28,
            words.CHANGE_HERE,
        ),
        (
            bool(network.walks),
            lambda x, y: shapes.walk(f"M{x:.0f} {y:.0f}h36"),
            36,
            words.WALKS_ALONG,
        ),
        (bool(network.rings), lambda x, y: shapes.ring_small(x + 12, y), 24, words.ROOM_HERE),
        (
            bool(network.gaps),
            lambda x, y: shapes.gap(f"M{x:.0f} {y:.0f}h38"),
            38,
            words.NO_CONNECTION,
        ),
        (bool(network.loops), lambda x, y: shapes.loop(f"M{x:.0f} {y:.0f}h38"), 38, words.DEADLOCK),
        (
            any(one.arrives for one in stations),
            lambda x, y: shapes.arrived(x + 14, y, palette.ARRIVED),
            28,
            words.REACHED,
        ),
    ]
    return [
        (sign, wide, name.in_language(language), False)
        for there, sign, wide, name in entries
        if there
    ]


def _without_box(network: Network, layout: Layout, language: Language) -> Iterator[str]:
    """The notes for which the map had no room."""
    for gap, note in zip(network.gaps, layout.gaps, strict=True):
        if note.box is None:
            ends = (
                network.by_id[code].name.in_language(language) for code in (gap.source, gap.target)
            )
            yield f"× {' – '.join(ends)}: {gap.question.in_language(language)}"
    for loop, note in zip(network.loops, layout.loops, strict=True):
        if note.box is None:
            yield " ".join(sentence.in_language(language) for sentence in loop.sentences)
