# SPDX-License-Identifier: EUPL-1.2
"""The notes of one account, under its own key. For nobody else there is a way in: no role, no
organisation, no page, no list, no line in a log."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.discretion.noting import MOST_NOTES, Note, padded
from ruimbaan.core.discretion.noting_errors import BookFull, WroteMeanwhile
from ruimbaan.parts.discretion.noting.models import Notebook
from ruimbaan.parts.trust.services import KeyGone, new_key, seal, tags, unseal

TRIES = 5
WHOSE = "room_noting_notebook"
Notes = tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Book:
    name: str
    version: int  # 0: there is none yet
    notes: Notes


def read(account: UUID) -> Notes:
    """The newest first; none when there never was a note, or the account is closed."""
    try:
        return tuple(reversed(_open(account).notes))
    except KeyGone:
        return ()


def find(account: UUID, note: UUID) -> Note | None:
    return next((one for one in read(account) if one.id == note), None)


def add(account: UUID, note: Note) -> None:
    """The same note again is not added twice. Raises BookFull, WroteMeanwhile."""

    def change(notes: Notes) -> Notes:
        if any(one.id == note.id for one in notes):
            return notes
        if len(notes) >= MOST_NOTES:
            raise BookFull(most=MOST_NOTES)
        return (*notes, note)

    new_key(account)
    _write(account, change)


def change(account: UUID, note: UUID, how: Callable[[Note], Note]) -> None:
    """What is gone already is fine. Raises WroteMeanwhile."""
    _write(account, lambda notes: tuple(how(one) if one.id == note else one for one in notes))


def remove(account: UUID, note: UUID) -> None:
    """With the last one the book goes too."""
    _write(account, lambda notes: tuple(one for one in notes if one.id != note))


def forget(account: UUID) -> None:
    """All of them, as the account goes: afterwards nobody could find the row any more."""
    try:
        names = tags(account, [WHOSE])
    except KeyGone:
        return
    Notebook.objects.filter(name__in=names).delete()


def _write(account: UUID, change: Callable[[Notes], Notes]) -> None:
    """Read anew when another window wrote first, so that neither loses anything."""
    for _ in range(TRIES):
        book = _open(account)
        notes = change(book.notes)
        if notes == book.notes or _replaced(account, book, notes):
            return
    raise WroteMeanwhile


def _open(account: UUID) -> _Book:
    (name,) = tags(account, [WHOSE])
    row = Notebook.objects.filter(name=name).first()
    if row is None:
        return _Book(name, 0, ())
    text = unseal(account, row.place(name), bytes(row.sealed))
    return _Book(name, row.version, tuple(_note(one) for one in json.loads(text)))


def _replaced(account: UUID, book: _Book, notes: Notes) -> bool:
    rows = Notebook.objects.filter(name=book.name, version=book.version)
    if not notes:
        return bool(rows.delete()[0])
    told = json.dumps([asdict(one) for one in notes], default=str, ensure_ascii=False)
    sealed = seal(account, Notebook.place(book.name), padded(told.encode()).decode())
    if book.version:
        return bool(rows.update(sealed=sealed, version=book.version + 1))
    try:
        with transaction.atomic():
            Notebook.objects.create(name=book.name, sealed=sealed)
    except IntegrityError:  # the first note in two windows at once
        return False
    return True


def _note(told: dict[str, str | None]) -> Note:
    looks, effect = told["look_back"], told["effect"]
    return Note(
        id=UUID(told["id"] or ""),
        written=date.fromisoformat(told["written"] or ""),
        what=told["what"] or "",
        rule=told["rule"] or "",
        why=told["why"] or "",
        hoped=told["hoped"] or "",
        look_back=date.fromisoformat(looks) if looks else None,
        effect=Effect(effect) if effect else None,
    )
