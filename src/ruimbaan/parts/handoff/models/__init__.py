# SPDX-License-Identifier: EUPL-1.2
"""Handoffs: the words of the person, the course they run, links, reminders and receipts."""

from ruimbaan.parts.handoff.models.course import HandoffRecord, NudgeRecord, StepRecord
from ruimbaan.parts.handoff.models.outside import CapacityQuestion, Receipt
from ruimbaan.parts.handoff.models.words import HandoffWords

__all__ = [
    "CapacityQuestion",
    "HandoffRecord",
    "HandoffWords",
    "NudgeRecord",
    "Receipt",
    "StepRecord",
]
