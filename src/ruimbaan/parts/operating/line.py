# SPDX-License-Identifier: EUPL-1.2
"""What is said of one thing the site leans on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ruimbaan.core.kernel.texts import Text


class State(StrEnum):
    GOOD = "good"
    LOOK = "look"  # it works, and somebody should look at it
    WRONG = "wrong"
    OFF = "off"  # not asked for


@dataclass(frozen=True, slots=True)
class Line:
    """`subject` never changes: programs read it. `told` and `advice` hold no secret and nobody's name."""

    subject: str
    name: Text
    state: State
    told: Text
    advice: Text | None = None


def filled(text: Text, **values: object) -> Text:
    return Text(text.nl.format(**values), text.en.format(**values))
