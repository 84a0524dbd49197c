# SPDX-License-Identifier: EUPL-1.2
"""All that stands in a file, sign for sign as the person wrote it, to take along."""

from __future__ import annotations

from datetime import date, time

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.take_along import Fact, Section
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.kinds import DOMAINS, KINDS, Field, Kind, Shape
from ruimbaan.parts.journey.route.taken_along import own_side_in_words, route_in_words
from ruimbaan.parts.trust.walls import Opening
from ruimbaan.ui.reader import in_words

ABOUT_OTHERS = frozenset({Part.PEOPLE, Part.EMERGENCY_CARD})  # own words, about somebody else too
WRITTEN = Text("Geschreven", "Written")
CHANGED = Text("Veranderd", "Changed")


def whole_file(opening: Opening) -> tuple[Section, ...]:
    """Every part that this opening covers, in the order of the file."""
    return tuple(_whole(opening, kind) for kind in KINDS if opening.covers(kind.part))


def _whole(opening: Opening, kind: Kind) -> Section:
    return Section(
        f"part.{kind.section}",
        kind.title,
        tuple(_item(kind, one) for one in entries.read(opening, kind)),
        about_others=kind.part in ABOUT_OTHERS,
    )


def _item(kind: Kind, told: entries.Told) -> tuple[Fact, ...]:
    return (
        Fact("id", None, str(told.id)),
        *(
            _answer(field, told.values[field.name])
            for field in kind.fields
            if field.name in told.values
        ),
        Fact("written", WRITTEN, told.written),
        Fact("changed", CHANGED if told.changed != told.written else None, told.changed),
    )


def _answer(field: Field, text: str) -> Fact:
    """What was asked, and what was written there."""
    if field.shape is Shape.DAY:
        return Fact(field.name, field.label, date.fromisoformat(text))
    if field.shape is Shape.TIME:
        return Fact(field.name, field.label, time.fromisoformat(text))
    return Fact(field.name, field.label, text, _said(field, text))


def _said(field: Field, text: str) -> str:
    if field.shape is Shape.ROUTE:
        return route_in_words(text) if field.name == "route" else own_side_in_words(text)
    if field.shape is Shape.ANSWER:
        return in_words(field.answers[text])
    return in_words(DOMAINS[text]) if field.shape is Shape.DOMAIN else ""
