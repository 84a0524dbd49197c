# SPDX-License-Identifier: EUPL-1.2
"""Whether a handoff is over for who reads it: one answer for its page and for its file."""

from __future__ import annotations

from datetime import datetime

from ruimbaan.core.handoff.handoffs import has_ended
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.handoff.answering import is_receiver
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.stopping import is_shown


def is_over_for(actor: Actor, row: HandoffRecord, now: datetime) -> bool:
    """Then no word of the person is left for this reader, whatever another question opens. For who
    was asked: it ended without a meeting, or is not shown. For who stays: they met."""
    handoff = as_handoff(row)
    if is_receiver(actor, row, now):
        return (has_ended(handoff) and handoff.met is None) or not is_shown(row, now)
    return handoff.met is not None
