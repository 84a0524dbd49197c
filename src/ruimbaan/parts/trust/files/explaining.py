# SPDX-License-Identifier: EUPL-1.2
"""Why somebody may see a part now, or may not: the same decision as for a page, asked aside."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from ruimbaan.core.trust.deciding import Action, Because, Decision, Subject, decide
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.parties import Actor, Membership, Party, PartyKind, Role
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import account_behind, actor_for
from ruimbaan.parts.trust.files.models import GrantRecord, Journey
from ruimbaan.parts.trust.files.reading import as_grant, grants_on


def why(journey: UUID, party: Party, now: datetime) -> dict[Part, tuple[Decision, ...]]:
    """For each part every yes, or else the one no that came nearest to it."""
    file = Journey.objects.get(id=journey)
    actor, grants = _actor(party, now), grants_on(journey)
    return {
        part: _of_part(
            actor,
            Subject(journey, file.owner_id, part, file.restricted is not None),
            grants,
            now,
        )
        for part in Part
    }


def shown_to(actor: Actor, now: datetime) -> tuple[Grant, ...]:
    """The grants by which this actor sees something now, whoever gave them."""
    parties = {one for one in (actor.account, actor.link) if one is not None}
    for membership in actor.memberships:
        parties |= {membership.id, membership.organisation}
    rows = GrantRecord.objects.filter(party__in=parties, journey__erased=None)
    found = []
    for row in rows.select_related("journey").order_by("ends", "id"):
        grant, file = as_grant(row), row.journey
        subject = Subject(file.id, file.owner_id, grant.part, file.restricted is not None)
        decision = decide(actor, Action.LOOK, subject, (grant,), now, grant.purpose)
        if decision.because is Because.GRANT:
            found.append(grant)
    return tuple(found)


def _of_part(
    actor: Actor, subject: Subject, grants: tuple[Grant, ...], now: datetime
) -> tuple[Decision, ...]:
    decisions = [decide(actor, Action.LOOK, subject, grants, now, one) for one in Purpose]
    allowed = tuple(decision for decision in decisions if decision.allowed)
    return allowed or (decisions[0],)


def _actor(party: Party, now: datetime) -> Actor:
    """Of an organisation: any worker there."""
    if party.kind is PartyKind.LINK:
        return Actor(link=party.id)
    if party.kind is PartyKind.ORGANISATION:
        works = Membership(uuid4(), party.id, Role.WORKER, starts=now)
        return Actor(account=uuid4(), memberships=(works,))
    account = account_behind(party)
    return Actor(account=uuid4()) if account is None else actor_for(account)
