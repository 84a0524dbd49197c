# SPDX-License-Identifier: EUPL-1.2
"""Who sees what, said to the person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from ruimbaan.core.trust.consent_words import SENTENCES
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Given, Grant
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import Called
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.naming import called_by
from ruimbaan.parts.journey.presentation.saying import (
    capital,
    day,
    in_words,
    last_day,
    listed,
    say,
)
from ruimbaan.parts.journey.wording import (
    CLOSE_ONE,
    GIVEN,
    LOOKER,
    NOBODY,
    PURPOSES,
    ROLES,
    WHOLE_ORGANISATION,
)
from ruimbaan.parts.trust.queries import running_grants

SOON = 14  # days before the end of a grant from which that is told


@dataclass(frozen=True, slots=True)
class Line:
    """One grant in a list."""

    id: UUID
    who: str
    about: str
    what: str
    soon: str


def lines(own: Own) -> tuple[Line, ...]:
    """The soonest to end on top, with everything of the same party below it."""
    grants = running_grants(own.journey, own.now)
    parties = list(dict.fromkeys(grant.party for grant in grants))
    return lines_of(own, sorted(grants, key=lambda grant: parties.index(grant.party)))


def lines_of(own: Own, grants: Sequence[Grant]) -> tuple[Line, ...]:
    called = called_by({grant.party for grant in grants}, own.now)
    return tuple(_line(grant, called.get(grant.party), own.today) for grant in grants)


def who_sees(own: Own, part: Part) -> str:
    """As in: Noor en oma zien dit. Empty when nobody does."""
    parties = list(
        dict.fromkeys(
            grant.party for grant in running_grants(own.journey, own.now) if grant.part is part
        )
    )
    called = called_by(parties, own.now)
    return see_this([name(called.get(party)) for party in parties])


def see_this(names: Sequence[str]) -> str:
    """As in: Noor ziet dit. Without its full stop; empty when nobody does."""
    if not names:
        return ""
    # apart from the choice: a text inside one is not found by the translation
    one, more = _("{wie} ziet dit"), _("{wie} zien dit")
    return (one if len(names) == 1 else more).format(wie=listed(names))


def name(called: Called | None) -> str:
    return called.name if called else in_words(NOBODY)


def about(called: Called | None) -> str:
    """As in: ervaringsdeskundige bij De Kade."""
    if called is None or called.party.kind is PartyKind.LINK:
        return ""
    if called.party.kind is PartyKind.ORGANISATION:
        return in_words(WHOLE_ORGANISATION)
    if called.role is None:
        return in_words(CLOSE_ONE)
    return _("{role} bij {organisation}").format(
        role=in_words(ROLES[called.role]), organisation=called.organisation
    )


def sentence(
    version: str, who: str, parts: Iterable[Part], ends: datetime, purpose_words: str, today: date
) -> str:
    """What the person says yes to."""
    said = say(
        SENTENCES[version],
        wie=who,
        deel=listed([part_in_words(part) for part in parts]),
        datum=day(last_day(ends), today),
        doel=purpose_words,
    )
    return capital(said)


def sentence_of(grant: Grant, called: Called | None, today: date) -> str:
    purpose = purpose_in_words(grant.purpose)
    return sentence(grant.words, name(called), [grant.part], grant.ends, purpose, today)


def part_in_words(part: Part) -> str:
    """As in: je wensen. Own notes too, somebody may have tried to see them; and what has its own
    pages elsewhere."""
    kind = OF_PART.get(part)
    return in_words(kind.yours if kind else LOOKER[part.value])


def purpose_in_words(purpose: Purpose) -> str:
    """As in: steun onderweg."""
    return in_words(PURPOSES[purpose].inside)


def given_in_words(given: Given) -> str:
    return in_words(GIVEN[given])


def party_of(text: str) -> Party | None:
    """From the value of a choice, as `value_of` writes it."""
    kind, _colon, number = text.partition(":")
    try:
        return Party(PartyKind(kind), UUID(number))
    except ValueError:
        return None


def value_of(party: Party) -> str:
    return f"{party.kind.value}:{party.id}"


def _line(grant: Grant, called: Called | None, today: date) -> Line:
    until = last_day(grant.ends)
    left = (until - today).days
    return Line(
        id=grant.id,
        who=capital(name(called)),
        about=about(called),
        what=_("Ziet {deel}, tot en met {datum}").format(
            deel=part_in_words(grant.part), datum=day(until, today)
        ),
        soon=_soon(left) if left <= SOON else "",
    )


def _soon(days: int) -> str:
    if days == 0:
        return _("Vandaag gaat het vanzelf dicht.")
    if days == 1:
        return _("Morgen gaat het vanzelf dicht.")
    return _("Over {dagen} dagen gaat het vanzelf dicht.").format(dagen=days)
