# SPDX-License-Identifier: EUPL-1.2
"""What a map of a town shows. All texts are in the reader's language already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.core.directory.geography.plan import TownPlan


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: `number` is that in the list, `story` what is there, `weight` how many
    kinds of support."""

    number: int
    point: Point
    story: str = ""
    weight: int = 1


@dataclass(frozen=True, slots=True)
class TownPicture:
    """`numbered`: each mark is one address with its number in the list. If not, marks become heaps
    and `counts` says how much support each district has. `here` is where the
    reader looks from, and `here_word` what that is called."""

    title: str
    description: str
    plan: TownPlan
    marks: tuple[Mark, ...]
    numbered: bool = True
    counts: Mapping[str, int] = field(default_factory=dict)
    here: Point | None = None
    here_word: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A size to draw for: `width` of the picture, `radius` and `size` of a mark and its number,
    `name_size` of the names of districts; all in units of the picture."""

    width: float
    radius: float
    size: float
    name_size: float
    tallest: float


WIDE = Paper(1000, 15, 16, 17, 900)
NARROW = Paper(360, 13, 14, 14, 460)
