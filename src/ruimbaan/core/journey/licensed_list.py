# SPDX-License-Identifier: EUPL-1.2
"""A list of questions by others, which a region may use because its holder said so.

It is shown under its own name and asked as it is. Nothing of it is counted or laid beside anything:
what somebody answers becomes a text of that person, and no number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LicensedList:
    """`licence` says in words what is allowed, by `holder`; it holds from `first` up to and including
    `last`, or without end. `language` is that of the questions; `domain` the code of what it is
    about."""

    id: str
    name: str
    holder: str
    licence: str
    source: str
    language: str
    domain: str
    first: date
    last: date | None
    questions: tuple[str, ...]
    answers: tuple[str, ...]

    def holds(self, today: date) -> bool:
        return self.first <= today and (self.last is None or today <= self.last)


def in_words(found: LicensedList, given: Mapping[int, int]) -> str:
    """What was answered, by the number of the question and that of the answer, as a text under the
    name of the list. Questions that were left out are left out here too."""
    head = f"{found.name}\n{found.holder}"
    told = (f"{found.questions[one]}\n{found.answers[given[one]]}" for one in sorted(given))
    return "\n\n".join((head, *told))


def longest(found: LicensedList) -> int:
    """Signs of the longest text that it can become."""
    widest = max(range(len(found.answers)), key=lambda one: len(found.answers[one]))
    return len(in_words(found, dict.fromkeys(range(len(found.questions)), widest)))
