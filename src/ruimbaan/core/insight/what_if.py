# SPDX-License-Identifier: EUPL-1.2
"""What would be different in a region: a rule bent for all, an earlier beginning, places added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from ruimbaan.core.directory.service import Service
from ruimbaan.core.kernel.texts import Text

PERCENT = 100


@dataclass(frozen=True, slots=True)
class RulesBent:
    """These rules are bent for everybody who comes from day `from_day` on, or for so large a
    `share` (0 to 1) of them. A habit that is bent is something begun earlier."""

    rules: tuple[str, ...]
    from_day: int = 0
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class PlacesAdded:
    service: str
    places: int
    from_day: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Days count from the end of the run-in, when figures begin to be kept."""

    rules: tuple[RulesBent, ...] = ()
    places: tuple[PlacesAdded, ...] = ()


NOTHING = Change()


def has_line(service: Service) -> bool:
    """Places that are taken for some days make a line. A place that is taken for no time makes none:
    there the wait stays what it states, and so it does where nobody said how many places there are."""
    return bool(service.capacity and service.lasts)


@dataclass(frozen=True, slots=True)
class Slider:
    """One thing that can be moved. `positions` begin at 0, which is as things go now, and lie
    equally far apart: of rules, how many in a hundred of who come; of places, how many are added."""

    id: str
    label: Text
    unit: Text
    positions: tuple[int, ...]
    moves: RulesBent | PlacesAdded


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What is asked about a region: one change, or sliders of which every combination is one."""

    region: str
    title: Text
    change: Change = NOTHING
    sliders: tuple[Slider, ...] = ()

    def cells(self) -> Iterator[tuple[int, ...]]:
        """Every combination of positions, the first as things go now."""
        return product(*(slider.positions for slider in self.sliders))

    def at(self, cell: Sequence[int]) -> Change:
        """Rules stand in it at every position, so that the same people are drawn."""
        moved = list(zip(self.sliders, cell, strict=True))
        return Change(
            rules=tuple(
                replace(one.moves, share=position / PERCENT)
                for one, position in moved
                if isinstance(one.moves, RulesBent)
            ),
            places=tuple(
                replace(one.moves, places=position)
                for one, position in moved
                if isinstance(one.moves, PlacesAdded) and position
            ),
        )

    @property
    def widest(self) -> Change:
        """With all that may be bent in any of it."""
        if not self.sliders:
            return self.change
        return self.at([slider.positions[-1] for slider in self.sliders])

    @property
    def none(self) -> Change:
        """As things go now, with the same people drawn."""
        wide = self.widest
        return Change(rules=tuple(replace(one, share=0.0) for one in wide.rules))
