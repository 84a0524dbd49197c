# SPDX-License-Identifier: EUPL-1.2
"""What of agreements and mandates in a region asks for a look: no name of anybody stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ruimbaan.core.discretion.agreements import Review
from ruimbaan.parts.discretion.agreeing.in_plans import link_to
from ruimbaan.parts.discretion.agreeing.promises import letters_in
from ruimbaan.parts.discretion.agreeing.reading import outside
from ruimbaan.ui.components import Link


@dataclass(frozen=True, slots=True)
class Lapsing:
    """A letter of mandate whose last day comes; `function` is what its holder does, never a name."""

    rule: str
    function: str
    organisation: str
    until: date


@dataclass(frozen=True, slots=True)
class RoomInRegion:
    """`in_force`: how many agreements hold; `to_review`: on which they have not looked back yet."""

    in_force: int
    to_review: tuple[Link, ...]
    lapsing: tuple[Lapsing, ...]


def room_in(region: str, day: date) -> RoomInRegion:
    agreed = outside(region, day)
    letters = sorted(letters_in(region, day), key=lambda one: (one.term.until, one.id))
    return RoomInRegion(
        in_force=len(agreed),
        to_review=tuple(
            link_to(one) for one in agreed if one.newest.looked_back(day) is Review.OPEN
        ),
        lapsing=tuple(
            Lapsing(one.rule, one.function, one.organisation, one.term.until)
            for one in letters
            if one.term.lapses_soon(day)
        ),
    )
