# SPDX-License-Identifier: EUPL-1.2
"""Answers of people that are shown in full rounds of ten, so that none can be told from the others.

Who looks before and after somebody answers sees the same figures, or figures that ten answers made
together. What waits for its round is shown to nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

ROUND = 10  # answers


@dataclass(frozen=True, slots=True)
class Rounds:
    """`shown_of` and `waiting_of`: how many of those answers carry a mark; an answer has any number
    of marks."""

    shown: int = 0
    waiting: int = 0
    shown_of: Mapping[str, int] = field(default_factory=dict)
    waiting_of: Mapping[str, int] = field(default_factory=dict)

    def with_one(self, marks: Collection[str]) -> Rounds:
        waiting_of = Counter(self.waiting_of)
        waiting_of.update(set(marks))
        if self.waiting + 1 < ROUND:
            return Rounds(self.shown, self.waiting + 1, self.shown_of, dict(waiting_of))
        return Rounds(
            shown=self.shown + ROUND,
            shown_of=dict(Counter(self.shown_of) + waiting_of),
        )
