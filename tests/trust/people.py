# SPDX-License-Identifier: EUPL-1.2
"""Accounts, organisations and files for the tests of this folder, each as short as can be."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from ruimbaan.core.trust.consent_words import CURRENT
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Basis, Given
from ruimbaan.core.trust.parties import PartyKind, Role
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.journey.models import Entry
from ruimbaan.parts.trust.files.models import GrantRecord, Journey
from ruimbaan.parts.trust.walls import Opening


def account(name: str = "") -> Account:
    return Account.objects.create_account(name or f"account-{uuid4().hex[:12]}")


def file_of(owner: Account) -> Journey:
    return Journey.objects.create(owner=owner, opened=timezone.now())


def worker(organisation: Organisation, role: Role = Role.WORKER) -> MembershipRecord:
    return MembershipRecord.objects.create(
        account=account(),
        organisation=organisation,
        role=role,
        starts=timezone.now() - timedelta(days=30),
    )


def give(
    journey: Journey,
    part: Part,
    party: tuple[PartyKind, UUID],
    *,
    purpose: Purpose = Purpose.SUPPORT,
    starts: datetime | None = None,
    days: int = 91,
) -> GrantRecord:
    """A grant as a row, whatever core.trust.grants would say of it."""
    starts = starts or timezone.now() - timedelta(seconds=1)
    return GrantRecord.objects.create(
        journey=journey,
        part=part,
        party_kind=party[0],
        party=party[1],
        purpose=purpose,
        starts=starts,
        ends=starts + timedelta(days=days),
        words=CURRENT,
        given=Given.SELF,
        basis=Basis.CONSENT,
    )


def opening(journey: Journey, *parts: Part, action: Action = Action.CHANGE) -> Opening:
    """As `open_file` makes one, for tests of what lies behind it."""
    return Opening(journey.id, frozenset(parts), action)


def row(model: type[Entry], journey: Journey, sealed: bytes = b"sealed") -> Entry:
    now = timezone.now()
    return model.objects.within(opening(journey, model.part)).create(
        sealed=sealed, written=now, changed=now
    )
