# SPDX-License-Identifier: EUPL-1.2
"""The Dutch grid (RD, EPSG:28992) and the world's latitude and longitude (WGS84).

Source: F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de transformatie
tussen RD- en WGS84-kaartcoördinaten", NGT Geodesia 43 (2001) nr. 2. Polynomials around Amersfoort:
within about a quarter of a metre of the official RDNAPTRANS on Dutch land. Good enough to find a
door; not for surveying.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import dist

Point = tuple[float, float]  # metres east and north in the Dutch grid

AMERSFOORT: Point = (155_000.0, 463_000.0)
ORIGIN = (52.15517440, 5.38720621)  # latitude and longitude of Amersfoort
EAST, NORTH = (-7_000, 300_000), (289_000, 629_000)  # metres, the extent of EPSG:28992

_Terms = tuple[tuple[int, int, float], ...]  # power of the first, power of the second, factor

_LATITUDE: _Terms = (
    (0, 1, 3235.65389),
    (2, 0, -32.58297),
    (0, 2, -0.24750),
    (2, 1, -0.84978),
    (0, 3, -0.06550),
    (2, 2, -0.01709),
    (1, 0, -0.00738),
    (4, 0, 0.00530),
    (2, 3, -0.00039),
    (4, 1, 0.00033),
    (1, 1, -0.00012),
)
_LONGITUDE: _Terms = (
    (1, 0, 5260.52916),
    (1, 1, 105.94684),
    (1, 2, 2.45656),
    (3, 0, -0.81885),
    (1, 3, 0.05594),
    (3, 1, -0.05607),
    (0, 1, 0.01199),
    (3, 2, -0.00256),
    (1, 4, 0.00128),
    (0, 2, 0.00022),
    (2, 0, -0.00022),
    (5, 0, 0.00026),
)
_EAST: _Terms = (
    (0, 1, 190094.945),
    (1, 1, -11832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
)
_NORTH: _Terms = (
    (1, 0, 309056.544),
    (0, 2, 3638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
)


def to_degrees(point: Point) -> tuple[float, float]:
    """Latitude and longitude (WGS84, degrees) of a point in the Dutch grid (metres)."""
    east, north = ((here - zero) * 1e-5 for here, zero in zip(point, AMERSFOORT, strict=True))
    return (
        ORIGIN[0] + _sum(_LATITUDE, east, north) / 3600,
        ORIGIN[1] + _sum(_LONGITUDE, east, north) / 3600,
    )


def to_grid(latitude: float, longitude: float) -> Point:
    """The point in the Dutch grid (metres) of a latitude and longitude (WGS84, degrees)."""
    north, east = 0.36 * (latitude - ORIGIN[0]), 0.36 * (longitude - ORIGIN[1])
    return AMERSFOORT[0] + _sum(_EAST, north, east), AMERSFOORT[1] + _sum(_NORTH, north, east)


def is_on_grid(point: Point) -> bool:
    """Does it lie where the Dutch grid is valid?"""
    return EAST[0] <= point[0] <= EAST[1] and NORTH[0] <= point[1] <= NORTH[1]


def distance(one: Point, other: Point) -> float:
    """Metres in a straight line."""
    return dist(one, other)


def _sum(terms: Iterable[tuple[int, int, float]], first: float, second: float) -> float:
    return sum(factor * first**p * second**q for p, q, factor in terms)
