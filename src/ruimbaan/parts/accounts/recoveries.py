# SPDX-License-Identifier: EUPL-1.2
"""What a person sees of those who helped to sign in again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.recovery import State
from ruimbaan.parts.accounts.models import RecoveryRecord
from ruimbaan.parts.accounts.parties import Called, names_of
from ruimbaan.parts.accounts.recovery_rows import recovery_of


@dataclass(frozen=True, slots=True)
class Helper:
    """`who` is None when that work is gone for good."""

    who: Called | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Helped:
    id: UUID
    asked: datetime
    state: State
    helpers: tuple[Helper, ...]

    @property
    def can_stop(self) -> bool:
        return self.state in {State.ASKED, State.CONFIRMED}


def recoveries_of(account: UUID, now: datetime) -> tuple[Helped, ...]:
    """The newest first."""
    rows = RecoveryRecord.objects.filter(account=account).order_by("-asked", "-id")
    return tuple(_helped(row, now) for row in rows.prefetch_related("confirmations"))


def _helped(row: RecoveryRecord, now: datetime) -> Helped:
    found = recovery_of(row)
    parties = {
        one.membership: Party(PartyKind.MEMBERSHIP, one.membership) for one in found.confirmations
    }
    names = names_of(parties.values(), now)
    return Helped(
        row.id,
        row.asked,
        found.state(now),
        tuple(Helper(names.get(parties[one.membership]), one.at) for one in found.confirmations),
    )
