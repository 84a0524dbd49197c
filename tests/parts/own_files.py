# SPDX-License-Identifier: EUPL-1.2
"""A person with a file, people the person knows, and what one does on the pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.trust import services as trust
from tests.signed_in import as_person, enter

URLENCODED = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a file, signed in with `client`."""

    account: Account
    journey: UUID
    client: Client

    def knows(self, party: Party) -> None:
        trust.acquaint(self.journey, party, timezone.now())

    def writes(self, path: str, **values: str) -> Any:
        return self.client.post(f"/mijn/{path}/nieuw", {"form": str(uuid4()), **values})

    def shows(
        self, party: Party, *parts: str, why: str = "steun", until: str = "kwartaal", **more: str
    ) -> Any:
        """With the last yes."""
        return self.client.post(
            "/mijn/delen/nieuw", showing(party, *parts, why=why, until=until, doe="ja", **more)
        )

    def read(self, path: str) -> str:
        return read(self.client, path)


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody something can be shown to."""

    account: Account
    party: Party
    client: Client

    def look(self, person: Person, why: str = "steun") -> Any:
        return self.client.get(f"/gedeeld/{person.journey}/{why}")


def person(code_name: str = "sterre", called: str = "Sterre") -> Person:
    client = Client()
    account = as_person(client, code_name, called)
    return Person(account, trust.begin(account.pk, timezone.now()), client)


def close_one(code_name: str = "oma", called: str = "Oma") -> Other:
    client = Client()
    account = as_person(client, code_name, called)
    return Other(account, Party(PartyKind.ACCOUNT, account.pk), client)


def worker(
    code_name: str = "noor",
    role: Role = Role.EXPERIENCE_EXPERT,
    organisation: Organisation | None = None,
) -> Other:
    """Works since yesterday at an organisation, and signed in with two proofs."""
    account = Account.objects.create_account(code_name, called=code_name.title())
    where = organisation or Organisation.objects.create(name="Herstelplek De Kade")
    membership = MembershipRecord.objects.create(
        account=account,
        organisation=where,
        role=role,
        starts=timezone.now() - timedelta(days=1),
    )
    client = Client()
    enter(client, account, strong=True)
    return Other(account, Party(PartyKind.MEMBERSHIP, membership.pk), client)


def showing(
    party: Party, *parts: str, why: str = "steun", until: str = "kwartaal", **more: str
) -> dict[str, Any]:
    return {
        "form": str(uuid4()),
        "wie": f"{party.kind.value}:{party.id}",
        "wat": list(parts),
        "waarvoor": why,
        "tot": until,
        "hoe": "self",
        **more,
    }


def read(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return response.content.decode()


def send_bytes(client: Client, path: str, raw: bytes, **values: str) -> Any:
    """A form whose field `words` holds exactly these bytes."""
    quoted = "".join(f"%{byte:02X}" for byte in raw)
    body = f"{urlencode(values)}&words={quoted}"
    return client.post(path, body, content_type=URLENCODED)
