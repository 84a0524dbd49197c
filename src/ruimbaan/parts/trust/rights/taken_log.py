# SPDX-License-Identifier: EUPL-1.2
"""Who looked, to take along: every row of the log of one file, own looks too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.parties import Party
from ruimbaan.core.trust.take_along import Fact
from ruimbaan.parts.accounts.queries import Called
from ruimbaan.parts.journey.queries import called_by, looker, told_apart, why_then
from ruimbaan.parts.trust.log.whole import every_entry
from ruimbaan.parts.trust.rights.taken_grants import place_of
from ruimbaan.parts.trust.rights.wording import PURPOSE, WHAT

WHEN = Text("Wanneer", "When")
WORK = Text("Werk", "Work")
MAY = Text("Mocht dat?", "Was that allowed?")


def log_items(journey: UUID, owner: UUID, now: datetime) -> Iterator[tuple[Fact, ...]]:
    """The oldest first, in the language of the reader."""
    for entries in every_entry(journey, now):
        called = called_by({party for one in entries if (party := looker(one))}, now)
        for entry in entries:
            yield _looked(entry, owner, called)


def _looked(entry: Entry, owner: UUID, called: dict[Party, Called]) -> tuple[Fact, ...]:
    """The page tells when and what in a sentence, and of others what it was for and why."""
    party = looker(entry)
    who = called.get(party) if party else None
    line = told_apart(entry, called, owner)
    by_me = entry.actor == owner
    return (
        Fact("at", WHEN, entry.at),
        Fact("by_me", None, by_me),
        Fact("who", None, who.name if who else None),
        Fact("organisation", None, place_of(who)),
        Fact("action", WHAT, entry.action.value, line.what),
        Fact("role", WORK, entry.role.value if entry.role else None, line.about),
        Fact("part", None, entry.part.value if entry.part else None),
        Fact("purpose", PURPOSE, entry.purpose.value if entry.purpose else None, line.why_for),
        Fact("allowed", None, entry.allowed),
        Fact("because", None if by_me else MAY, entry.outcome.value, why_then(entry)),
        Fact("grant", None, _text(entry.grant)),
        Fact("link", None, _text(entry.link)),
        Fact("origin", None, entry.origin),
        Fact("request", None, entry.request),
    )


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
