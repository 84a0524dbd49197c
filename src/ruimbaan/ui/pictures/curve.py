# SPDX-License-Identifier: EUPL-1.2
"""Of every ten, how many were met by when: a step at each moment that is known, with its band.

Between two steps nothing is drawn that nobody knows: the line stays where it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, middle, number, picture, text
from ruimbaan.ui.pictures.measure import fit_lines

WIDTH = 900
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 610, 30, 330  # of the field
_NAMES, _NAMES_WIDE = 632, 262
_SIZE, _NOTE_SIZE, _LINE, _MOST_LINES = 17, 15, 20, 3
_TENTHS = (0, 2, 4, 6, 8, 10)


class Look(StrEnum):
    """With room is amber, here as everywhere; how it goes by the rule, or for all, is grey."""

    MAIN = "main"
    ROOM = "room"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Reached:
    """From this moment on: the share (0 to 1), and between which two it lies."""

    at: float
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CurveLine:
    """`note` says in words by when half was met. `steps` in order of time."""

    name: str
    note: str
    steps: tuple[Reached, ...]
    look: Look = Look.MAIN


@dataclass(frozen=True, slots=True)
class CurvePicture:
    """`up` and `along` say what the two axes count; `marks` are the moments named along."""

    title: str
    description: str
    up: str
    along: str
    last: float
    marks: tuple[float, ...]
    lines: tuple[CurveLine, ...]


@dataclass(frozen=True, slots=True)
class _Colours:
    line: str
    casing: str | None
    band: str
    ink: str
    dashes: str | None = None


_LOOKS = {
    Look.MAIN: _Colours(palette.SLATES[4], None, palette.SLATES[1], palette.SLATES[4]),
    Look.ROOM: _Colours(palette.ROOM, palette.ROOM_INK, palette.ROOM_GROUND, palette.ROOM_INK),
    Look.BESIDE: _Colours(palette.WAIT, None, palette.LINE, palette.SOFT, "7 5"),
}


def draw_curve(curve: CurvePicture) -> str:
    """The picture as one SVG element."""
    behind = [line for line in curve.lines if line.look is Look.BESIDE]
    before = [line for line in curve.lines if line.look is not Look.BESIDE]
    body = [*_field(curve)]
    body += [_band(line, curve.last) for line in (*behind, *before)]
    body += [part for line in (*behind, *before) for part in _line(line, curve.last)]
    body += _named(curve.lines)
    return picture(
        WIDTH, _BOTTOM + 66, title=curve.title, description=curve.description, body="".join(body)
    )


def _x(at: float, last: float) -> float:
    return _LEFT + (_RIGHT - _LEFT) * at / last


def _y(share: float) -> float:
    return _BOTTOM - (_BOTTOM - _TOP) * share


def _field(curve: CurvePicture) -> Iterator[str]:
    for tenth in _TENTHS:
        y = _y(tenth / 10)
        yield element(
            "line", x1=_LEFT, y1=y, x2=_RIGHT, y2=y, stroke=palette.LINE, stroke_width=1.5
        )
        yield text(number(tenth), _LEFT - 12, middle(y, _NOTE_SIZE), _NOTE_SIZE, anchor="end")
    for at in curve.marks:
        x = _x(at, curve.last)
        yield element(
            "line", x1=x, y1=_BOTTOM, x2=x, y2=_BOTTOM + 7, stroke=palette.WAIT, stroke_width=1.5
        )
        yield text(number(at), x, _BOTTOM + 25, _NOTE_SIZE, anchor="middle")
    yield text(curve.up, _LEFT - 40, 14, _NOTE_SIZE, fill=palette.SOFT)
    yield text(curve.along, _RIGHT, _BOTTOM + 49, _NOTE_SIZE, fill=palette.SOFT, anchor="end")


def _stairs(points: Sequence[tuple[float, float]], last: float) -> list[tuple[float, float]]:
    """The corners of a line that rises at each moment and stays level between two."""
    corners = [(0.0, 0.0)]
    for at, share in points:
        corners += [(at, corners[-1][1]), (at, share)]
    corners.append((last, corners[-1][1]))
    return [(_x(at, last), _y(share)) for at, share in corners]


def _written(corners: Sequence[tuple[float, float]]) -> str:
    return "L".join(f"{number(x)} {number(y)}" for x, y in corners)


def _band(line: CurveLine, last: float) -> str:
    upper = _stairs([(one.at, one.high) for one in line.steps], last)
    lower = _stairs([(one.at, one.low) for one in line.steps], last)
    d = f"M{_written(upper)}L{_written(lower[::-1])}Z"
    return element("path", d=d, fill=_LOOKS[line.look].band, fill_opacity=0.8)


def _line(line: CurveLine, last: float) -> Iterator[str]:
    look = _LOOKS[line.look]
    d = "M" + _written(_stairs([(one.at, one.share) for one in line.steps], last))
    if look.casing:
        yield _stroke(d, look.casing, 7.5)
    yield _stroke(d, look.line, 4.5, look.dashes)
    half = next((one for one in line.steps if one.share >= 0.5), None)
    if half:
        x, edge = _x(half.at, last), look.casing or look.line
        yield element(
            "line",
            x1=x,
            y1=_y(0.5),
            x2=x,
            y2=_BOTTOM,
            stroke=edge,
            stroke_width=2,
            stroke_dasharray="4 4",
        )
        yield element(
            "circle", cx=x, cy=_y(0.5), r=7, fill=palette.WHITE, stroke=edge, stroke_width=3.5
        )


def _stroke(d: str, colour: str, width: float, dashes: str | None = None) -> str:
    return element(
        "path",
        d=d,
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
        stroke_dasharray=dashes,
    )


def _named(lines: Sequence[CurveLine]) -> Iterator[str]:
    """Beside the end of each line, and never over each other."""
    free = float(_TOP)
    for line in sorted(lines, key=lambda one: -one.steps[-1].share):
        look = _LOOKS[line.look]
        bold = fit_lines(line.name, _NAMES_WIDE, _SIZE, _MOST_LINES, bold=True)
        plain = fit_lines(line.note, _NAMES_WIDE, _NOTE_SIZE, _MOST_LINES)
        end = _y(line.steps[-1].share)
        y = max(end - 4, free + 12)
        yield element(
            "path",
            d=f"M{_RIGHT + 4} {number(end)}L{_NAMES - 8} {number(y)}",
            fill="none",
            stroke=palette.WAIT,
            stroke_width=1.2,
        )
        for at, words in enumerate(bold):
            yield text(words, _NAMES, y + 6 + at * _LINE, _SIZE, bold=True, fill=look.ink)
        y += len(bold) * _LINE
        for at, words in enumerate(plain):
            yield text(words, _NAMES, y + 4 + at * _LINE, _NOTE_SIZE)
        free = y + len(plain) * _LINE
