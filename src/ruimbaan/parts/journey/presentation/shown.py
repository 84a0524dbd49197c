# SPDX-License-Identifier: EUPL-1.2
"""What somebody else sees: who shows what, and the parts themselves, with why it may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.parties import Actor
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import name_of
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.close_one.presentation import own_space
from ruimbaan.parts.journey.kinds import KINDS, OF_PART
from ruimbaan.parts.journey.presentation.card import ShownPart
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.saying import capital, day, last_day, listed
from ruimbaan.parts.journey.presentation.voices import purpose_of, short_of
from ruimbaan.parts.journey.wording import PURPOSES
from ruimbaan.parts.trust.queries import names_of_owners, owner_of, shown_to
from ruimbaan.parts.trust.walls import Opening
from ruimbaan.ui.components import Link


@dataclass(frozen=True, slots=True)
class Shared:
    """Everything that one person shows for one purpose."""

    who: str
    url: str
    what: str
    purpose: str
    until: str


@dataclass(frozen=True, slots=True)
class SeenPart:
    part: ShownPart
    why: str


def list_page(actor: Actor, now: datetime) -> dict[str, object]:
    """For who works nowhere it is their own space as a close one as well."""
    groups: dict[tuple[UUID, Purpose], list[Grant]] = {}
    for grant in shown_to(actor, now):
        groups.setdefault((grant.journey, grant.purpose), []).append(grant)
    names = names_of_owners(journey for journey, _purpose in groups)
    shared = [
        _shared(grants, capital(names.get(journey, "")), now)
        for (journey, _purpose), grants in groups.items()
    ]
    return {
        "crumbs": (Link(_("Met mij gedeeld")),),
        "shared": tuple(sorted(shared, key=lambda one: (one.who.casefold(), one.url))),
        **(own_space(actor.account) if actor.account and not works(actor, now) else {}),
    }


def works(actor: Actor, now: datetime) -> bool:
    return any(membership.in_force(now) for membership in actor.memberships)


def file_page(
    actor: Actor, opening: Opening, purpose: Purpose | None, now: datetime
) -> dict[str, object]:
    owner = owner_of(opening.journey)
    if purpose is None or owner is None or owner == actor.account:
        raise Http404
    today = timezone.localdate(now)
    who = capital(name_of(owner))
    last = _longest(actor, opening, purpose, now)
    parts = tuple(
        SeenPart(
            shown(kind, entries.read(opening, kind), today, who),
            _why(who, last.get(kind.part), today),
        )
        for kind in KINDS
        if kind.part in opening.parts
    )
    return {
        "crumbs": (Link(_("Met mij gedeeld"), reverse("journey:with-me")), Link(who)),
        "who": who,
        "purpose": purpose_of(purpose, who),
        "parts": parts,
    }


def _why(who: str, grant: Grant | None, today: date) -> str:
    """Without an end when it was stopped just now: this page still belongs to before that."""
    if grant is None:
        return _("{wie} laat je dit zien.").format(wie=who)
    return _("{wie} laat je dit zien, tot en met {datum}.").format(
        wie=who, datum=day(last_day(grant.ends), today)
    )


def _longest(actor: Actor, opening: Opening, purpose: Purpose, now: datetime) -> dict[Part, Grant]:
    """Of each part the grant that lasts longest: it can be given in more than one way."""
    mine = [
        grant
        for grant in shown_to(actor, now)
        if grant.journey == opening.journey and grant.purpose is purpose
    ]
    return {grant.part: grant for grant in sorted(mine, key=lambda grant: grant.ends)}


def _shared(grants: list[Grant], who: str, now: datetime) -> Shared:
    first, today = grants[0], timezone.localdate(now)
    kinds = [one for one in OF_PART.values() if one.part in {grant.part for grant in grants}]
    last = max(last_day(grant.ends) for grant in grants)
    return Shared(
        who=who,
        url=reverse("journey:shown", args=[first.journey, PURPOSES[first.purpose].path]),
        what=listed([short_of(kind) for kind in kinds]),
        purpose=purpose_of(first.purpose, who),
        until=_("Tot en met {datum}").format(datum=day(last, today)),
    )
