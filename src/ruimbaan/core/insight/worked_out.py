# SPDX-License-Identifier: EUPL-1.2
"""What was worked out beforehand of a region, for every combination of positions of its sliders.

`ruimbaan simulate --grid` writes it; nothing is worked out when a page is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ruimbaan.core.insight.errors import ReleaseDamaged
from ruimbaan.core.kernel.texts import Text

FORMAT = 1
WEEK = 7
Cell = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A mean, and between which two it lies: of runs, or of the mean itself where it is a
    difference."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Lived:
    """`reached`: by week after coming, the share (0 to 1) of all goals. `waits`: days, per service.
    `more` and `longer` are the differences with how things go now."""

    reached: Mapping[int, Spread]
    waits: Mapping[str, Spread]
    more: Mapping[int, Spread]
    longer: Mapping[str, Spread]


@dataclass(frozen=True, slots=True)
class Moved:
    """A slider: equally far apart from 0, which is as things go now."""

    id: str
    label: Text
    unit: Text
    positions: tuple[int, ...]

    def nearest(self, asked: str) -> int:
        """The position nearest to what was asked; 0 for what is no number."""
        number = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0
        return min(self.positions, key=lambda one: (abs(one - number), one))


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """`world` is the digest of the world it was worked out in."""

    title: Text
    day: date
    world: str
    years: int
    people: int
    runs: int
    sliders: tuple[Moved, ...]
    cells: Mapping[Cell, Lived]

    @property
    def now(self) -> Lived:
        return self.cells[tuple(0 for _ in self.sliders)]


def read_worked_out(name: str, content: bytes) -> WorkedOut:
    """Raises ReleaseDamaged when anything of it is missing or not what it should be."""
    try:
        told = json.loads(content)
        if told["format"] != FORMAT:
            raise ReleaseDamaged(name=name, reason=f"format {told['format']}")
        sliders = tuple(_slider(one) for one in told["sliders"])
        cells = {
            tuple(int(part) for part in cell.split("-")): _lived(one)
            for cell, one in told["cells"].items()
        }
        found = WorkedOut(
            title=_text(told["title"]),
            day=date.fromisoformat(told["worked_out"]),
            world=str(told["world"]),
            years=int(told["plan"]["years"]),
            people=int(told["plan"]["people"]),
            runs=int(told["plan"]["runs"]),
            sliders=sliders,
            cells=cells,
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReleaseDamaged(name=name, reason=type(error).__name__) from error
    every = 1
    for slider in sliders:
        every *= len(slider.positions)
    if len(cells) != every or tuple(0 for _ in sliders) not in cells:
        raise ReleaseDamaged(name=name, reason="cells")
    return found


def _slider(told: Mapping[str, Any]) -> Moved:
    return Moved(
        str(told["id"]),
        _text(told["label"]),
        _text(told["unit"]),
        tuple(map(int, told["positions"])),
    )


def _lived(told: Mapping[str, Any]) -> Lived:
    apart = told["difference"]
    return Lived(
        reached=_by_week(told["reached"]),
        waits=_by_service(told["waits"]),
        more=_by_week(apart["reached"]),
        longer=_by_service(apart["waits"]),
    )


def _by_week(told: Sequence[Sequence[float]]) -> dict[int, Spread]:
    return {int(day) // WEEK: Spread(*map(float, rest)) for day, *rest in told}


def _by_service(told: Mapping[str, Sequence[float]]) -> dict[str, Spread]:
    return {service: Spread(*map(float, one)) for service, one in told.items()}


def _text(told: Mapping[str, str]) -> Text:
    return Text(str(told["nl"]), str(told["en"]))
