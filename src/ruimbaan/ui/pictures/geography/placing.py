# SPDX-License-Identifier: EUPL-1.2
"""Where marks and names stand so that each can be read. The same for the same input."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, hypot, sin

from ruimbaan.core.directory.geography.grid import Point

_ROUNDS = 60
_EXTRA = 0.5  # further than needed, so that few rounds will do
_AIR = 3  # between two marks, and between a name and anything else
_TURN = 2.4  # radians from one try to the next: no two tries lie in one direction
_TRIES = 60
_STEP = 9


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    def clear_of(self, other: Box) -> bool:
        return (
            abs(self.x - other.x) * 2 >= self.width + other.width
            or abs(self.y - other.y) * 2 >= self.height + other.height
        )


def apart(
    points: Sequence[Point], held: Sequence[Point], radius: float, paper: tuple[float, float]
) -> list[Point]:
    """The points pushed from each other, and from those that are `held` where they are, until no
    two marks overlap; inside the paper."""
    found = [list(point) for point in (*held, *points)]
    least = 2 * radius + _AIR
    for _ in range(_ROUNDS):
        moved = False
        for one in range(len(found)):
            for other in range(one):
                moved |= _push(found, one, other, least, still=other < len(held))
        for point in found[len(held) :]:
            for axis, most in enumerate(paper):
                point[axis] = min(max(point[axis], radius + 1), most - radius - 1)
        if not moved:
            break
    return [(x, y) for x, y in found[len(held) :]]


def _push(found: list[list[float]], at: int, against: int, least: float, *, still: bool) -> bool:
    """`still`: the other one does not move."""
    one, other = found[at], found[against]
    across, up = one[0] - other[0], one[1] - other[1]
    if abs(across) >= least or abs(up) >= least or hypot(across, up) >= least:
        return False
    away = hypot(across, up)
    if not away:  # on one spot: each leaves in a direction of its own
        across, up, away = cos(at * _TURN), sin(at * _TURN), 1.0
        missing = least
    else:
        missing = least - away + _EXTRA
    share = missing if still else missing / 2
    one[0] += across / away * share
    one[1] += up / away * share
    if not still:
        other[0] -= across / away * share
        other[1] -= up / away * share
    return True


def free_spot(
    wanted: Point,
    size: tuple[float, float],
    taken: Iterable[Box],
    paper: tuple[float, float],
    allowed: Callable[[float, float], bool] = lambda _x, _y: True,
) -> Point | None:
    """The nearest allowed middle for a name of this size that touches nothing; None when there is
    none."""
    boxes = tuple(taken)
    for turn in range(_TRIES):
        away = _STEP * turn**0.5 * 1.6
        x, y = wanted[0] + away * cos(turn * _TURN), wanted[1] + away * sin(turn * _TURN) * 0.8
        box = Box(x, y, size[0] + 2 * _AIR, size[1] + _AIR)
        inside = box.width / 2 <= x <= paper[0] - box.width / 2 and (
            box.height / 2 <= y <= paper[1] - box.height / 2
        )
        if inside and all(box.clear_of(other) for other in boxes) and allowed(x, y):
            return x, y
    return None
