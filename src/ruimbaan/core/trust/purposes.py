# SPDX-License-Identifier: EUPL-1.2
"""What a shared part may be used for: a closed list, and which parts each purpose can open at all."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ruimbaan.core.trust.file_parts import SHAREABLE, Part


class Purpose(StrEnum):
    SUPPORT = "support"  # to walk along with the person
    HANDOFF = "handoff"  # to take over from somebody else
    NEARNESS = "nearness"  # to be there as a close one
    APPLICATION = "application"  # to decide on one application of the person
    EMERGENCY = "emergency"  # to act as the emergency card asks
    FUNDING = "funding"  # to pay; opens nothing of what helps or heals


OPENS: Mapping[Purpose, frozenset[Part]] = {
    Purpose.SUPPORT: SHAREABLE,
    Purpose.HANDOFF: SHAREABLE,
    Purpose.NEARNESS: SHAREABLE,
    Purpose.APPLICATION: frozenset({Part.ROUTE, Part.WISHES, Part.APPOINTMENTS}),
    Purpose.EMERGENCY: frozenset({Part.EMERGENCY_CARD}),
    Purpose.FUNDING: frozenset(),
}
