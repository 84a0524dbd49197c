# SPDX-License-Identifier: EUPL-1.2
"""Where support is: every address once, with what is there, by district and by distance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nsmallest
from operator import itemgetter

from ruimbaan.core.directory.geography.grid import Point, distance
from ruimbaan.core.kernel.texts import Text


@dataclass(frozen=True, slots=True)
class Address:
    """`way` is how to get there; `services` are the codes of what is there, in the order in which they are shown. `number` is
    that on the map; `metres` from the place that somebody chose, None when nobody did."""

    street: str
    postcode: str
    town: str
    district: str
    point: Point
    way: Text = Text("")
    services: tuple[str, ...] = ()
    number: int = 0
    metres: float | None = None


def numbered(addresses: Iterable[Address]) -> tuple[Address, ...]:
    """In the order of the list: by district and then by street, those without a district last."""
    inorder = sorted(
        addresses,
        key=lambda one: (
            not one.district,
            one.district.casefold(),
            one.street.casefold(),
            one.point,
            one.street,
            one.postcode,
            one.town,
            one.services,
        ),
    )
    return tuple(replace(one, number=at) for at, one in enumerate(inorder, start=1))


def seen_from(addresses: Iterable[Address], place: Point, most: int) -> tuple[Address, ...]:
    """The nearest ones first, with the distance in a straight line."""
    away = ((distance(place, one.point), one.number, one) for one in addresses)
    nearest = nsmallest(most, away, key=itemgetter(0, 1))
    return tuple(replace(one, metres=metres) for metres, _, one in nearest)


def by_district(addresses: Iterable[Address]) -> Mapping[str, tuple[Address, ...]]:
    """In the order in which the first address of each district comes."""
    found: dict[str, list[Address]] = defaultdict(list)
    for one in addresses:
        found[one.district].append(one)
    return {district: tuple(here) for district, here in found.items()}
