# SPDX-License-Identifier: EUPL-1.2
"""From rows to the core's types."""

from __future__ import annotations

from uuid import UUID

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Basis, Given, Grant
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.files.models import GrantRecord


def grants_on(journey: UUID) -> tuple[Grant, ...]:
    """Every grant there ever was on this file, the oldest first. Never kept between requests."""
    rows = GrantRecord.objects.filter(journey=journey).order_by("starts", "id")
    return tuple(as_grant(row) for row in rows)


def as_grant(row: GrantRecord) -> Grant:
    return Grant(
        id=row.id,
        journey=row.journey_id,
        part=Part(row.part),
        party=Party(PartyKind(row.party_kind), row.party),
        purpose=Purpose(row.purpose),
        starts=row.starts,
        ends=row.ends,
        words=row.words,
        given=Given(row.given),
        basis=Basis(row.basis),
        witness=row.witness,
        revoked=row.revoked,
    )
