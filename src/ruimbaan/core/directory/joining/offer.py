# SPDX-License-Identifier: EUPL-1.2
"""What an initiative tells about itself, in its own words and with a few choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

GATES = ("inloop", "kennismaking", "gesprek", "verwijzing")  # the first: just walk in


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the kinds to choose from: its number and life domain in the directory, and the facts
    that somebody has while coming there."""

    id: str
    type: int
    domain: str
    gives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """Empty is not told. `days` are those of HSDS (MO to SU), times are HH:MM; `street` is empty
    when there is no fixed place. `cost` is empty when it is free. `works_with` and
    `wants_to_work_with` are codes of places in the region."""

    name: str = ""
    what: str = ""
    kind: str = ""
    for_whom: str = ""
    women_only: bool = False
    with_children: bool = False
    gate: str = ""
    free: bool = True
    cost: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    days: tuple[str, ...] = ()
    opens_at: str = ""
    closes_at: str = ""
    when: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    works_with: tuple[str, ...] = ()
    wants_to_work_with: tuple[str, ...] = ()

    @property
    def place(self) -> tuple[str, str, str]:
        return self.street, self.postcode, self.town

    @property
    def hours(self) -> tuple[tuple[str, ...], str, str, str]:
        return self.days, self.opens_at, self.closes_at, self.when

    @property
    def price(self) -> tuple[bool, str]:
        return self.free, self.cost


def kind_of_type(kinds: Mapping[str, Kind], number: object) -> str:
    """The kind that has this number in the directory, or nothing."""
    return next((kind.id for kind in kinds.values() if kind.type == number), "")
