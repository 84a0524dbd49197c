# SPDX-License-Identifier: EUPL-1.2
"""What stands on the card, as the person chose it just now: nothing of the choice is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import name_of
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.card.fitting import Block, letters_for
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.parts import home_crumb, part_crumb
from ruimbaan.parts.journey.presentation.saying import capital, in_words
from ruimbaan.ui.components import Choices, Link, Option

CARD, PEOPLE = OF_PART[Part.EMERGENCY_CARD], OF_PART[Part.PEOPLE]
WHAT, SIZE, CHOSEN = "wat", "maat", "gekozen"
NAME, DANGER, CALL = "naam", "112", "call"
ON_ITSELF = frozenset({NAME, DANGER, *(field.name for field in CARD.fields)})


class Size(StrEnum):
    WALLET = "klein"
    SHEET = "a4"


@dataclass(frozen=True, slots=True)
class Side:
    """One half of the card: what to do, or whom to call."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """`what` are names of fields, or ids of people that the person wrote down. Without a choice all
    of the card itself stands on it, and nobody else."""

    what: frozenset[str]
    size: Size


def print_page(own: Own, card: Told, people: Collection[Told], asked: Asked) -> dict[str, object]:
    who = capital(name_of(own.account))
    sides = _sides(who, card, people, asked)
    letters = letters_for((side.title, side.blocks) for side in sides)
    return {
        "crumbs": (home_crumb(), part_crumb(CARD), Link(_("Op papier"))),
        "what": _what(card, people, asked),
        "size": _size(asked),
        "wallet": asked.size is Size.WALLET,
        "letters": letters,
        "sides": sides,
    }


def _sides(who: str, card: Told, people: Collection[Told], asked: Asked) -> tuple[Side, Side]:
    title = _("Noodkaart van {wie}").format(wie=who) if NAME in asked.what else _("Noodkaart")
    return (
        Side(title, tuple(_doing(card, asked))),
        Side(_("Bel dan"), tuple(_calling(card, people, asked))),
    )


def _doing(card: Told, asked: Asked) -> Iterator[Block]:
    """As who finds the card reads it: about nobody in particular."""
    labels = {
        "signs": _("Hoe merk je dat het niet goed gaat?"),
        "helps": _("Wat helpt dan?"),
        "hurts": _("Wat helpt juist niet?"),
    }
    for name, label in labels.items():
        if name in asked.what and name in card.values:
            yield label, card.values[name]


def _calling(card: Told, people: Collection[Told], asked: Asked) -> Iterator[Block]:
    if CALL in asked.what and CALL in card.values:
        yield "", card.values[CALL]
    for one in people:
        if str(one.id) in asked.what:
            yield one.values["name"], one.values["reach"]
    if DANGER in asked.what:
        yield _("Is er nu gevaar?"), _("Bel 112. Blijf erbij.")


def _what(card: Told, people: Collection[Told], asked: Asked) -> Choices:
    own = [(field.name, in_words(field.label)) for field in CARD.fields]
    rows = [
        (NAME, _("Mijn naam")),
        *((name, label) for name, label in own if name in card.values),
        *((str(one.id), f"{one.values['name']}: {one.values['reach']}") for one in people),
        (DANGER, _("Bel 112 bij gevaar")),
    ]
    options = tuple(Option(name, label, checked=name in asked.what) for name, label in rows)
    return Choices(WHAT, _("Wat zet je erop?"), options, many=True)


def _size(asked: Asked) -> Choices:
    sizes = (
        (Size.WALLET, _("Klein, als een bankpas")),
        (Size.SHEET, _("Groot, een blad om te vouwen")),
    )
    options = tuple(Option(size, label, checked=size is asked.size) for size, label in sizes)
    return Choices(SIZE, _("Hoe groot?"), options)
