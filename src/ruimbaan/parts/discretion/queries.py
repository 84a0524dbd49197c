# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask of room: who may say yes, what was promised, and what was agreed."""

from __future__ import annotations

from ruimbaan.parts.discretion.agreeing.in_plans import (
    agreements_by_touch,
    agreements_to_tell,
    as_promised,
    cover_not_counted,
    promised_rules,
)
from ruimbaan.parts.discretion.agreeing.saying_yes import (
    MaySayYes,
    StandsBehind,
    who_may_say_yes,
    who_says_yes,
    who_stands_behind,
)
from ruimbaan.parts.discretion.agreeing.to_do import Lapsing, RoomInRegion, room_in
from ruimbaan.parts.discretion.may_i.linking import situations_of_rules
from ruimbaan.parts.discretion.noting.patterns import told as patterns_told

__all__ = [
    "Lapsing",
    "MaySayYes",
    "RoomInRegion",
    "StandsBehind",
    "agreements_by_touch",
    "agreements_to_tell",
    "as_promised",
    "cover_not_counted",
    "patterns_told",
    "promised_rules",
    "room_in",
    "situations_of_rules",
    "who_may_say_yes",
    "who_says_yes",
    "who_stands_behind",
]
