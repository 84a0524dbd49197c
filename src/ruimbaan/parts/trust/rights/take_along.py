# SPDX-License-Identifier: EUPL-1.2
"""Everything that is kept of one person, together: what stands in the file, what was given, the
account, and then the log, a few rows at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.consent_words import SENTENCES
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.grants import Grant
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.accounts.queries import Called, names_of, whole_account
from ruimbaan.parts.journey.queries import WholePart, whole_file
from ruimbaan.parts.trust.files.models import Acquaintance, Journey
from ruimbaan.parts.trust.log.whole import every_entry
from ruimbaan.parts.trust.queries import file_of, grants_on
from ruimbaan.parts.trust.rights import requests
from ruimbaan.parts.trust.services import open_file

ABOUT_OTHERS = frozenset({Part.PEOPLE, Part.EMERGENCY_CARD})  # own words, about somebody else too
WHO = Text("Wie", "Who")
PART = Text("Deel", "Part")
PURPOSE = Text("Waarvoor", "What for")
SINCE = Text("Vanaf", "From")
WRITTEN = Text("Geschreven", "Written")
CHANGED = Text("Veranderd", "Changed")


def gather(actor: Actor, account: UUID, now: datetime) -> tuple[Section, ...]:
    """All but the log. That it was taken along is in the log before anything is read.

    Raises what `open_file` raises.
    """
    journey = file_of(account)
    found = [*whole_account(account, journey, now), _requests(account)]
    if journey is not None:
        whole = frozenset(Part)
        with open_file(actor, journey, whole, action=Action.TAKE_ALONG, now=now) as opening:
            found += [_part(part) for part in whole_file(opening)]
        found += [_file(journey), _known(journey, now), _grants(grants_on(journey), now)]
    return tuple(found)


def log_items(journey: UUID, owner: UUID, now: datetime) -> Iterator[tuple[Fact, ...]]:
    """Every row of the log of this file, own looks too, the oldest first."""
    for entries in every_entry(journey, now):
        called = names_of({party for one in entries if (party := _looker(one))}, now)
        for entry in entries:
            yield _looked(entry, owner, called)


def _part(part: WholePart) -> Section:
    return Section(
        f"part.{part.part.value}",
        part.title,
        tuple(
            (
                Fact("id", Text("Nummer", "Number"), str(one.id)),
                *(Fact(name, part.questions[name], words) for name, words in one.words.items()),
                Fact("written", WRITTEN, one.written),
                Fact("changed", CHANGED, one.changed),
            )
            for one in part.written
        ),
        about_others=part.part in ABOUT_OTHERS,
    )


def _file(journey: UUID) -> Section:
    row = Journey.objects.get(id=journey)
    facts = (
        Fact("id", Text("Nummer", "Number"), str(row.id)),
        Fact("opened", Text("Begonnen", "Begun"), row.opened),
        Fact("closed_since", Text("Even dicht sinds", "Closed for a while since"), row.restricted),
    )
    return Section("file", Text("Mijn reis", "My journey"), (facts,))


def _known(journey: UUID, now: datetime) -> Section:
    rows = Acquaintance.objects.filter(journey=journey).order_by("since", "id")
    parties = {row.id: Party(PartyKind(row.party_kind), row.party) for row in rows}
    called = names_of(parties.values(), now)
    items = tuple(
        (
            Fact("who", WHO, _name(called.get(parties[row.id]))),
            Fact(
                "organisation",
                Text("Organisatie", "Organisation"),
                _place(called.get(parties[row.id])),
            ),
            Fact("since", SINCE, row.since),
        )
        for row in rows
    )
    return Section("known", Text("Wie ik hier ken", "Whom I know here"), items, about_others=True)


def _grants(grants: Iterable[Grant], now: datetime) -> Section:
    given = tuple(grants)
    called = names_of({grant.party for grant in given}, now)
    items = tuple(
        (
            Fact("id", Text("Nummer", "Number"), str(grant.id)),
            Fact("who", WHO, _name(called.get(grant.party))),
            Fact(
                "organisation", Text("Organisatie", "Organisation"), _place(called.get(grant.party))
            ),
            Fact("part", PART, grant.part.value),
            Fact("purpose", PURPOSE, grant.purpose.value),
            Fact("starts", SINCE, grant.starts),
            Fact("ends", Text("Tot", "Until"), grant.ends),
            Fact("stopped", Text("Gestopt", "Stopped"), grant.revoked),
            Fact("given", Text("Hoe ik ja zei", "How I said yes"), grant.given.value),
            Fact("basis", Text("Grond in de wet", "Basis in law"), grant.basis.value),
            Fact("words", Text("Versie van de tekst", "Version of the text"), grant.words),
            Fact("sentence", Text("De tekst", "The text"), _sentence(grant.words)),
        )
        for grant in given
    )
    return Section("grants", Text("Wat ik liet zien", "What I showed"), items, about_others=True)


def _requests(account: UUID) -> Section:
    items = tuple(
        (
            Fact("about", Text("Gaat over", "Is about"), one.about.value),
            Fact("text", Text("Wat ik vroeg", "What I asked"), one.text),
            Fact("asked", Text("Gevraagd", "Asked"), one.asked),
            Fact("due", Text("Antwoord uiterlijk", "Answer at the latest"), one.due),
            Fact("answered", Text("Beantwoord", "Answered"), one.answered),
            Fact("outcome", Text("Uitkomst", "Outcome"), one.outcome),
            Fact("answer", Text("Het antwoord", "The answer"), one.answer),
            Fact("withdrawn", Text("Teruggetrokken", "Taken back"), one.withdrawn),
        )
        for one in requests.of_account(account)
    )
    return Section("requests", Text("Wat ik vroeg", "What I asked"), items)


def _looked(entry: Entry, owner: UUID, called: dict[Party, Called]) -> tuple[Fact, ...]:
    party = _looker(entry)
    who = called.get(party) if party else None
    return (
        Fact("at", Text("Wanneer", "When"), entry.at),
        Fact("by_me", Text("Ik zelf", "Myself"), entry.actor == owner),
        Fact("who", WHO, _name(who)),
        Fact("organisation", Text("Organisatie", "Organisation"), _place(who)),
        Fact("role", Text("Rol", "Role"), entry.role.value if entry.role else None),
        Fact("action", Text("Wat", "What"), entry.action.value),
        Fact("part", PART, entry.part.value if entry.part else None),
        Fact("purpose", PURPOSE, entry.purpose.value if entry.purpose else None),
        Fact("allowed", Text("Mocht dat?", "Was that allowed?"), entry.allowed),
        Fact("because", Text("Waarom", "Why"), entry.outcome.value),
        Fact("grant", Text("Nummer van het delen", "Number of the sharing"), _text(entry.grant)),
        Fact("link", Text("Nummer van de link", "Number of the link"), _text(entry.link)),
        Fact("origin", Text("Kenmerk van de plek", "Mark of the place"), entry.origin),
        Fact("request", Text("Kenmerk van de klik", "Mark of the click"), entry.request),
    )


def _looker(entry: Entry) -> Party | None:
    if entry.membership is not None:
        return Party(PartyKind.MEMBERSHIP, entry.membership)
    return None if entry.actor is None else Party(PartyKind.ACCOUNT, entry.actor)


def _name(called: Called | None) -> str | None:
    return called.name if called else None


def _place(called: Called | None) -> str | None:
    return (called.organisation or None) if called else None


def _sentence(version: str) -> str | None:
    found = SENTENCES.get(version)
    return found.nl if found else None


def _text(value: UUID | None) -> str | None:
    return None if value is None else str(value)
