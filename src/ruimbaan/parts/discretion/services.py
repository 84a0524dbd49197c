# SPDX-License-Identifier: EUPL-1.2
"""What the command line and other parts do with room."""

from __future__ import annotations

from ruimbaan.parts.discretion.agreeing.holders import forget_over as forget_mandate_holders
from ruimbaan.parts.discretion.agreeing.reminding import Reminded
from ruimbaan.parts.discretion.agreeing.reminding import remind as remind_to_look_back
from ruimbaan.parts.discretion.asking.reminding import remind as remind_of_requests
from ruimbaan.parts.discretion.noting.book import forget as forget_notes
from ruimbaan.parts.discretion.noting.patterns import give_many as give_patterns
from ruimbaan.parts.discretion.noting.today import to_look_back_on
from ruimbaan.parts.discretion.noting.whole import room_of_account, room_of_file

__all__ = [
    "Reminded",
    "forget_mandate_holders",
    "forget_notes",
    "give_patterns",
    "remind_of_requests",
    "remind_to_look_back",
    "room_of_account",
    "room_of_file",
    "to_look_back_on",
]
