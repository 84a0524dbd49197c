# SPDX-License-Identifier: EUPL-1.2
"""What somebody ever showed, to take along, with the sentence one said yes to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.consent_words import SENTENCES
from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.accounts.queries import Called
from ruimbaan.parts.journey.queries import (
    called_by,
    given_in_words,
    part_in_words,
    purpose_in_words,
    sentence_of,
)
from ruimbaan.parts.trust.rights.wording import BASES, ORGANISATION, PURPOSE, SINCE, WHAT, WHO
from ruimbaan.ui.reader import in_words

GIVEN = Text("Hoe ik ja zei", "How I said yes")
BASIS = Text("Waarom de ander het mag hebben", "Why the other may have it")
SENTENCE = Text("Hier zei ik ja tegen", "What I said yes to")


def grants_section(grants: Iterable[Grant], now: datetime) -> Section:
    given = tuple(grants)
    called = called_by({grant.party for grant in given}, now)
    items = tuple(_grant(grant, called.get(grant.party), now) for grant in given)
    return Section("grants", Text("Wat ik liet zien", "What I showed"), items, about_others=True)


def place_of(called: Called | None) -> str | None:
    return (called.organisation or None) if called else None


def _grant(grant: Grant, called: Called | None, now: datetime) -> tuple[Fact, ...]:
    return (
        Fact("id", None, str(grant.id)),
        Fact("who", WHO, called.name if called else None),
        Fact("organisation", ORGANISATION, place_of(called)),
        Fact("part", WHAT, grant.part.value, part_in_words(grant.part)),
        Fact("purpose", PURPOSE, grant.purpose.value, purpose_in_words(grant.purpose)),
        Fact("starts", SINCE, grant.starts),
        Fact("ends", Text("Tot", "Until"), grant.ends),
        Fact("stopped", Text("Gestopt", "Stopped"), grant.revoked),
        Fact("given", GIVEN, grant.given.value, given_in_words(grant.given)),
        Fact("basis", BASIS, grant.basis.value, in_words(BASES[grant.basis])),
        Fact("words", None, grant.words),
        Fact("sentence", SENTENCE, _sentence(grant, called, now)),
    )


def _sentence(grant: Grant, called: Called | None, now: datetime) -> str | None:
    """Filled in. None for a text that was never ours."""
    if grant.words not in SENTENCES:
        return None
    return sentence_of(grant, called, timezone.localdate(now))
