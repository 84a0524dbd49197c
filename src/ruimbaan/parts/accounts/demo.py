# SPDX-License-Identifier: EUPL-1.2
"""The made-up people of a demo, one for every role; anybody may be one of them with one click.

Their ids are always the same, so that other parts can put something in their files, and so that a
real site sees at once that they are there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.directory.queries import list_names, list_organisations
from ruimbaan.parts.trust.services import acquaint, begin

SPACE = UUID("5a1f0c1e-6d0b-4b52-9d1a-7c3f6e2b9a40")
WAALSTAD, GRACHTSTAD, VESTINGSTAD = "waalstad", "grachtstad", "vestingstad"


@dataclass(frozen=True, slots=True)
class Persona:
    """`works_at` is the name of an organisation of `region`; empty for who has no role. `knows` are
    personas that can be shown something of this one's file."""

    name: str
    called: str
    code_name: str
    what: Text
    region: str = WAALSTAD
    role: Role | None = None
    works_at: str = ""
    has_file: bool = False
    knows: tuple[str, ...] = ()

    @property
    def id(self) -> UUID:
        return uuid5(SPACE, self.name)

    @property
    def membership(self) -> UUID:
        return uuid5(SPACE, f"{self.name} at work")

    @property
    def organisation(self) -> UUID:
        return uuid5(SPACE, f"organisation {self.works_at}")


PERSONAS = (
    Persona(
        "sterre",
        "Sterre",
        "gele-ster-2034",
        Text("Herstelt, en wil haar zoon weer thuis.", "Recovers, and wants her son home again."),
        has_file=True,
        knows=("riet", "joke", "bram"),
    ),
    Persona(
        "riet",
        "Oma Riet",
        "witte-roos-1951",
        Text("De oma van Sterre.", "Sterre's grandmother."),
    ),
    Persona(
        "joke",
        "Joke",
        "groene-linde-4407",
        Text("Hulpverlener bij De Kribbe.", "Worker at De Kribbe."),
        role=Role.WORKER,
        works_at="De Kribbe",
    ),
    Persona(
        "bram",
        "Bram",
        "blauwe-reiger-7316",
        Text("Ervaringsdeskundige bij De Kribbe.", "Experience expert at De Kribbe."),
        role=Role.EXPERIENCE_EXPERT,
        works_at="De Kribbe",
    ),
    Persona(
        "nadia",
        "Nadia",
        "heldere-wilg-8820",
        Text("Regisseur bij de gemeente.", "Steward at the municipality."),
        role=Role.STEWARD,
        works_at="Gemeente Waalstad",
    ),
    Persona(
        "youssef",
        "Youssef",
        "frisse-berk-5093",
        Text("Houdt de Kaart en de teksten bij.", "Keeps the map and the texts right."),
        role=Role.EDITOR,
        works_at="Gemeente Waalstad",
    ),
    Persona(
        "ilse",
        "Ilse",
        "rustige-egel-6651",
        Text("Beheerder. Regelt wie waar werkt.", "Administrator. Arranges who works where."),
        role=Role.ADMINISTRATOR,
        works_at="Gemeente Waalstad",
    ),
    Persona(
        "karim",
        "Karim",
        "vrije-meeuw-3123",
        Text("Zoekt een deur die van hem is.", "Looks for a door that is his."),
        region=GRACHTSTAD,
        has_file=True,
    ),
    Persona(
        "wim",
        "Wim",
        "sterke-otter-5678",
        Text("Wil rust, en een plek voor zichzelf.", "Wants peace, and a place of his own."),
        region=VESTINGSTAD,
        has_file=True,
    ),
)
BY_NAME = {persona.name: persona for persona in PERSONAS}


@transaction.atomic
def prepare(at: datetime) -> None:
    """Can be repeated: who is there already stays as they are."""
    for persona in PERSONAS:
        _account(persona)
        if persona.role:
            _work(persona, persona.role, at)
    for persona in PERSONAS:
        if persona.has_file:
            journey = begin(persona.id, at)
            for name in persona.knows:
                acquaint(journey, party_of(BY_NAME[name]), at)


def party_of(persona: Persona) -> Party:
    """As whom this one gets known to a person: a worker as who works there."""
    if persona.role:
        return Party(PartyKind.MEMBERSHIP, persona.membership)
    return Party(PartyKind.ACCOUNT, persona.id)


def is_there() -> bool:
    return Account.objects.filter(id__in=[persona.id for persona in PERSONAS]).exists()


def _account(persona: Persona) -> None:
    if not Account.objects.filter(id=persona.id).exists():
        Account.objects.create_account(persona.code_name, id=persona.id, called=persona.called)


def _work(persona: Persona, role: Role, at: datetime) -> None:
    Organisation.objects.get_or_create(
        id=persona.organisation,
        defaults={
            "name": persona.works_at,
            "region": persona.region,
            "directory_code": _on_map(persona),
        },
    )
    MembershipRecord.objects.get_or_create(
        id=persona.membership,
        defaults={
            "account_id": persona.id,
            "organisation_id": persona.organisation,
            "role": role,
            "name": persona.called,
            "starts": at,
        },
    )


def _on_map(persona: Persona) -> str:
    """Empty when a demo has other regions, or no such organisation there."""
    if persona.region not in list_names():
        return ""
    found = list_organisations(persona.region)
    return next((one.uid for one in found if one.name == persona.works_at), "")
