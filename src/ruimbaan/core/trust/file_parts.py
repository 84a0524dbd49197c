# SPDX-License-Identifier: EUPL-1.2
"""The parts of a person's own file. Each is shared apart, or not at all."""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """`HANDOFF` holds what the person asks of a next place. `OWN` holds what never leaves the person:
    own notes, a relapse, a pause."""

    ROUTE = "route"
    ME_NOW = "me_now"
    PEOPLE = "people"
    WISHES = "wishes"
    APPOINTMENTS = "appointments"
    STORY = "story"
    EMERGENCY_CARD = "emergency_card"
    HANDOFF = "handoff"
    OWN = "own"


SHAREABLE = frozenset(Part) - {Part.OWN}
