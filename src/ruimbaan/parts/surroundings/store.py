# SPDX-License-Identifier: EUPL-1.2
"""Rows of answers and core values."""

from __future__ import annotations

from ruimbaan.core.surroundings.helped import Helped, Tally
from ruimbaan.parts.surroundings.models import HelpedTally

COLUMNS = {Helped.YES: "yes", Helped.A_BIT: "a_bit", Helped.NOT_YET: "not_yet"}


def tally_of(row: HelpedTally | None) -> Tally:
    if row is None:
        return Tally()
    return Tally(
        shown={one: getattr(row, f"shown_{name}") for one, name in COLUMNS.items()},
        waiting={one: getattr(row, f"waiting_{name}") for one, name in COLUMNS.items()},
    )


def save(card: str, tally: Tally) -> None:
    values = {
        **{f"shown_{name}": tally.shown[one] for one, name in COLUMNS.items()},
        **{f"waiting_{name}": tally.waiting[one] for one, name in COLUMNS.items()},
    }
    HelpedTally.objects.update_or_create(card=card, defaults=values)
