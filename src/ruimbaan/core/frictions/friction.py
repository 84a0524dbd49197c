# SPDX-License-Identifier: EUPL-1.2
"""A friction: a hitch between two sides. It is nobody's fault, and many are normal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ruimbaan.core.kernel.texts import Text

GENERAL_QUESTIONS = (  # of every table; the friction adds one of its own before them
    Text(
        "Wat houdt ons tegen: een regel of een gewoonte?",
        "What holds us back: a rule or a habit?",
    ),
    Text(
        "Wie belt de ander, en kent die daar iemand bij naam?",
        "Who calls the other, and do they know anyone there by name?",
    ),
    Text(
        "Wat gaat er bij ons wél goed, en waardoor?",
        "What does go well with us, and why?",
    ),
    Text(
        "Voor wie van de mensen van deze week is het nog op tijd?",
        "For whom of the people of this week is it still in time?",
    ),
)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two between whom it rattles: a kind of organisation, never one of them."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True)
class Friction:
    """`rules` are numbers of the rulebook, such as R01. How heavy it is, is not said here: that is
    judged in a region, at a table."""

    id: str
    title: Text
    what: Text
    costs: Text
    room: Text
    who: Text
    ask: Text
    rules: tuple[str, ...]
    between: tuple[str, str]

    @property
    def questions(self) -> tuple[Text, ...]:
        """Five, for half an hour together."""
        return (self.ask, *GENERAL_QUESTIONS)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every friction that we have words for, by number. `reviewed`: by people of the field."""

    frictions: Mapping[str, Friction] = field(default_factory=dict)
    sides: Mapping[str, Side] = field(default_factory=dict)
    reviewed: bool = False
