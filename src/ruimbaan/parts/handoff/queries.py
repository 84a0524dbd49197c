# SPDX-License-Identifier: EUPL-1.2
"""What other parts may ask about handoffs."""

from __future__ import annotations

from ruimbaan.parts.handoff.at_goals import AtGoal, who_at_goals
from ruimbaan.parts.handoff.handed import AllHanded, all_handed, said_no
from ruimbaan.parts.handoff.meetings import Meeting, meetings_of
from ruimbaan.parts.handoff.presentation.work import Today, today_of
from ruimbaan.parts.handoff.taken_up import TakenUp, taken_up
from ruimbaan.parts.handoff.telling import told_too_late
from ruimbaan.parts.handoff.waiting_for import Handed, of_journey
from ruimbaan.parts.handoff.whole import whole_handoffs

__all__ = [
    "AllHanded",
    "AtGoal",
    "Handed",
    "Meeting",
    "TakenUp",
    "Today",
    "all_handed",
    "meetings_of",
    "of_journey",
    "said_no",
    "taken_up",
    "today_of",
    "told_too_late",
    "who_at_goals",
    "whole_handoffs",
]
