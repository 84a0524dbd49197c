# SPDX-License-Identifier: EUPL-1.2
"""From rows to the core's types."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Basis, Given, Grant
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.integrations.prepared_rows import PreparedRows
from ruimbaan.parts.trust.files.models import GrantRecord, Journey


def _on_journey(journey: UUID) -> QuerySet[GrantRecord]:
    return GrantRecord.objects.filter(journey=journey).order_by("starts", "id")


def _not_erased(journey: UUID) -> QuerySet[Journey]:
    return Journey.objects.filter(id=journey, erased=None)


def _not_erased_of(account: UUID) -> QuerySet[Journey]:
    return Journey.objects.filter(owner=account, erased=None)


_grants = PreparedRows(_on_journey)
_journey, _journey_of = PreparedRows(_not_erased), PreparedRows(_not_erased_of)


def journey_row(journey: UUID) -> Journey | None:
    """None also when it was erased."""
    return _journey.first(journey)


def names_of_owners(journeys: Iterable[UUID]) -> dict[UUID, str]:
    """Of each file how its owner wants to be called; of an erased file nothing. One question, however
    many files."""
    rows = Journey.objects.filter(id__in=set(journeys), erased=None).select_related("owner")
    return {row.id: row.owner.get_short_name() for row in rows if row.owner is not None}


def journey_of(account: UUID) -> Journey | None:
    """The file of this account, when it has one."""
    return _journey_of.first(account)


def grants_on(journey: UUID) -> tuple[Grant, ...]:
    """Every grant there ever was on this file, the oldest first. Never kept between requests."""
    return tuple(as_grant(row) for row in _grants(journey))


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
