# SPDX-License-Identifier: EUPL-1.2
"""Giving a part to somebody, stopping that, and making it last longer.

Only within an opening to share, and only the owner gets one: nobody says yes for the person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.consent_words import CURRENT
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Basis, Given, Grant, check
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import account_behind, is_running
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord, Journey
from ruimbaan.parts.trust.files.reading import as_grant
from ruimbaan.parts.trust.links.errors import LinkEndsSooner
from ruimbaan.parts.trust.links.models import LinkRecord
from ruimbaan.parts.trust.walls import NotOpened, Opening


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the person wants to show. `form` is made once for each form that was shown, so that
    sending it twice gives once."""

    form: UUID
    part: Part
    party: Party
    purpose: Purpose
    ends: datetime
    given: Given = Given.SELF
    basis: Basis = Basis.CONSENT
    witness: UUID | None = None

    def as_grant(self, journey: UUID, at: datetime) -> Grant:
        return Grant(
            id=uuid5(journey, f"{self.form}:{self.part}"),
            journey=journey,
            part=self.part,
            party=self.party,
            purpose=self.purpose,
            starts=at,
            ends=self.ends,
            words=CURRENT,
            given=self.given,
            basis=self.basis,
            witness=self.witness,
        )


class PartyNotKnown(DomainError):
    code = "RB-TRUST-013"
    cause = Text("Deze persoon ken je hier niet.", "You do not know this person here.")
    advice = Text("Kies iemand uit de lijst.", "Choose someone from the list.")


class WitnessIsReceiver(DomainError):
    code = "RB-TRUST-014"
    cause = Text(
        "Wie het te zien krijgt, kan niet je getuige zijn.",
        "Whoever gets to see it cannot be your witness.",
    )
    advice = Text("Kies iemand anders die erbij was.", "Choose someone else who was there.")


def find_faults(journey: UUID, wanted: Wanted, at: datetime) -> Grant:
    """The grant as it would be. Raises the first DomainError that makes it impossible."""
    grant = wanted.as_grant(journey, at)
    check(grant)
    if not _is_known(journey, grant.party, at):
        raise PartyNotKnown
    _check_link(grant)
    if grant.witness is not None:
        _check_witness(journey, grant.party, grant.witness)
    return grant


def give(opening: Opening, wanted: Iterable[Wanted], at: datetime) -> tuple[Grant, ...]:
    """All of it, or with a DomainError nothing. The same part for the same party and purpose was
    given before? Then this takes its place: the last word of the person holds."""
    grants = [find_faults(opening.journey, one, at) for one in wanted]
    with transaction.atomic():
        return tuple(_store(opening, grant, at) for grant in grants)


def revoke(opening: Opening, grant: UUID, at: datetime) -> Grant | None:
    """Ends it and what is like it, from the very next request. None: there is no such grant."""
    row = GrantRecord.objects.filter(journey=opening.journey, id=grant).first()
    if row is None:
        return None
    found = as_grant(row)
    _demand(opening, found.part)
    _running(found, at).update(revoked=at)
    return found


def give_back(
    journey: UUID, party: Party, purpose: Purpose, at: datetime, keep: Collection[Part] = ()
) -> None:
    """A receiver who needs it no longer sees it no longer, but for what is still needed to `keep`.
    Seeing less needs nobody's yes."""
    GrantRecord.objects.filter(
        journey=journey,
        party_kind=party.kind,
        party=party.id,
        purpose=purpose,
        ends__gt=at,
        revoked=None,
    ).exclude(part__in=keep).update(revoked=at)


def extend(opening: Opening, grant: UUID, form: UUID, ends: datetime, at: datetime) -> Grant | None:
    """A new grant in the place of this one, for which the person says yes anew."""
    row = GrantRecord.objects.filter(journey=opening.journey, id=grant).first()
    if row is None:
        return None
    old = as_grant(row)
    wanted = Wanted(form, old.part, old.party, old.purpose, ends, basis=old.basis)
    return give(opening, [wanted], at)[0]


def _store(opening: Opening, grant: Grant, at: datetime) -> Grant:
    _demand(opening, grant.part)
    if (before := GrantRecord.objects.filter(id=grant.id).first()) is not None:
        return as_grant(before)  # sent twice
    _running(grant, at).update(revoked=at)
    GrantRecord.objects.create(
        id=grant.id,
        journey_id=grant.journey,
        part=grant.part,
        party_kind=grant.party.kind,
        party=grant.party.id,
        purpose=grant.purpose,
        starts=grant.starts,
        ends=grant.ends,
        words=grant.words,
        given=grant.given,
        basis=grant.basis,
        witness=grant.witness,
    )
    return grant


def _running(grant: Grant, at: datetime) -> QuerySet[GrantRecord]:
    return GrantRecord.objects.filter(
        journey=grant.journey,
        part=grant.part,
        party_kind=grant.party.kind,
        party=grant.party.id,
        purpose=grant.purpose,
        ends__gt=at,
        revoked=None,
    )


def _demand(opening: Opening, part: Part) -> None:
    if opening.action is not Action.SHARE or not opening.covers(part):
        raise NotOpened(f"{part} was to be shared without an opening for that.")


def _is_known(journey: UUID, party: Party, at: datetime) -> bool:
    if party.kind is PartyKind.ORGANISATION:
        return is_running(party.id, at)
    if party.kind is PartyKind.LINK:
        return LinkRecord.objects.filter(id=party.id, journey=journey, ended=None).exists()
    known = Acquaintance.objects.filter(journey=journey, party_kind=party.kind, party=party.id)
    return known.exists()


def _check_link(grant: Grant) -> None:
    """What is given by a link lasts no longer than the link."""
    if grant.party.kind is not PartyKind.LINK:
        return
    if grant.ends > LinkRecord.objects.values_list("ends", flat=True).get(id=grant.party.id):
        raise LinkEndsSooner


def _check_witness(journey: UUID, party: Party, witness: UUID) -> None:
    """Somebody else than the person and the receiver, whom the person knows."""
    owner = Journey.objects.values_list("owner_id", flat=True).get(id=journey)
    if witness in {owner, account_behind(party)}:
        raise WitnessIsReceiver
    known = Acquaintance.objects.filter(journey=journey)
    parties = (Party(PartyKind(row.party_kind), row.party) for row in known.order_by("id"))
    if witness not in {account_behind(one) for one in parties}:
        raise PartyNotKnown
