# SPDX-License-Identifier: EUPL-1.2
"""Who keeps the Kaart right, and lists with a fault, for the tests of upkeep."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from tests.signed_in import enter


def keeper(
    role: Role = Role.EDITOR, region: str = "waalstad", name: str = "Youssef"
) -> tuple[Client, MembershipRecord]:
    """A browser in which somebody of this region is signed in, and the work they do."""
    browser = Client()
    account = Account.objects.create_account(name.lower(), called=name)
    organisation = Organisation.objects.create(name=f"Gemeente {region.title()}", region=region)
    work = MembershipRecord.objects.create(
        account=account,
        organisation=organisation,
        role=role,
        name=name,
        starts=timezone.now() - timedelta(days=1),
    )
    enter(browser, account, strong=True)
    return browser, work
