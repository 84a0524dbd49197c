# SPDX-License-Identifier: EUPL-1.2
"""Rows of answers and core values."""

from __future__ import annotations

from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.core.surroundings.helped import Helped
from ruimbaan.parts.surroundings.models import HelpedTally

COLUMNS = {Helped.YES: "yes", Helped.A_BIT: "a_bit", Helped.NOT_YET: "not_yet"}


def rounds_of(row: HelpedTally | None) -> Rounds:
    if row is None:
        return Rounds()
    shown = {one.value: getattr(row, f"shown_{name}") for one, name in COLUMNS.items()}
    waiting = {one.value: getattr(row, f"waiting_{name}") for one, name in COLUMNS.items()}
    return Rounds(sum(shown.values()), sum(waiting.values()), shown, waiting)


def save(card: str, rounds: Rounds) -> None:
    values = {
        **{f"shown_{name}": rounds.shown_of.get(one, 0) for one, name in COLUMNS.items()},
        **{f"waiting_{name}": rounds.waiting_of.get(one, 0) for one, name in COLUMNS.items()},
    }
    HelpedTally.objects.update_or_create(card=card, defaults=values)
