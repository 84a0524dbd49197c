# SPDX-License-Identifier: EUPL-1.2
"""Somebody signed in, for tests of pages behind the login."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.accounts.signing_in.models import SessionRecord


def as_person(client: Client, code_name: str = "sterre", called: str = "Sterre") -> Account:
    """A new account without any role, signed in."""
    account = Account.objects.create_account(code_name, called=called)
    enter(client, account)
    return account


def as_role(client: Client, role: Role = Role.WORKER, code_name: str = "noor") -> Account:
    """A new account that works somewhere, signed in with a second step."""
    account = Account.objects.create_account(code_name, called=code_name.title())
    organisation = Organisation.objects.create(name="Buurtteam Veenland", region="veenland")
    MembershipRecord.objects.create(
        account=account,
        organisation=organisation,
        role=role,
        starts=timezone.now() - timedelta(days=1),
    )
    enter(client, account, strong=True)
    return account


def enter(client: Client, account: Account, *, strong: bool = False) -> None:
    """`strong`: as after a passkey or a second step; without it `/werk` asks for that first."""
    client.force_login(account)
    SessionRecord.objects.filter(key=client.session.session_key).update(strong=strong)
