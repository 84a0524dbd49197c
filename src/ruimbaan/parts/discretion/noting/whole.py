# SPDX-License-Identifier: EUPL-1.2
"""Everything of room to take along: the own notes, what was asked, and what the person kept."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.discretion.asking import records
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.discretion.asking.wording import EFFECTS, TO_PERSON
from ruimbaan.parts.discretion.noting import book, offering, own_room
from ruimbaan.parts.discretion.noting.wording import KINDS
from ruimbaan.parts.trust.walls import Opening
from ruimbaan.ui.reader import in_words

Item = tuple[Fact, ...]
DAY, WHAT, RULE = Text("Dag", "Day"), Text("Wat", "What"), Text("Regel", "Rule")
WHY, DID = Text("Waarom", "Why"), Text("Wat het deed", "What it did")
WHO, BACK = Text("Wie", "Who"), Text("Terugkijken", "Looking back")


def room_of_account(account: UUID) -> tuple[Section, ...]:
    """What this account noted, and asked as somebody who works."""
    notes = tuple(
        (
            Fact("id", None, str(note.id)),
            Fact("written", DAY, note.written),
            Fact("what", WHAT, note.what),
            Fact("why", WHY, note.why),
            Fact("hoped", Text("Wat ik hoopte", "What I hoped"), note.hoped),
            Fact("rule", RULE, note.rule),
            Fact("look_back", BACK, note.look_back),
            Fact("effect", DID, note.effect, in_words(EFFECTS[note.effect]) if note.effect else ""),
        )
        for note in book.read(account)
    )
    return (
        Section("room_notes", Text("Mijn notities over ruimte", "My notes of room"), notes),
        _asked(
            "room_asked",
            Text("Ruimte die ik vroeg", "Room that I asked for"),
            records.asked_by(account),
        ),
    )


def room_of_file(opening: Opening) -> tuple[Section, ...]:
    """What the person kept of room, what was asked about the person, and what is offered."""
    kept = tuple(
        (
            Fact("id", None, str(one.id)),
            Fact("day", DAY, one.day),
            Fact("kind", WHAT, one.kind.value, in_words(KINDS[one.kind])),
            Fact("words", Text("Mijn woorden", "My words"), one.words),
            Fact("who", WHO, one.who),
            Fact("rule", RULE, one.rule),
        )
        for one in own_room.read(opening)
    )
    offers = tuple(
        (
            Fact("id", None, str(one.id)),
            Fact("day", DAY, one.day),
            Fact("who", WHO, one.who),
            Fact("words", WHAT, one.words),
            Fact("rule", RULE, one.rule),
        )
        for one in offering.offers_to(opening.journey)
    )
    return (
        Section("own.room", Text("Wat ik bewaarde van ruimte", "What I kept of room"), kept),
        _asked(
            "room_about_me",
            Text("Wat er voor mij gevraagd is", "What was asked for me"),
            records.about(opening.journey),
        ),
        Section(
            "room_offered",
            Text("Wat mij is aangeboden", "What was offered to me"),
            offers,
            about_others=True,
        ),
    )


def _asked(name: str, title: Text, found: Iterable[Found]) -> Section:
    return Section(name, title, tuple(_request(one) for one in found), about_others=True)


def _request(found: Found) -> Item:
    kept, request = found.kept, found.kept.request
    effect = in_words(EFFECTS[request.effect]) if request.effect else ""
    return (
        Fact("id", None, str(found.id)),
        Fact("made", DAY, kept.made),
        Fact("asker", Text("Wie vroeg het", "Who asked"), kept.asker),
        Fact("person", Text("Over wie", "About whom"), kept.person),
        Fact("what", WHAT, request.what),
        Fact("why", WHY, request.why),
        Fact("until", Text("Tot wanneer", "Until when"), request.until),
        Fact("rule", RULE, kept.rule),
        Fact("who", Text("Wie ja mag zeggen", "Who may say yes"), kept.who),
        Fact("mail", Text("Gevraagd aan", "Asked of"), kept.mail),
        Fact("deputy", Text("Vervanger", "Deputy"), kept.deputy),
        Fact("deputy_mail", Text("Mail van de vervanger", "Mail of the deputy"), kept.deputy_mail),
        Fact("answer_by", Text("Antwoord uiterlijk", "Answer by"), request.answer_by),
        Fact(
            "state",
            Text("Hoe het staat", "Where it stands"),
            request.state.value,
            in_words(TO_PERSON[request.state]),
        ),
        Fact("answered", Text("Beantwoord", "Answered"), request.answered),
        Fact("words", Text("Het antwoord", "The answer"), request.words),
        Fact("reason", Text("Reden van terugnemen", "Reason of taking back"), request.reason),
        Fact("look_back", BACK, request.look_back),
        Fact("effect", DID, request.effect, effect),
    )
