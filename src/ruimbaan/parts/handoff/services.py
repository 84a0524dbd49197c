# SPDX-License-Identifier: EUPL-1.2
"""What other parts and the command line do with handoffs."""

from __future__ import annotations

from ruimbaan.parts.handoff.in_region import AskedOnce, asked_in
from ruimbaan.parts.handoff.receipt_queries import names_in, raw_weeks
from ruimbaan.parts.handoff.sending import send
from ruimbaan.parts.handoff.telling import Told, tell
from ruimbaan.parts.handoff.wanting import Anyone, ByLink, Composed, Sent
from ruimbaan.parts.handoff.words import Said

__all__ = [
    "Anyone",
    "AskedOnce",
    "ByLink",
    "Composed",
    "Said",
    "Sent",
    "Told",
    "asked_in",
    "names_in",
    "raw_weeks",
    "send",
    "tell",
]
