# SPDX-License-Identifier: EUPL-1.2
"""Then and now as a quiet picture: a sign for each domain, in one colour, and no line between.

The signs differ in shape, never in height or colour, so that none looks better than another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, group, middle, picture, text
from ruimbaan.ui.pictures.measure import fit_lines

WIDTH, TOP, ROW, FOOT = 344, 82, 50, 44  # of a phone, so that words stay as large as the page's
NAMES = 164  # how wide the name of a domain may be
COLUMNS = (214, 302)  # the middle of then and of now; with one moment it stands at the second
HEAD = 82  # how wide the day above a column may be
SIZE, SMALL, LINE, RADIUS = 16, 14, 18, 12
THIN, THICK = 1.5, 2.5
SIGN_COLOUR = "#0b6163"  # --rb-main


@dataclass(frozen=True, slots=True)
class Line:
    """A domain in words, with its marks at both moments: a code and its words, or None."""

    name: str
    then: tuple[str, str] | None
    now: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class ThenAndNow:
    """`heads`: above each column a word and a day. With one moment there is one head. `words`: of
    every mark, for the key below."""

    title: str
    description: str
    heads: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    words: Mapping[str, str]


def draw(shown: ThenAndNow) -> str:
    places = COLUMNS[-len(shown.heads) :]
    heads = (one for head, x in zip(shown.heads, places, strict=True) for one in _head(*head, x))
    rows = (_row(line, at, places) for at, line in enumerate(shown.lines))
    below = TOP + ROW * len(shown.lines)
    return picture(
        WIDTH,
        below + FOOT * 2,
        title=shown.title,
        description=shown.description,
        body="".join((*heads, *rows, *_key(shown.words, below))),
    )


def _head(word: str, on: str, x: float) -> Iterable[str]:
    yield text(word, x, 20, SIZE, bold=True, anchor="middle")
    for number, one in enumerate(fit_lines(on, HEAD, SMALL, 2)):
        yield text(one, x, 42 + number * LINE, SMALL, anchor="middle", fill=palette.SOFT)


def _row(line: Line, at: int, places: Sequence[int]) -> str:
    top = TOP + ROW * at
    centre = top + ROW / 2
    words = fit_lines(line.name, NAMES, SIZE, 2)
    first = middle(centre, SIZE) - (len(words) - 1) * LINE / 2
    shown = [line.then, line.now][-len(places) :]
    return group(
        ": ".join((line.name, ", ".join(mark[1] for mark in shown if mark))),
        element("path", d=f"M0 {top}H{WIDTH}", stroke=palette.LINE, stroke_width=THIN),
        *(text(one, 0, first + number * LINE, SIZE) for number, one in enumerate(words)),
        *(
            _sign(mark[0], x, centre) if mark else _nothing(x, centre)
            for mark, x in zip(shown, places, strict=True)
        ),
    )


def _key(words: Mapping[str, str], below: float) -> Iterable[str]:
    """Every sign with its words, two beside each other."""
    yield element("path", d=f"M0 {below}H{WIDTH}", stroke=palette.LINE, stroke_width=THIN)
    for at, (code, said) in enumerate(words.items()):
        x, y = RADIUS + WIDTH / 2 * (at % 2), below + 26 + 36 * (at // 2)
        yield _sign(code, x, y)
        yield text(said, x + RADIUS + 8, middle(y, SMALL), SMALL, fill=palette.INK)


def _sign(code: str, x: float, y: float) -> str:
    return SIGNS[code](x, y)


def _nothing(x: float, y: float) -> str:
    """What the person rather left out is not a gap: a short grey line."""
    return element("path", d=f"M{x - 5} {y}h10", stroke=palette.WAIT, stroke_width=THICK)


def _ring(x: float, y: float, **more: str | float | None) -> str:
    looks = {"fill": palette.WHITE, "stroke": SIGN_COLOUR, "stroke_width": THICK, **more}
    return element("circle", cx=x, cy=y, r=RADIUS, **looks)


def _full(x: float, y: float) -> str:
    return _ring(x, y, fill=SIGN_COLOUR)


def _dot(x: float, y: float) -> str:
    return _ring(x, y) + element("circle", cx=x, cy=y, r=RADIUS / 2.4, fill=SIGN_COLOUR)


def _wave(x: float, y: float) -> str:
    bend = f"M{x - 7} {y}q3.5 -7 7 0t7 0"
    line = element("path", d=bend, fill="none", stroke=SIGN_COLOUR, stroke_width=THICK)
    return _ring(x, y) + line


def _open(x: float, y: float) -> str:
    return _ring(x, y, stroke_dasharray="4 3.5")


SIGNS: Mapping[str, Callable[[float, float], str]] = {
    "good": _full,
    "fair": _dot,
    "varies": _wave,
    "missing": _open,
}
