# SPDX-License-Identifier: EUPL-1.2
"""Flags above a row: each on the lowest level where neither cloth nor pole crosses another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ruimbaan.ui.pictures.measure import shorten, text_width
from ruimbaan.ui.pictures.route_model import Flag
from ruimbaan.ui.pictures.timescale import Scale

SIZE = 15
HEIGHT = 24
STEP = 28  # from one level to the next
WIDEST = 210
_CUT = 22  # padding and the swallow tail
_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class PlacedFlag:
    flag: Flag
    x: float
    level: int
    words: str
    width: float


def cloth_width(flag: Flag) -> float:
    return text_width(_words(flag), SIZE, bold=True) + _CUT


def place_flags(flags: Iterable[Flag], scale: Scale) -> tuple[PlacedFlag, ...]:
    """From right to left: a flag hangs above all poles that its cloth would cross."""
    placed: list[PlacedFlag] = []
    for flag in sorted(flags, key=lambda flag: (flag.on, flag.what), reverse=True):
        x, width = scale.at(flag.on), cloth_width(flag)
        crossed = (other.level for other in placed if other.x < x + width + _BETWEEN)
        level = max(crossed, default=-1) + 1
        placed.append(PlacedFlag(flag, x, level, _words(flag), width))
    return tuple(reversed(placed))


def _words(flag: Flag) -> str:
    return shorten(flag.what, WIDEST - _CUT, SIZE, bold=True)
