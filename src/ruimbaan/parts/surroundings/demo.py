# SPDX-License-Identifier: EUPL-1.2
"""Answers to "did this help?" in a demo, given as a reader gives them: some cards have a full round
and show it, one has nine and shows nothing."""

from __future__ import annotations

from collections.abc import Mapping

from ruimbaan.core.surroundings.helped import Helped
from ruimbaan.parts.surroundings import queries
from ruimbaan.parts.surroundings.services import count_answer

ANSWERS: Mapping[str, Mapping[Helped, int]] = {
    "naaste/begin-met-praten": {Helped.YES: 9, Helped.A_BIT: 6, Helped.NOT_YET: 5},
    "verhuurder/huurachterstand": {Helped.YES: 5, Helped.A_BIT: 2, Helped.NOT_YET: 2},
}


def prepare() -> None:
    """Once: a demo that has answers keeps its own."""
    if queries.has_answers():
        return
    for card, answers in ANSWERS.items():
        for answer, times in answers.items():
            for _time in range(times):
                count_answer(card=card, answer=answer)
