# SPDX-License-Identifier: EUPL-1.2
"""Everything that is kept of one person, together: what stands in the file, what was given and the
account. The log comes apart, a few rows at a time."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.accounts.queries import names_of, whole_account
from ruimbaan.parts.contributing.services import counted_along
from ruimbaan.parts.discretion.services import room_of_account, room_of_file
from ruimbaan.parts.handoff.queries import whole_handoffs
from ruimbaan.parts.journey.queries import close_one_notes, offline_devices, whole_file
from ruimbaan.parts.storybook.services import stories_of_file
from ruimbaan.parts.trust.files.models import Acquaintance, Journey
from ruimbaan.parts.trust.queries import file_of, grants_on
from ruimbaan.parts.trust.rights import requests
from ruimbaan.parts.trust.rights.models import Outcome
from ruimbaan.parts.trust.rights.taken_grants import grants_section, place_of
from ruimbaan.parts.trust.rights.taken_links import links_section
from ruimbaan.parts.trust.rights.wording import ABOUT, ORGANISATION, OUTCOME, SINCE, WHO
from ruimbaan.parts.trust.services import open_file
from ruimbaan.ui.reader import in_words


def gather(actor: Actor, account: UUID, now: datetime) -> tuple[Section, ...]:
    """All but the log, in the language of the reader. That it was taken along is in the log before
    anything is read. Raises what `open_file` raises."""
    journey = file_of(account)
    found = [*whole_account(account, journey, now), _requests(account)]
    found += [close_one_notes(account), offline_devices(account)]
    found += room_of_account(account)
    if journey is not None:
        whole = frozenset(Part)
        with open_file(actor, journey, whole, action=Action.TAKE_ALONG, now=now) as opening:
            found += [*whole_file(opening), *whole_handoffs(opening, now)]
            found += room_of_file(opening)
            found.append(stories_of_file(journey))
            found += counted_along(opening)
        found += [_file(journey), _known(journey, now), grants_section(grants_on(journey), now)]
        found.append(links_section(journey))
    return tuple(found)


def _file(journey: UUID) -> Section:
    row = Journey.objects.get(id=journey)
    facts = (
        Fact("id", None, str(row.id)),
        Fact("opened", Text("Begonnen", "Begun"), row.opened),
        Fact("closed_since", Text("Even dicht sinds", "Closed for a while since"), row.restricted),
    )
    return Section("file", Text("Mijn reis", "My journey"), (facts,))


def _known(journey: UUID, now: datetime) -> Section:
    rows = Acquaintance.objects.filter(journey=journey).order_by("since", "id")
    parties = [(Party(PartyKind(row.party_kind), row.party), row.since) for row in rows]
    called = names_of((party for party, _since in parties), now)
    items = tuple(
        (
            Fact("who", WHO, who.name if (who := called.get(party)) else None),
            Fact("organisation", ORGANISATION, place_of(who)),
            Fact("since", SINCE, since),
        )
        for party, since in parties
    )
    return Section("known", Text("Wie ik hier ken", "Whom I know here"), items, about_others=True)


def _requests(account: UUID) -> Section:
    items = tuple(
        (
            Fact("id", None, str(one.id)),
            Fact(
                "about",
                Text("Gaat over", "Is about"),
                one.about.value,
                in_words(ABOUT[one.about]),
            ),
            Fact("text", Text("Wat ik vroeg", "What I asked"), one.text),
            Fact("asked", Text("Gevraagd", "Asked"), one.asked),
            Fact("due", Text("Antwoord uiterlijk", "Answer at the latest"), one.due),
            Fact("answered", Text("Beantwoord", "Answered"), one.answered),
            Fact("outcome", Text("Uitkomst", "Outcome"), one.outcome, _outcome(one.outcome)),
            Fact("answer", Text("Het antwoord", "The answer"), one.answer),
            Fact("withdrawn", Text("Teruggetrokken", "Taken back"), one.withdrawn),
        )
        for one in requests.of_account(account)
    )
    return Section("requests", Text("Wat ik vroeg", "What I asked"), items)


def _outcome(outcome: str) -> str:
    return in_words(OUTCOME[Outcome(outcome)]) if outcome else ""
