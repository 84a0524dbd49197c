# SPDX-License-Identifier: EUPL-1.2
"""Asking: by who works, for somebody whose part they were given or for nobody; or by the person."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid5

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.discretion.asking import Fallback, Request, State, begin
from ruimbaan.core.discretion.asking_errors import NotThisPerson
from ruimbaan.core.trust.parties import MAY_BE_SHOWN, Actor, Party, PartyKind
from ruimbaan.parts.accounts.queries import name_of, names_of
from ruimbaan.parts.discretion.asking import letters, records
from ruimbaan.parts.discretion.asking.kept import Kept
from ruimbaan.parts.trust.queries import is_closed, names_of_owners, shown_to
from ruimbaan.parts.trust.services import new_token


@dataclass(frozen=True, slots=True)
class Wanted:
    """`form` is made once for each form that was shown: sending it again asks nothing more. `about`
    is the file of the person it is about. `who` and `deputy` are named by the rule."""

    form: UUID
    what: str
    why: str
    until: date
    answer_by: date
    mail: str
    rule: str = ""
    who: str = ""
    deputy: str = ""
    deputy_mail: str = ""
    fallback: Fallback = Fallback.UNANSWERED
    about: UUID | None = None


def works_with_people(actor: Actor, now: datetime) -> bool:
    return any(one.role in MAY_BE_SHOWN and one.in_force(now) for one in actor.memberships)


def people_of(actor: Actor, now: datetime) -> dict[UUID, str]:
    """Of whom this actor sees a part now, as somebody who works with people: file and name."""
    works = {one.id for one in actor.memberships if one.role in MAY_BE_SHOWN and one.in_force(now)}
    places = {one.organisation for one in actor.memberships if one.id in works}
    return names_of_owners(
        grant.journey for grant in shown_to(actor, now) if grant.party.id in works | places
    )


def ask_as_worker(actor: Actor, account: UUID, wanted: Wanted, at: datetime) -> UUID:
    """What is about a person waits for that one's yes first. Raises NotThisPerson, TooManyOpen."""
    person = ""
    if wanted.about is not None:
        known = people_of(actor, at)
        if wanted.about not in known or is_closed(wanted.about):
            raise NotThisPerson
        person = known[wanted.about]
    kept = _kept(wanted, account, called_at_work(actor, at), at)
    return _send(replace(kept, person=person), wanted.form, at)


def ask_as_person(account: UUID, journey: UUID, wanted: Wanted, at: datetime) -> UUID:
    """Raises TooManyOpen."""
    kept = _kept(wanted, account, name_of(account), at, journey=journey)
    return _send(replace(kept, person=kept.asker), wanted.form, at)


def _send(kept: Kept, form: UUID, at: datetime) -> UUID:
    request = uuid5(kept.account, f"room:{form}")
    if records.find(request) is not None:
        return request
    with transaction.atomic():
        found = records.add(request, kept)
        if found.kept.request.state is State.PROPOSED:
            letters.proposed(found, at)
        else:
            letters.ask(found, at)
    return request


def _kept(
    wanted: Wanted, account: UUID, asker: str, at: datetime, *, journey: UUID | None = None
) -> Kept:
    today, own = timezone.localdate(at), journey is not None
    request = Request(
        State.ASKED, wanted.what, wanted.why, wanted.until, wanted.answer_by, wanted.fallback
    )
    about = journey or wanted.about
    begun = begin(request, today, needs_a_yes=about is not None and not own)
    return Kept(
        request=begun,
        account=account,
        asker=asker,
        made=today,
        rule=wanted.rule,
        who=wanted.who,
        mail=wanted.mail,
        deputy=wanted.deputy,
        deputy_mail=wanted.deputy_mail,
        journey=about,
        own=own,
        token="" if begun.state is State.PROPOSED else new_token(),
    )


def called_at_work(actor: Actor, at: datetime) -> str:
    works = [
        Party(PartyKind.MEMBERSHIP, one.id)
        for one in actor.memberships
        if one.role in MAY_BE_SHOWN and one.in_force(at)
    ]
    called = names_of(works, at)
    for party in works:
        if party in called:
            one = called[party]
            return _("{name} van {organisation}").format(
                name=one.name, organisation=one.organisation
            )
    return ""
