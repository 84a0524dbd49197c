# SPDX-License-Identifier: EUPL-1.2
"""What other parts build pages of the own file with: the way in, and how its parts are shown."""

from __future__ import annotations

from datetime import date

from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.access import Own, own_file, refused_is_not_found
from ruimbaan.parts.journey.close_one.notes import remove_all as remove_close_one_notes
from ruimbaan.parts.journey.entries import ChangedMeanwhile
from ruimbaan.parts.journey.filling_in import came_whole, form_id
from ruimbaan.parts.journey.kinds import KINDS
from ruimbaan.parts.journey.now.licensed import load as load_list
from ruimbaan.parts.journey.now.licensed import loaded as loaded_lists
from ruimbaan.parts.journey.now.licensed import remove as remove_list
from ruimbaan.parts.journey.offline.devices import drop_all as drop_offline_devices
from ruimbaan.parts.journey.offline.devices import forget_ended as forget_offline_devices
from ruimbaan.parts.journey.presentation.card import ShownPart
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.saying import capital, day, listed, weekday
from ruimbaan.parts.journey.route.other_way import OtherWay, other_way, take_other_way
from ruimbaan.parts.journey.starting.drafts import forget_ended as forget_drafts
from ruimbaan.parts.trust.walls import Opening

__all__ = [
    "ChangedMeanwhile",
    "OtherWay",
    "Own",
    "ShownPart",
    "came_whole",
    "capital",
    "day",
    "drop_offline_devices",
    "forget_drafts",
    "forget_offline_devices",
    "form_id",
    "listed",
    "load_list",
    "loaded_lists",
    "other_way",
    "own_file",
    "refused_is_not_found",
    "remove_close_one_notes",
    "remove_list",
    "shown_parts",
    "take_other_way",
    "weekday",
]


def shown_parts(opening: Opening, today: date, whose: str) -> tuple[ShownPart, ...]:
    """Every part that this opening covers, as who it is shown to sees it. `whose`: the person."""
    return tuple(
        shown(kind, entries.read(opening, kind), today, whose)
        for kind in KINDS
        if opening.covers(kind.part)
    )
