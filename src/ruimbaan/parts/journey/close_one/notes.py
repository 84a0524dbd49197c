# SPDX-License-Identifier: EUPL-1.2
"""Notes that only who wrote them can read: sealed with the key of that account, asked for by that
account and by nobody else. There is no way in for the person, a worker or a grant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from ruimbaan.core.journey.own_words import check_words
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.journey.close_one.errors import NoteChangedMeanwhile, TooManyNotes
from ruimbaan.parts.journey.close_one.models import CloseOneNote
from ruimbaan.parts.trust.services import new_key, seal, unseal

MOST = 500  # of one account


@dataclass(frozen=True, slots=True)
class Note:
    id: UUID
    version: int
    text: str
    written: datetime
    changed: datetime


def of_account(account: UUID) -> tuple[Note, ...]:
    """The newest first."""
    rows = CloseOneNote.objects.filter(account=account).order_by("-written", "id")
    return tuple(_note(row) for row in rows)


def find(account: UUID, note: UUID) -> Note | None:
    row = CloseOneNote.objects.filter(account=account, id=note).first()
    return _note(row) if row else None


def add(account: UUID, form: UUID, text: str, at: datetime) -> UUID:
    """`form` is made once for each form that was shown: sending it again keeps nothing more.

    Raises WordsMissing, WordsTooLong, WordsWithoutShape or TooManyNotes.
    """
    check_words(text)
    row = CloseOneNote(id=uuid5(account, str(form)), account_id=account, written=at, changed=at)
    mine = CloseOneNote.objects.filter(account=account)
    if mine.filter(id=row.id).exists():
        return row.id
    if mine.count() >= MOST:
        raise TooManyNotes(most=MOST)
    new_key(account)
    row.sealed = seal(account, row.place(), text)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:  # the same form at the same moment: that one was first
        if not mine.filter(id=row.id).exists():
            raise
    return row.id


def change(account: UUID, note: UUID, version: int, text: str, at: datetime) -> None:
    """The caller knows that it is there. Raises what `add` raises for words, and
    NoteChangedMeanwhile when this was not the last version."""
    check_words(text)
    row = CloseOneNote(id=note)
    done = CloseOneNote.objects.filter(account=account, id=note, version=version).update(
        sealed=seal(account, row.place(), text), version=version + 1, changed=at
    )
    if not done:
        raise NoteChangedMeanwhile


def remove(account: UUID, note: UUID) -> None:
    """What is gone already is fine."""
    CloseOneNote.objects.filter(account=account, id=note).delete()


def remove_all(account: UUID) -> None:
    """When the account is closed; its key goes too, so that no backup can be read."""
    CloseOneNote.objects.filter(account=account).delete()


def taken_along(account: UUID) -> Section:
    items = tuple(
        (
            Fact("id", None, str(note.id)),
            Fact("words", Text("Wat ik schreef", "What I wrote"), note.text),
            Fact("written", Text("Geschreven", "Written"), note.written),
            Fact(
                "changed",
                Text("Veranderd", "Changed") if note.changed != note.written else None,
                note.changed,
            ),
        )
        for note in of_account(account)
    )
    title = Text("Mijn notities als naaste", "My notes as a close one")
    return Section("close_one_notes", title, items, about_others=True)


def _note(row: CloseOneNote) -> Note:
    text = unseal(row.account_id, row.place(), bytes(row.sealed))
    return Note(row.id, row.version, text, row.written, row.changed)
