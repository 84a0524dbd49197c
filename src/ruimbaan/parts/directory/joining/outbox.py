# SPDX-License-Identifier: EUPL-1.2
"""Letters to initiatives go into the outbox in the same transaction as what they are about."""

from __future__ import annotations

from datetime import datetime

from ruimbaan.parts.directory.joining.letters import letter_with
from ruimbaan.parts.directory.joining.links import hand_out, key_of
from ruimbaan.parts.directory.joining.models import Connection, Keeper
from ruimbaan.parts.directory.joining.models.letters import Purpose
from ruimbaan.parts.outbox import services as outbox


def post(
    keeper: Keeper, purpose: Purpose, at: datetime, connection: Connection | None = None
) -> None:
    """Write a letter with a new link. Must be called in the transaction of what it is about."""
    link = hand_out(keeper, purpose, at, connection)
    letter = letter_with(link)
    outbox.post(
        f"directory.{purpose}",
        keeper.address,
        letter.subject,
        letter.text,
        html=letter.html,
        key=key_of(link),
        at=at,
    )
