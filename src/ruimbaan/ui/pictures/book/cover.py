# SPDX-License-Identifier: EUPL-1.2
"""The cover: lines that run on, and one amber path that finds its own way between them."""

from __future__ import annotations

from collections.abc import Iterator

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, picture, text
from ruimbaan.ui.pictures.measure import text_width, wrap

WIDTH, HEIGHT = 760, 1000
LEFT, RIGHT = 84, 60  # free beside the title
TITLE = 92  # its letters; smaller when it would not fit
GROUND, DEEP, LIGHT = "#0b6163", "#1b7f80", "#79c0bd"
_PATH = (  # the amber dots, from below
    *((240, 985), (240, 930), (240, 872), (243, 814), (268, 762), (312, 722)),
    *((352, 690), (408, 652), (452, 610), (484, 562), (502, 510)),
)


def draw_cover(title: str, subtitle: str, name: str, alternative: str) -> str:
    """The picture as one SVG element; its words are real text."""
    ground = element("rect", x=0, y=0, width=WIDTH, height=HEIGHT, fill=GROUND)
    body = (ground, *_lines(), *_dots(), *_words(title, subtitle, name))
    return picture(WIDTH, HEIGHT, title=alternative, description=subtitle, body="".join(body))


def _lines() -> Iterator[str]:
    yield _path("M-20 905H170C260 905 270 752 366 752H430C520 752 520 560 640 560H790", LIGHT, 34)
    yield _path("M-20 968H250C340 968 345 860 440 860H790", DEEP, 34)


def _path(d: str, colour: str, width: float) -> str:
    return element("path", d=d, fill="none", stroke=colour, stroke_width=width)


def _dots() -> Iterator[str]:
    for x, y in _PATH:
        yield element("circle", cx=x, cy=y, r=15, fill=palette.ROOM)
    yield element(
        "circle", cx=366, cy=752, r=31, fill=palette.WHITE, stroke=palette.INK, stroke_width=15
    )
    yield element(
        "circle", cx=506, cy=440, r=49, fill="#fff5dc", stroke=palette.ROOM, stroke_width=24
    )


def _words(title: str, subtitle: str, name: str) -> Iterator[str]:
    widest = WIDTH - LEFT - RIGHT
    size = TITLE * min(1, widest / text_width(title, TITLE, bold=True))
    yield text(title, LEFT, 172, round(size, 1), bold=True, fill=palette.WHITE)
    for row, line in enumerate(wrap(subtitle, 330, 27)):
        yield text(line, 88, 300 + row * 37, 27, fill=palette.WHITE)
    yield text(name, 700, 945, 22, bold=True, fill=palette.WHITE, anchor="end")
