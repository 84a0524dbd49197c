# SPDX-License-Identifier: EUPL-1.2
"""The whole route picture as places: how many days it spans, then lanes and rows downward."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ruimbaan.ui.pictures.measure import fit_lines
from ruimbaan.ui.pictures.route_flags import HEIGHT as FLAG_HEIGHT
from ruimbaan.ui.pictures.route_flags import STEP as FLAG_STEP
from ruimbaan.ui.pictures.route_flags import PlacedFlag, cloth_width, place_flags
from ruimbaan.ui.pictures.route_model import Flag, Lane, Leg, PieceKind, RoutePicture
from ruimbaan.ui.pictures.route_rows import ARROW, PlacedLeg, Row, pack, width_wanted
from ruimbaan.ui.pictures.timescale import Scale

WIDTH = 1080
MARGIN = 24
PLOT_LEFT = 190
PLOT_RIGHT = WIDTH - MARGIN - ARROW
LANE_NAME_SIZE = 18
LANE_PAYER_SIZE = 15
_LANE_WORDS = PLOT_LEFT - MARGIN - 18 - 28
_NAME_LINE, _PAYER_LINE = 21, 19
_ABOVE_ROW, _BELOW_LANE = 14, 14
_POLE = 8

_SHORTEST_SPAN = timedelta(days=28)
_BEFORE = 0.025  # of the span, so that a ring on the first day has air
_AFTER = 0.12
_MOST_FOR_WITHOUT = 1.6  # how much longer the picture may get to show how it goes without room


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """`middle` is the heart of the bars; the flags stand on top of them."""

    middle: float
    height: float
    legs: tuple[PlacedLeg, ...]
    flags: tuple[PlacedFlag, ...]

    def flag_top(self, flag: PlacedFlag) -> float:
        return self.middle - self.height / 2 - _POLE - FLAG_HEIGHT - flag.level * FLAG_STEP


@dataclass(frozen=True, slots=True)
class PlacedLane:
    lane: Lane
    top: float
    bottom: float
    name: tuple[str, ...]
    payer_names: tuple[str, ...]
    rows: tuple[PlacedRow, ...]

    @property
    def words_height(self) -> float:
        return len(self.name) * _NAME_LINE + len(self.payer_names) * _PAYER_LINE


def scale_of(picture: RoutePicture) -> Scale:
    """A span that holds every leg and flag, and of how it goes without room what is reasonable."""
    legs = [leg for lane in picture.lanes for leg in lane.legs]
    flags = [flag for lane in picture.lanes for flag in lane.flags]
    first = min((picture.today, *(leg.asked for leg in legs)))
    last = max(
        (picture.today + _SHORTEST_SPAN, *(leg.starts for leg in legs), *(f.on for f in flags))
    )
    enough = first + (last - first) * (1 + 2 * _AFTER)
    last = max((last, *(leg.ends for leg in legs if leg.ends and leg.ends <= enough)))
    last = max(last, min(_last_without(picture), first + (last - first) * _MOST_FOR_WITHOUT))
    span = last - first
    while True:
        scale = Scale(
            first - _whole_days(span * _BEFORE),
            last + _whole_days(span * _AFTER),
            PLOT_LEFT,
            PLOT_RIGHT,
        )
        if _fits(scale, legs, flags):
            return scale
        span = span * 1.1


def _fits(scale: Scale, legs: list[Leg], flags: list[Flag]) -> bool:
    """Every flag can wave, and a bar that goes on beyond the picture can hold its name."""
    bars = (scale.at(leg.starts) + width_wanted(leg) for leg in legs if leg.ends is None)
    cloths = (scale.at(flag.on) + cloth_width(flag) for flag in flags)
    return all(right <= PLOT_RIGHT for right in (*bars, *cloths))


def _whole_days(length: timedelta) -> timedelta:
    return timedelta(days=length.days + 1)


def _last_without(picture: RoutePicture) -> date:
    rows = picture.without.rows if picture.without else ()
    ends = (piece.end for row in rows for piece in row.pieces if piece.kind is PieceKind.GAP)
    return max((end for end in ends if end), default=picture.today)


def place_lanes(picture: RoutePicture, scale: Scale, top: float) -> tuple[PlacedLane, ...]:
    """The lanes from `top` downward."""
    placed: list[PlacedLane] = []
    for lane in picture.lanes:
        placed.append(_place_lane(lane, scale, top))
        top = placed[-1].bottom
    return tuple(placed)


def _place_lane(lane: Lane, scale: Scale, top: float) -> PlacedLane:
    rows = pack(lane.legs, scale) or [Row()]
    waving = _flags_of_rows(lane, rows)
    y, placed = top, []
    for row, flags in zip(rows, waving, strict=True):
        hung = place_flags(flags, scale)
        levels = max((flag.level + 1 for flag in hung), default=0)
        y += _ABOVE_ROW + (levels * FLAG_STEP if levels else 0)
        placed.append(PlacedRow(y + row.height / 2, row.height, tuple(row.legs), hung))
        y += row.height
    name = tuple(fit_lines(lane.name, _LANE_WORDS, LANE_NAME_SIZE, 2, bold=True))
    payers = tuple(fit_lines(lane.payer_names, _LANE_WORDS, LANE_PAYER_SIZE, 3))
    words = len(name) * _NAME_LINE + len(payers) * _PAYER_LINE
    bottom = max(y + _BELOW_LANE, top + words + 2 * _ABOVE_ROW)
    return PlacedLane(lane, top, bottom, name, payers, tuple(placed))


def _flags_of_rows(lane: Lane, rows: list[Row]) -> list[list[Flag]]:
    """Each flag on the row of the leg that begins or ends on its day; else on the first row."""
    found: list[list[Flag]] = [[] for _ in rows]
    for flag in lane.flags:
        days = ({day for p in row.legs for day in (p.leg.starts, p.leg.ends)} for row in rows)
        at = next((at for at, of_row in enumerate(days) if flag.on in of_row), 0)
        found[at].append(flag)
    return found
