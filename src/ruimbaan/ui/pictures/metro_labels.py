# SPDX-License-Identifier: EUPL-1.2
"""The words beside a station and beside a gap: broken into lines, measured, and drawn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from ruimbaan.core.directory.metro.boxes import Side, label_box
from ruimbaan.core.directory.metro.grid import Point
from ruimbaan.core.directory.metro.layout import Sizes
from ruimbaan.core.directory.metro.network import Gap, Loop, Network, Station
from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, middle, pill_width, text
from ruimbaan.ui.pictures.measure import fit_lines, shorten, text_width
from ruimbaan.ui.pictures.metro_words import LONG_WAIT, pill_words, who_words

NAME_SIZE, NAME_STEP = 17, 20
WHO_SIZE, WHO_STEP = 14, 17
PILL_SIZE, PILL_HEIGHT, PILL_STEP = 14, 20, 23
_WIDEST, _WIDEST_WORD, _WIDEST_WHO = 136, 190, 158
_MOST_LINES = 3
_NOTE_SIZE, _NOTE_STEP, _NOTE_PADDING = 15, 20, 12
_NOTE_WIDEST = 216
_LANGUAGES: tuple[Language, ...] = ("nl", "en")

Size = tuple[float, float]


@dataclass(frozen=True)
class Label:
    name: tuple[str, ...]
    who: str
    pill: str

    @cached_property
    def size(self) -> Size:
        widths = [text_width(line, NAME_SIZE, bold=True) for line in self.name]
        widths.append(text_width(self.who, WHO_SIZE))
        widths.append(pill_width(self.pill, PILL_SIZE) if self.pill else 0)
        height = len(self.name) * NAME_STEP + (WHO_STEP if self.who else 0)
        return max(widths, default=0), height + (PILL_STEP if self.pill else 0)


@lru_cache(maxsize=2_000)
def label_of(station: Station, language: Language) -> Label:
    if station.count:  # of an overview: its band and its line say what it is
        return Label((), "", pill_words(station, language))
    name = station.name.in_language(language)
    words = (text_width(word, NAME_SIZE, bold=True) for word in name.split())
    width = min(max((_WIDEST, *words)), _WIDEST_WORD)
    lines = fit_lines(name, width, NAME_SIZE, _MOST_LINES, bold=True)
    return Label(tuple(lines), _who(station, language), pill_words(station, language))


def _who(station: Station, language: Language) -> str:
    """Of "gemeente Waalstad, schuldhulp" the last part, when the whole is too long."""
    words = who_words(station, language)
    if text_width(words, WHO_SIZE) > _WIDEST_WHO:
        words = words.rpartition(", ")[2]
    return shorten(words, _WIDEST_WHO, WHO_SIZE)


def note_lines(note: Gap | Loop, language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bold lines and the ones below them."""
    if isinstance(note, Gap):
        bold = [note.question.in_language(language)]
        plain = [note.why.in_language(language)]
    else:
        bold, plain = [], [sentence.in_language(language) for sentence in note.sentences]
        bold, plain = plain[:1], plain[1:]
    return _fitted(bold, strong=True), _fitted(plain, strong=False)


def _fitted(sentences: list[str], *, strong: bool) -> tuple[str, ...]:
    size = _NOTE_SIZE if strong else WHO_SIZE
    return tuple(
        line
        for sentence in sentences
        for line in fit_lines(sentence, _NOTE_WIDEST, size, 2, bold=strong)
    )


def note_size(note: Gap | Loop, language: Language) -> Size:
    bold, plain = note_lines(note, language)
    widths = [text_width(line, _NOTE_SIZE, bold=True) for line in bold]
    widths += [text_width(line, WHO_SIZE) for line in plain]
    height = len(bold) * _NOTE_STEP + len(plain) * WHO_STEP
    return max(widths, default=0) + 2 * _NOTE_PADDING, height + _NOTE_PADDING


def measure(network: Network) -> Sizes:
    """How large every label and note is, in the language that needs most: so one layout serves
    both."""
    return Sizes(
        {
            one.id: _airy(_larger(*(label_of(one, la).size for la in _LANGUAGES)))
            for one in network.stations
        },
        tuple(_larger(*(note_size(gap, la) for la in _LANGUAGES)) for gap in network.gaps),
        tuple(_larger(*(note_size(loop, la) for la in _LANGUAGES)) for loop in network.loops),
    )


def _larger(one: Size, other: Size) -> Size:
    return max(one[0], other[0]), max(one[1], other[1])


def _airy(size: Size) -> Size:
    """With some air, so that two labels above each other do not read as one."""
    return size[0], size[1] + 6


# --- drawing ----------------------------------------------------------------------------------
def draw_label(label: Label, station: Station, at: Point, side: Side, shift: Size) -> str:
    """The label beside its station; `shift` is where the grid begins in the picture."""
    width, height = label.size
    box = label_box(at, side, (width, height))
    anchor, x = _anchor(side, box.left, box.right)
    x, y = x + shift[0], box.top + shift[1]
    parts: list[str] = []
    for line in label.name:
        parts.append(text(line, x, y + 15, NAME_SIZE, bold=True, anchor=anchor, halo=palette.PAPER))
        y += NAME_STEP
    if label.who:
        parts.append(
            text(
                label.who, x, y + 13, WHO_SIZE, fill=palette.SOFT, anchor=anchor, halo=palette.PAPER
            )
        )
        y += WHO_STEP
    if label.pill:
        parts.append(_pill(label.pill, station, anchor, x, y + 2))
    return "".join(parts)


def _anchor(side: Side, left: float, right: float) -> tuple[str | None, float]:
    if side in (Side.N, Side.S):
        return "middle", (left + right) / 2
    return ("end", right) if "w" in side.value else (None, left)


def _pill(words: str, station: Station, anchor: str | None, x: float, y: float) -> str:
    width = pill_width(words, PILL_SIZE)
    left = {"middle": x - width / 2, "end": x - width}.get(anchor or "", x)
    ink = _pill_ink(station)
    ground = element(
        "rect",
        x=left,
        y=y,
        width=width,
        height=PILL_HEIGHT,
        rx=PILL_HEIGHT / 2,
        fill=palette.WHITE,
        stroke=ink,
        stroke_width=1.8,
    )
    baseline = middle(y + PILL_HEIGHT / 2, PILL_SIZE)
    return ground + text(
        words, left + width / 2, baseline, PILL_SIZE, bold=True, fill=ink, anchor="middle"
    )


def _pill_ink(station: Station) -> str:
    if station.count:
        return palette.INK
    if station.walk_in:
        return palette.ARRIVED
    return palette.GAP if (station.wait or 0) >= LONG_WAIT else palette.SOFT


def draw_note(note: Gap | Loop, centre: Size, language: Language) -> str:
    """A box with red edge around `centre`."""
    (width, height), (x, y) = note_size(note, language), centre
    bold, plain = note_lines(note, language)
    top = y - height / 2
    parts = [
        element(
            "rect",
            x=x - width / 2,
            y=top,
            width=width,
            height=height,
            rx=12,
            fill=palette.WHITE,
            stroke=palette.GAP,
            stroke_width=2.5,
        )
    ]
    left, top = x - width / 2 + _NOTE_PADDING, top + _NOTE_PADDING / 2
    for line in bold:
        baseline = top + 15
        parts.append(text(line, left, baseline, _NOTE_SIZE, bold=True, fill=palette.GAP))
        top += _NOTE_STEP
    for line in plain:
        parts.append(text(line, left, top + 12, WHO_SIZE))
        top += WHO_STEP
    return "".join(parts)
