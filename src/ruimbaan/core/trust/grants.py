# SPDX-License-Identifier: EUPL-1.2
"""A grant: one part, for one party, for one purpose, for a while, in words the person saw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.parties import Party
from ruimbaan.core.trust.purposes import OPENS, Purpose

USUAL = timedelta(days=91)
LONGEST = timedelta(days=366)  # a year, also when it has a 29 February


class Given(StrEnum):
    """How the person said yes."""

    SELF = "self"
    WITH_HELP = "with_help"
    SPOKEN = "spoken"  # in words, with a witness


class Basis(StrEnum):
    """Why the receiver may have it at all (AVG art. 6 and 9). Apart from the person's switch: the
    switch never repairs a missing basis, and no basis replaces the switch."""

    CONSENT = "consent"
    LEGAL_TASK = "legal_task"
    VITAL_INTEREST = "vital_interest"


@dataclass(frozen=True, slots=True)
class Grant:
    """In force on `starts <= now < ends`, until it is revoked. `words` names the version of the
    text that the person saw; `witness` is only there when it was spoken."""

    id: UUID
    journey: UUID
    part: Part
    party: Party
    purpose: Purpose
    starts: datetime
    ends: datetime
    words: str
    given: Given
    basis: Basis = Basis.CONSENT
    witness: UUID | None = None
    revoked: datetime | None = None

    def in_force(self, now: datetime) -> bool:
        return self.starts <= now < self.ends and not self.is_revoked(now)

    def is_revoked(self, now: datetime) -> bool:
        return self.revoked is not None and self.revoked <= now


class GrantNeverPossible(DomainError):
    code = "RB-TRUST-001"
    cause = Text("Dit deel kan niemand anders zien.", "Nobody else can see this part.")
    advice = Text("Kies een ander deel.", "Choose another part.")


class GrantNotForThis(DomainError):
    code = "RB-TRUST-002"
    cause = Text(
        "Voor dit doel is dit deel niet nodig.", "This part is not needed for this purpose."
    )
    advice = Text("Kies een ander deel of een ander doel.", "Choose another part or purpose.")


class GrantTooLong(DomainError):
    code = "RB-TRUST-003"
    cause = Text("Delen kan voor hoogstens een jaar.", "Sharing lasts a year at most.")
    advice = Text(
        "Kies een dag binnen een jaar. Verlengen kan later.",
        "Choose a day within a year. You can extend it later.",
    )


class GrantEndsBeforeItStarts(DomainError):
    code = "RB-TRUST-004"
    cause = Text("De laatste dag is al voorbij.", "The last day is already over.")
    advice = Text("Kies een dag in de toekomst.", "Choose a day in the future.")


class GrantLacksWitness(DomainError):
    code = "RB-TRUST-005"
    cause = Text(
        "Bij een gesproken ja hoort iemand die het hoorde.",
        "A spoken yes needs somebody who heard it.",
    )
    advice = Text("Kies wie erbij was.", "Choose who was there.")


def check(grant: Grant) -> None:
    """Raises the first DomainError that makes this grant impossible."""
    if grant.part not in SHAREABLE:
        raise GrantNeverPossible
    if grant.part not in OPENS[grant.purpose]:
        raise GrantNotForThis
    if grant.ends <= grant.starts:
        raise GrantEndsBeforeItStarts
    if grant.ends - grant.starts > LONGEST:
        raise GrantTooLong
    if (grant.given is Given.SPOKEN) != (grant.witness is not None):
        raise GrantLacksWitness
