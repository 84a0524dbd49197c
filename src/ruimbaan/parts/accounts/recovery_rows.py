# SPDX-License-Identifier: EUPL-1.2
"""From a row of recovery to the core's type."""

from __future__ import annotations

from ruimbaan.core.trust import recovery as core
from ruimbaan.parts.accounts.models import RecoveryRecord


def recovery_of(row: RecoveryRecord) -> core.Recovery:
    confirmations = row.confirmations.order_by("at", "id")
    return core.Recovery(
        person=row.account_id,
        confirmations=tuple(
            core.Confirmation(one.worker, one.membership, one.at) for one in confirmations
        ),
        used=row.used,
        stopped=row.stopped,
    )
