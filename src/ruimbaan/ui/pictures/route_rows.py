# SPDX-License-Identifier: EUPL-1.2
"""Which leg stands on which row of its lane, and where its words go: nothing ever overlaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ruimbaan.ui.pictures.measure import fit_lines, shorten, text_width
from ruimbaan.ui.pictures.route_model import Leg
from ruimbaan.ui.pictures.timescale import Scale

BAR = 42
MOMENT = 30  # height of a row without any bar
RING = 15
DOT = 9
ARROW = 18
NAME_SIZE = 16
SMALL_SIZE = 15
WHO_GAP = 5
_SHORTEST_BAR = 12
_PADDING = 13
_PADDING_END = RING + 2  # the next leg may begin with a ring
_RING_STEP = 2 * RING + 3
_BETWEEN = RING + 3  # between the words of one leg and the next leg, which may have a ring
_LONGEST_OUTSIDE = 300
_UNEVEN = 30  # what one of two lines may be longer than half
_WIDEST_WANTED = 200


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a leg: one line with who gives it, or two lines without. They begin at `x`."""

    lines: tuple[str, ...]
    who: str
    x: float
    inside: bool


@dataclass(frozen=True, slots=True)
class PlacedLeg:
    """A leg with its places from left to right; `left` and `right` hold everything of it."""

    leg: Leg
    asked: float
    start: float
    end: float
    open_ended: bool
    label: Label
    left: float
    right: float

    @property
    def ring_places(self) -> tuple[float, ...]:
        return tuple(self.asked + at * _RING_STEP for at in range(len(self.leg.rings)))


@dataclass(slots=True)
class Row:
    legs: list[PlacedLeg] = field(default_factory=list)

    @property
    def height(self) -> float:
        return MOMENT if self.legs and all(p.leg.is_moment for p in self.legs) else BAR

    def has_room(self, placed: PlacedLeg) -> bool:
        return all(
            placed.left >= other.right - 0.5 or placed.right <= other.left + 0.5
            for other in self.legs
        )


def pack(legs: Iterable[Leg], scale: Scale) -> list[Row]:
    """Every leg on the first row that has room for it and its words."""
    rows: list[Row] = []
    for leg in sorted(legs, key=lambda leg: (leg.asked, leg.starts, leg.id)):
        placed = place(leg, scale)
        row = next((row for row in rows if row.has_room(placed)), None)
        if row is None:
            rows.append(row := Row())
        row.legs.append(placed)
    return rows


def place(leg: Leg, scale: Scale) -> PlacedLeg:
    """Where a leg and its words go, whatever else there is."""
    asked, start = scale.at(leg.asked), scale.at(leg.starts)
    if leg.is_moment:
        end = start + DOT
    else:
        end = max(scale.right if leg.ends is None else scale.at(leg.ends), start + _SHORTEST_BAR)
    rings_end = asked + (len(leg.rings) - 1) * _RING_STEP + RING if leg.rings else asked
    label = _inside(leg, max(start, rings_end), end)
    bare = PlacedLeg(
        leg,
        asked,
        start,
        end,
        open_ended=leg.ends is None or leg.ends > scale.until,
        label=label or Label((), "", 0, inside=False),
        left=min(asked, start - DOT) if leg.is_moment else asked,
        right=max(end, rings_end),
    )
    return bare if label else _with_words_outside(bare, scale)


def _inside(leg: Leg, free_from: float, end: float) -> Label | None:
    """The words that fit in a bar: with who gives it, alone, on two lines, or none."""
    x = free_from + _PADDING
    room = 0 if leg.is_moment else end - x - _PADDING_END
    if words_width(leg.what, _who(leg)) <= room:
        return Label((leg.what,), _who(leg), x, inside=True)
    if words_width(leg.what, "") <= room:
        return Label((leg.what,), "", x, inside=True)
    lines = fit_lines(leg.what, room, SMALL_SIZE, 2, bold=True)
    return Label(tuple(lines), "", x, inside=True) if " ".join(lines) == leg.what else None


def _with_words_outside(bare: PlacedLeg, scale: Scale) -> PlacedLeg:
    """Words behind the leg, or before it when the edge of the picture is near."""
    leg, wanted = bare.leg, words_width(bare.leg.what, _who(bare.leg))
    after = scale.right - bare.right - _PADDING
    before = bare.left - RING - scale.left - _PADDING
    backwards = after < min(wanted, _LONGEST_OUTSIDE) and before > after
    room = min(before if backwards else after, _LONGEST_OUTSIDE)
    words = shorten(leg.what, room, NAME_SIZE, bold=True)
    who = _who(leg) if wanted <= room else ""
    width = words_width(words, who)
    if backwards:
        x = bare.left - RING - _PADDING / 2 - width
        label = Label((words,), who, x, inside=False)
        return replace(bare, label=label, left=x - _BETWEEN)
    x = bare.right + _PADDING / 2
    label = Label((words,), who, x, inside=False)
    return replace(bare, label=label, right=x + width + _BETWEEN)


def width_wanted(leg: Leg) -> float:
    """How wide a bar must be to hold its name on two lines, within reason."""
    longest = max((text_width(word, SMALL_SIZE, bold=True) for word in leg.what.split()), default=0)
    half = text_width(leg.what, SMALL_SIZE, bold=True) / 2 + _UNEVEN
    whole = text_width(leg.what, NAME_SIZE, bold=True)
    words = min(max(longest, half), whole, _WIDEST_WANTED)
    return words + _PADDING + _PADDING_END + (RING if leg.rings else 0)


def words_width(name: str, who: str) -> float:
    """What is given and, behind it, by whom."""
    width = text_width(name, NAME_SIZE, bold=True)
    return width + WHO_GAP + text_width(who, SMALL_SIZE) if who else width


def _who(leg: Leg) -> str:
    return f"· {leg.who}" if leg.who else ""
