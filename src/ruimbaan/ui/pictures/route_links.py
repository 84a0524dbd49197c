# SPDX-License-Identifier: EUPL-1.2
"""Lines from a leg to the leg that it opens; amber when it could do so because a rule bent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ruimbaan.ui.pictures import palette
from ruimbaan.ui.pictures.kit import element, number
from ruimbaan.ui.pictures.route_layout import PlacedLane
from ruimbaan.ui.pictures.route_model import Link
from ruimbaan.ui.pictures.route_rows import DOT, PlacedLeg

_BEND = 14


def draw_links(links: Iterable[Link], lanes: Iterable[PlacedLane]) -> Iterator[str]:
    """Behind everything else, so that words stay readable. Neighbours need no line."""
    places = {
        placed.leg.id: (placed, row.middle)
        for lane in lanes
        for row in lane.rows
        for placed in row.legs
    }
    lines = []
    for link in sorted(links, key=lambda link: link.room):
        source, target = places.get(link.source), places.get(link.target)
        if source and target and source[1] != target[1]:
            lines.append(_line(source, target, room=link.room))
    if lines:  # two facts from one leg to another are one line
        yield element("g", *dict.fromkeys(lines), fill="none", stroke_linecap="round")


def _line(source: tuple[PlacedLeg, float], target: tuple[PlacedLeg, float], *, room: bool) -> str:
    (giver, from_y), (taker, to_y) = source, target
    to_x = taker.asked
    from_x = min(_gives_at(giver), to_x)
    down = 1 if to_y > from_y else -1
    bend = min(_BEND, to_x - from_x)
    turn = f"q0 {down * bend} {number(bend)} {number(down * bend)}" if bend > 1 else ""
    path = f"M{number(from_x)} {number(from_y)}V{number(to_y - down * (bend if turn else 0))}"
    path += f"{turn}H{number(to_x)}" if turn else ""
    if room:
        return _stroke(path, palette.WHITE, 11) + _stroke(path, palette.ROOM, 7)
    return _stroke(path, palette.WHITE, 7) + _stroke(path, giver.leg.payer.colour, 3, "1 7")


def _gives_at(giver: PlacedLeg) -> float:
    """Where a leg gives what it gives: on its day, or somewhere on its bar."""
    return giver.end - DOT if giver.leg.is_moment else giver.end


def _stroke(path: str, colour: str, width: float, dashes: str | None = None) -> str:
    return element(
        "path",
        d=path,
        stroke=colour,
        stroke_width=width,
        stroke_dasharray=dashes,
    )
