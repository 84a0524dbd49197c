# SPDX-License-Identifier: EUPL-1.2
"""Did this help? Answers are shown in rounds of ten, so that no answer can be told from the others.

Who looks before and after somebody answers sees the same figures, or figures that ten answers made
together. What waits for its round is shown to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

ROUND = 10  # answers


class Helped(StrEnum):
    """The only answers there are: nobody can write who they are."""

    YES = "yes"
    A_BIT = "a-bit"
    NOT_YET = "not-yet"


Count = Mapping[Helped, int]
NONE: Count = MappingProxyType(dict.fromkeys(Helped, 0))


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one card: what everybody may see, and what waits for its round."""

    shown: Count = field(default_factory=lambda: NONE)
    waiting: Count = field(default_factory=lambda: NONE)

    @property
    def answers_shown(self) -> int:
        return sum(self.shown.values())


def with_answer(tally: Tally, answer: Helped) -> Tally:
    waiting = {one: tally.waiting[one] + (one is answer) for one in Helped}
    if sum(waiting.values()) < ROUND:
        return Tally(tally.shown, waiting)
    return Tally({one: tally.shown[one] + waiting[one] for one in Helped}, NONE)
