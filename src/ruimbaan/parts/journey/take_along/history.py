# SPDX-License-Identifier: EUPL-1.2
"""What happened in the other Ruimbaan, as notes to read. Nothing of it opens, shows or asks anything
here: who saw something there is nobody here."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from ruimbaan.core.journey.own_words import MOST_SIGNS
from ruimbaan.core.journey.taken_along import Item, TakenAlong
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.presentation.sharing import part_in_words

PARTS = {part.value: part for part in Part}
MOST_LINES = 400  # of history: the page that one took along holds all of it
DAY = 10  # signs of a day at the beginning of a moment


def history_notes(taken: TakenAlong) -> tuple[str, ...]:
    """Each fits in a note. Empty when nothing happened there."""
    lines = [*_given(taken), *_handed(taken), *_looked(taken)]
    if not lines:
        return ()
    title = _("Uit mijn vorige Ruimbaan, {dag}. Dit is alleen om te lezen.").format(
        dag=taken.made.date().isoformat()
    )
    notes, note = [], title
    for line in lines[:MOST_LINES]:
        if len(note) + len(line) + 1 > MOST_SIGNS:
            notes.append(note)
            note = title
        note = f"{note}\n{line}"
    return (*notes, note)


def _given(taken: TakenAlong) -> Iterator[str]:
    for item in taken.sections.get("grants", ()):
        part = PARTS.get(_text(item, "part"))
        yield _("{wie} zag {deel}, van {begin} tot {eind}.").format(
            wie=_who(item, "who"),
            deel=part_in_words(part) if part else "?",
            begin=_day(item, "starts"),
            eind=_day(item, "stopped") or _day(item, "ends"),
        )


def _handed(taken: TakenAlong) -> Iterator[str]:
    for item in taken.sections.get("part.handoff", ()):
        yield _("Overdracht op {dag}: {doel}. Aan: {wie}.").format(
            dag=_day(item, "made"), doel=_text(item, "goal"), wie=_who(item, "receiver")
        )


def _looked(taken: TakenAlong) -> Iterator[str]:
    for who, times in sorted(taken.looks.items()):
        yield _("{wie} keek {keer} keer.").format(wie=_line(who), keer=times)


def _who(item: Item, name: str) -> str:
    return _text(item, name) or _("Iemand")


def _text(item: Item, name: str) -> str:
    found = item.get(name)
    return _line(found) if isinstance(found, str) else ""


def _line(text: str) -> str:
    """On one line, never long, and fit to be kept."""
    return " ".join(text.encode("utf-8", "replace").decode().replace("\0", "").split())[:200]


def _day(item: Item, name: str) -> str:
    return _text(item, name)[:DAY]
