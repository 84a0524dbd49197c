# SPDX-License-Identifier: EUPL-1.2
"""What is known of people who sign in: as little as signing in needs."""

from ruimbaan.parts.accounts.models.account import Account
from ruimbaan.parts.accounts.models.invitation import Invitation, InvitationKind
from ruimbaan.parts.accounts.models.organisation import MembershipRecord, Organisation
from ruimbaan.parts.accounts.models.recovery import RecoveryConfirmation, RecoveryRecord

__all__ = [
    "Account",
    "Invitation",
    "InvitationKind",
    "MembershipRecord",
    "Organisation",
    "RecoveryConfirmation",
    "RecoveryRecord",
]
