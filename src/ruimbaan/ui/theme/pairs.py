# SPDX-License-Identifier: EUPL-1.2
"""Which colours stand together on a page, and how much they must differ (WCAG 1.4.3 and 1.4.11)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.ui.pictures.palette import contrast

TEXT, SHAPE = 4.5, 3.0
GROUNDS = ("white", "paper", "sand", "main-mist", "arrived-bg", "room-bg")
PAIRS = (
    *(("ink", ground, TEXT) for ground in GROUNDS),
    *(("main", ground, TEXT) for ground in GROUNDS),
    *(("soft", ground, TEXT) for ground in GROUNDS),
    ("ink-mid", "white", TEXT),
    ("ink-mid", "paper", TEXT),
    ("ink-mid", "sand", TEXT),
    ("white", "bar", TEXT),
    ("white", "main", TEXT),
    ("white", "main-dark", TEXT),
    ("main-ink", "main-light", TEXT),
    ("main-dark", "main-light", TEXT),
    ("main-dark", "paper", TEXT),
    ("main", "main-light", TEXT),
    ("room-ink", "room-bg", TEXT),
    ("room-ink", "white", TEXT),
    ("arrived-ink", "arrived-bg", TEXT),
    ("arrived-ink", "paper", TEXT),
    ("arrived-ink", "room-bg", TEXT),
    ("white", "arrived", TEXT),
    ("gap-ink", "white", TEXT),
    ("gap-ink", "paper", TEXT),
    ("gap", "white", SHAPE),
    ("arrived", "arrived-bg", SHAPE),
    ("wait", "white", SHAPE),
    ("control", "white", SHAPE),
    ("control", "paper", SHAPE),
)
"""In front, behind, and the least contrast."""


@dataclass(frozen=True, slots=True)
class Measured:
    front: str
    ground: str
    least: float
    contrast: float

    @property
    def is_enough(self) -> bool:
        return self.contrast >= self.least


def measured(colours: Mapping[str, str]) -> tuple[Measured, ...]:
    """Each pair with these colours, `#rrggbb` by name."""
    return tuple(
        Measured(front, ground, least, contrast(colours[front], colours[ground]))
        for front, ground, least in PAIRS
    )
