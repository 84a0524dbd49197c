# SPDX-License-Identifier: EUPL-1.2
"""Notes as their owner sees them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.urls import reverse

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.discretion.noting import Note, Situation, due
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.discretion.asking.presentation.one import effects
from ruimbaan.parts.discretion.asking.presentation.rules import groups, rule_link
from ruimbaan.parts.discretion.asking.wording import EFFECTS
from ruimbaan.parts.discretion.noting.wording import SITUATIONS
from ruimbaan.parts.journey.services import day
from ruimbaan.ui.components import Link, Option
from ruimbaan.ui.reader import explained, in_words

RULE, WHAT, WHY, HOPED = "regel", "wat", "waarom", "hoop"
FIELDS = (RULE, WHAT, WHY, HOPED)
SITUATION, EFFECT, BEGAN, ENDED = "situatie", "effect", "begin", "einde"


@dataclass(frozen=True, slots=True)
class NoteLine:
    id: UUID
    url: str
    what: str
    why: str
    hoped: str
    rule: Link | None
    written: str
    look_back: str
    effect: str


def list_page(notes: tuple[Note, ...], today: date, notice: str) -> dict[str, object]:
    return {
        "due": lines(due(notes, today), today),
        "notes": lines(notes, today),
        "effects": effects(),
        "saved": notice == "bewaard",
    }


def lines(notes: Iterable[Note], today: date) -> tuple[NoteLine, ...]:
    return tuple(line(note, today) for note in notes)


def line(note: Note, today: date) -> NoteLine:
    return NoteLine(
        id=note.id,
        url=reverse("room_noting:one", args=[note.id]),
        what=note.what,
        why=note.why,
        hoped=note.hoped,
        rule=rule_link(note.rule),
        written=day(note.written, today),
        look_back=day(note.look_back, today) if note.look_back else "",
        effect=in_words(EFFECTS[Effect(note.effect)]) if note.effect else "",
    )


def form_page(
    form: UUID, typed: Mapping[str, str], errors: Mapping[str, DomainError], most: int
) -> dict[str, object]:
    return {
        "form_id": form,
        "one": {name: typed.get(name, "") for name in FIELDS},
        "groups": groups(typed.get(RULE, "")),
        "told": {name: explained(error) for name, error in errors.items()},
        "errors": tuple(Link(explained(error), f"#{name}") for name, error in errors.items()),
        "most": most,
    }


def typed_of(note: Note) -> dict[str, str]:
    return {RULE: note.rule, WHAT: note.what, WHY: note.why, HOPED: note.hoped}


def pattern_page(
    typed: Mapping[str, str], errors: Mapping[str, DomainError], form: UUID | None = None
) -> dict[str, object]:
    return {
        "form_id": form or uuid4(),
        "groups": groups(typed.get(RULE, "")),
        "situations": tuple(
            Option(one, in_words(SITUATIONS[one]), checked=typed.get(SITUATION) == one)
            for one in Situation
        ),
        "effects": effects(),
        "chosen": typed.get(EFFECT, ""),
        "one": {name: typed.get(name, "") for name in (BEGAN, ENDED)},
        "told": {name: explained(error) for name, error in errors.items()},
        "errors": tuple(Link(explained(error), f"#{name}") for name, error in errors.items()),
    }
