# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator can do today, what most routes depend on first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Why(StrEnum):
    """Why an entry asks for a look; the first ones go first when as many routes depend on them."""

    DISPUTE = "dispute"  # somebody says that it is not right
    CLAIM = "claim"  # somebody says that it is theirs
    CONNECTION = "connection"  # wants to work with a place, and is not connected yet
    DOUBLE = "double"  # may be the same as another entry
    UNCONFIRMED = "unconfirmed"  # was listed, and the mailed link was not opened
    STALE = "stale"  # nobody looked for long
    FRAGILE = "fragile"  # its money ends, or all hangs on one person
    GAP = "gap"  # was looked for and not found


ORDER = {why: place for place, why in enumerate(Why)}


@dataclass(frozen=True, slots=True)
class Item:
    """`code` of the place, or for a gap what was looked for; `since` None: as long as we know.
    `routes`: in how many of the best plans this place stands. `other`: the code of the second place,
    where it takes two; `number`: of the remark, where there is one."""

    why: Why
    code: str
    name: str
    since: date | None = None
    note: str = ""
    routes: int = 0
    other: str = ""
    number: int = 0


def routes_through(plans: Iterable[Iterable[str]]) -> Mapping[str, int]:
    """In how many plans each service stands. A plan is the services of its steps; one that comes
    twice in a plan counts once."""
    found: Counter[str] = Counter()
    for services in plans:
        found.update(set(services))
    return found


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Most routes first; then by why, then what waits longest, then by name of the place."""
    return tuple(
        sorted(
            items,
            key=lambda item: (
                -item.routes,
                ORDER[item.why],
                item.since or date.min,
                item.code,
                item.note,
            ),
        )
    )
