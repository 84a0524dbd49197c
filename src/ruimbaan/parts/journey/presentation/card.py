# SPDX-License-Identifier: EUPL-1.2
"""The shape of what stands in a part, for whoever looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from ruimbaan.ui.components import Fact


@dataclass(frozen=True, slots=True)
class Section:
    """A text of the person; `question` is empty when it speaks for itself."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """`begins_past`: from here on it is about days that were."""

    id: UUID
    kicker: str
    title: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    begins_past: bool = False

    @property
    def name(self) -> str:
        """How a button says which card it is about: some words of its own."""
        words = self.title or next((section.text for section in self.sections), self.kicker)
        return words if len(words) <= 40 else f"{words[:38]}…"


@dataclass(frozen=True, slots=True)
class ShownPart:
    title: str
    icon: str
    cards: tuple[Card, ...]
    empty: str
