# SPDX-License-Identifier: EUPL-1.2
"""A file begins, is closed for all others, is opened again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Party
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord, Journey
from ruimbaan.parts.trust.keys import services as keys
from ruimbaan.parts.trust.walls import NotOpened, Opening

EVERYTHING = frozenset(Part)


def begin(owner: UUID, at: datetime) -> UUID:
    """The file of this account, with a key of its own. Asking twice gives the same file."""
    with transaction.atomic():
        file, is_new = Journey.objects.get_or_create(owner_id=owner, defaults={"opened": at})
        if is_new:
            keys.new_key(file.id)
    return file.id


def acquaint(journey: UUID, party: Party, at: datetime) -> None:
    """They know each other from now on. Opens nothing."""
    Acquaintance.objects.get_or_create(
        journey_id=journey, party_kind=party.kind, party=party.id, defaults={"since": at}
    )


def unacquaint(opening: Opening, party: Party, at: datetime) -> None:
    """They do not know each other here any more. What this party was given stops from the very next
    request; an organisation it belongs to keeps what was given to that. Again does no harm."""
    _demand_all(opening, Action.SHARE)
    mine = {"journey": opening.journey, "party_kind": party.kind, "party": party.id}
    GrantRecord.objects.filter(**mine, ends__gt=at, revoked=None).update(revoked=at)
    Acquaintance.objects.filter(**mine).delete()


def step_back(journey: UUID, party: Party, at: datetime) -> None:
    """Who was known to the person is that no longer, on an own wish: what was given to this party
    stops from the very next request. Seeing less needs nobody's yes. Again does no harm."""
    mine = {"journey": journey, "party_kind": party.kind, "party": party.id}
    with transaction.atomic():
        GrantRecord.objects.filter(**mine, ends__gt=at, revoked=None).update(revoked=at)
        Acquaintance.objects.filter(**mine).delete()


def close_for_others(opening: Opening, at: datetime) -> None:
    """AVG art. 18: nobody but the owner, until the owner opens it again. Grants stay."""
    _demand_all(opening, Action.SHARE)
    Journey.objects.filter(id=opening.journey, restricted=None).update(restricted=at)


def open_for_others(opening: Opening) -> None:
    _demand_all(opening, Action.SHARE)
    Journey.objects.filter(id=opening.journey).update(restricted=None)


def _demand_all(opening: Opening, action: Action) -> None:
    if opening.ended or opening.action is not action or opening.parts != EVERYTHING:
        raise NotOpened(f"The whole file must be open to {action}.")
