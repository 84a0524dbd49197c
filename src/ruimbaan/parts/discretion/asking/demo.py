# SPDX-License-Identifier: EUPL-1.2
"""Room of the made-up people of a demo: Joke wants to ask something for Sterre, Sterre asked something
herself and got a yes, and Joke made a note. Everything goes through the same services as the pages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from ruimbaan.core.discretion.asking import State
from ruimbaan.core.discretion.noting import Note
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.discretion.asking import records
from ruimbaan.parts.discretion.asking.answering import answer
from ruimbaan.parts.discretion.asking.wanting import Wanted, ask_as_person, ask_as_worker, people_of
from ruimbaan.parts.discretion.noting import book
from ruimbaan.parts.trust.queries import file_of

FORMS = UUID("3b1f7a52-90a4-4b0e-8a0d-5c1d4e7f2a90")


def prepare(accounts: Mapping[str, UUID], now: datetime) -> None:
    """What is there already is left as it is."""
    sterre, joke = accounts["sterre"], accounts["joke"]
    journey, actor = file_of(sterre), actor_for(joke)
    today = timezone.localdate(now)
    if journey is None or book.read(joke):
        return
    until, answer_by = today + timedelta(days=90), today + timedelta(days=7)
    own = Wanted(
        uuid5(FORMS, "own"),
        "Mijn bed in de opvang blijft staan als ik in de kliniek ben.",
        "Anders heb ik daarna geen plek.",
        mail="opvang@voorbeeld.example",
        rule="R52-W",
        who="de coördinator opvang Waalstad",
        until=until,
        answer_by=answer_by,
    )
    asked = records.find(ask_as_person(sterre, journey, own, now))
    if asked is not None:
        words = "Bel ons in de laatste week even."
        answer(asked.kept.token, State.YES_BUT, words, FORMS, now)
    if journey in people_of(actor, now):
        dog = Wanted(
            uuid5(FORMS, "dog"),
            "De hond mag de eerste twee weken mee.",
            "Zonder de hond gaat Sterre niet.",
            mail="locatie@voorbeeld.example",
            rule="R50-W",
            who="de locatiemanager in Waalstad",
            about=journey,
            until=until,
            answer_by=answer_by,
        )
        ask_as_worker(actor, joke, dog, now)
    place = "De plek bleef staan na een moeilijke week."
    why, hoped = "Opnieuw aanmelden kost maanden.", "Dat iemand durft te bellen."
    note = Note(uuid5(FORMS, "note"), today, place, "R36-W", why, hoped, look_back=today)
    book.add(joke, note)
