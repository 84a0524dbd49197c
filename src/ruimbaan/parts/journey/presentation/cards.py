# SPDX-License-Identifier: EUPL-1.2
"""What stands in a part, as cards. Whoever it is shown to sees the same ones, in another voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time

from django.utils.translation import gettext as _

from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kinds import DOMAINS, ROUTE, Field, Kind, Shape
from ruimbaan.parts.journey.now.cards import sketch_cards
from ruimbaan.parts.journey.now.kinds import SKETCH
from ruimbaan.parts.journey.presentation.card import Card, Section, ShownPart
from ruimbaan.parts.journey.presentation.saying import capital, hour, in_words, weekday
from ruimbaan.parts.journey.presentation.voices import empty_of, label_of, title_of
from ruimbaan.parts.journey.route.cards import route_cards
from ruimbaan.ui.components import Fact

LATER = "9999"  # what has no day is never past
MAIN = "words"  # the field whose text needs no question above it


def shown(kind: Kind, told: Iterable[Told], today: date, whose: str = "") -> ShownPart:
    """`whose`: the person it is of, when somebody else reads it; empty for the person."""
    if kind is ROUTE:
        cards = tuple(route_cards(told, today))
    elif kind is SKETCH:
        cards = tuple(sketch_cards(told, today))
    else:
        cards = tuple(_what_comes_first(kind, told, today, whose))
    return ShownPart(title_of(kind, whose), kind.icon, cards, empty_of(kind, whose))


def _what_comes_first(kind: Kind, told: Iterable[Told], today: date, whose: str) -> Iterator[Card]:
    """In the order given; what was before today comes after it, the latest first."""
    coming: list[Told] = []
    past: list[Told] = []
    for one in told:
        (past if one.values.get("day", LATER) < today.isoformat() else coming).append(one)
    yield from (_card(kind, one, today, whose) for one in coming)
    for number, one in enumerate(reversed(past)):
        yield replace(_card(kind, one, today, whose), begins_past=number == 0)


def _card(kind: Kind, told: Told, today: date, whose: str) -> Card:
    filled = [
        (field, told.values[field.name]) for field in kind.fields if field.name in told.values
    ]
    lines = [(field, text) for field, text in filled if field.shape is Shape.LINE]
    title = lines[0][1] if lines and lines[0][0].name in {"what", "name", "title"} else ""
    return Card(
        id=told.id,
        kicker=capital(
            ", ".join(_kicker(field, text, today) for field, text in filled if _is_kicker(field))
        ),
        title=title,
        facts=tuple(
            Fact(label_of(kind, field, whose), text)
            for field, text in lines
            if not (title and text is title)
        ),
        sections=(
            *_other_day(told, today, whose),
            *(
                Section("" if field.name == MAIN else label_of(kind, field, whose), text)
                for field, text in filled
                if field.shape is Shape.WORDS
            ),
        ),
    )


def _other_day(told: Told, today: date, whose: str) -> Iterator[Section]:
    """That the day no longer holds, until it is past: only the person reads what was answered about
    an appointment."""
    if whose or told.values.get("answer") != "no":
        return
    if told.values.get("day", LATER) >= today.isoformat():
        yield Section("", _("Je zoekt een andere dag."))


def _is_kicker(field: Field) -> bool:
    return field.shape in {Shape.DAY, Shape.TIME, Shape.DOMAIN}


def _kicker(field: Field, text: str, today: date) -> str:
    if field.shape is Shape.DAY:
        return weekday(date.fromisoformat(text), today)
    if field.shape is Shape.TIME:
        return hour(time.fromisoformat(text))
    return in_words(DOMAINS[text])
