# SPDX-License-Identifier: EUPL-1.2
"""Inviting somebody, by mail or on paper, and what happens when they come.

A row is there as long as the invitation is open; used or withdrawn, it is gone. So a start code on
paper leaves no trace between the worker who gave it and the account that came of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.parts.accounts import codes, letters, memberships
from ruimbaan.parts.accounts.errors import (
    InvitationOver,
    NotWithThisAccount,
    OrganisationEnded,
    TooManyToday,
)
from ruimbaan.parts.accounts.models import (
    Account,
    Invitation,
    InvitationKind,
    Organisation,
)
from ruimbaan.parts.accounts.signing_in.names import propose
from ruimbaan.parts.outbox.services import withdraw as take_back
from ruimbaan.parts.trust.queries import owner_of
from ruimbaan.parts.trust.services import acquaint, begin

WHAT_FOR = "invitation"
LASTS = {
    InvitationKind.WORK: timedelta(days=7),
    InvitationKind.CLOSE_ONE: timedelta(days=14),
    InvitationKind.START: timedelta(days=30),
}
OPEN_AT_MOST = {InvitationKind.WORK: 200, InvitationKind.CLOSE_ONE: 10, InvitationKind.START: 200}
"""Of one organisation or one file at a time."""
TRIES = 20  # for a code name that nobody has


@dataclass(frozen=True, slots=True)
class ByMail:
    to: str
    language: str


def invite_to_work(
    organisation: UUID, role: Role, name: str, *, mail: ByMail | None = None, at: datetime
) -> str:
    """The code. Raises OrganisationEnded or TooManyToday."""
    _demand_running(organisation)
    row = Invitation(kind=InvitationKind.WORK, organisation_id=organisation, role=role, name=name)
    return _hand_out(row, mail, at)


def invite_close_one(journey: UUID, *, mail: ByMail | None = None, at: datetime) -> str:
    """The code. The caller knows that this is the file of who asks. Raises TooManyToday."""
    return _hand_out(Invitation(kind=InvitationKind.CLOSE_ONE, journey=journey), mail, at)


def make_start_code(organisation: UUID, at: datetime) -> str:
    """For on paper only. Raises OrganisationEnded or TooManyToday."""
    _demand_running(organisation)
    row = Invitation(kind=InvitationKind.START, organisation_id=organisation)
    return _hand_out(row, None, at)


def find_open(code: str, at: datetime) -> Invitation | None:
    """Changes nothing: programs that check mail look as well."""
    digest = codes.digest_of(code, WHAT_FOR)
    if not digest:
        return None
    rows = Invitation.objects.select_related("organisation")
    return rows.filter(digest=digest, made__lte=at, ends__gt=at).first()


@transaction.atomic
def accept_as_new(code: str, called: str, at: datetime) -> Account:
    """A new account with a code name, and what the invitation was for. Raises InvitationOver,
    OrganisationEnded."""
    invitation = _use(code, at)
    account = new_account(called)
    _give(invitation, account, None, at)
    return account


@transaction.atomic
def accept(code: str, account: Account, membership: UUID | None, at: datetime) -> None:
    """By who is signed in. `membership`: be known as who works there, and not as oneself.

    Raises InvitationOver, OrganisationEnded or NotWithThisAccount.
    """
    invitation = _use(code, at)
    if invitation.kind == InvitationKind.START:
        raise NotWithThisAccount
    _give(invitation, account, membership, at)


def withdraw(invitation: UUID) -> None:
    Invitation.objects.filter(id=invitation).delete()
    take_back([f"accounts.invitation:{invitation}"])


def forget_ended(at: datetime) -> int:
    """Rows that no longer open anything. How many there were."""
    return Invitation.objects.filter(ends__lte=at).delete()[0]


def new_account(called: str = "") -> Account:
    """Must be called in a transaction."""
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return Account.objects.create_account(propose()[0][0], called=called)
        except IntegrityError:
            continue
    raise RuntimeError("No code name is free.")


@transaction.atomic
def _hand_out(row: Invitation, mail: ByMail | None, at: datetime) -> str:
    kind = InvitationKind(row.kind)
    forget_ended(at)
    same = Invitation.objects.filter(
        kind=kind, organisation=row.organisation_id, journey=row.journey
    )
    if same.count() >= OPEN_AT_MOST[kind]:
        raise TooManyToday
    code = codes.new_code()
    row.digest = codes.digest_of(code, WHAT_FOR)
    row.made, row.ends = at, at + LASTS[kind]
    row.save()
    if mail:
        letters.invite(mail.to, code, row.ends, key=str(row.id), language=mail.language, at=at)
    return code


def _use(code: str, at: datetime) -> Invitation:
    """Of two who come at once only one gets it."""
    invitation = find_open(code, at)
    if invitation is None or not Invitation.objects.filter(id=invitation.id).delete()[0]:
        raise InvitationOver
    return invitation


def _give(invitation: Invitation, account: Account, membership: UUID | None, at: datetime) -> None:
    kind, place = InvitationKind(invitation.kind), invitation.organisation_id
    if kind is InvitationKind.WORK and place:
        memberships.start(account.id, place, Role(invitation.role), invitation.name, at)
    elif kind is InvitationKind.CLOSE_ONE and invitation.journey:
        if owner_of(invitation.journey) in {None, account.id}:
            raise NotWithThisAccount
        acquaint(invitation.journey, _known_as(account, membership, at), at)
    else:
        begin(account.id, at)


def _known_as(account: Account, membership: UUID | None, at: datetime) -> Party:
    if membership is None:
        return Party(PartyKind.ACCOUNT, account.id)
    mine = memberships.running(at).filter(id=membership, account=account.id)
    if not mine.exists():
        raise NotWithThisAccount
    return Party(PartyKind.MEMBERSHIP, membership)


def _demand_running(organisation: UUID) -> None:
    if not Organisation.objects.filter(id=organisation, ended=None).exists():
        raise OrganisationEnded
