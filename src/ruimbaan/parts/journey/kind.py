# SPDX-License-Identifier: EUPL-1.2
"""What a kind of entry in a file is: its fields, its table and the words around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ruimbaan.core.directory.life_domains import LIFE_DOMAINS
from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, MOST_SIGNS
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey import models

DOMAINS = {
    **LIFE_DOMAINS,
    "MID": Text("Wat mij helpt om vol te houden", "What helps me to keep going"),
    "JUS": Text("Afspraken die ik moet nakomen", "Agreements that I have to keep"),
}
"""The domains as somebody writes about oneself. For the directory two of them say what a place is
for; as a field of a file those words would ask for use and for a sentence, and no field may."""


class Shape(StrEnum):
    LINE = "line"
    WORDS = "words"
    DOMAIN = "domain"
    DAY = "day"
    TIME = "time"
    ANSWER = "answer"  # one of `answers`, given on a page of its own and never asked in the form
    ROUTE = "route"  # a whole route, or its own side, as data


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    label: Text
    shape: Shape = Shape.WORDS
    must: bool = False
    answers: Mapping[str, Text] = field(default_factory=dict, hash=False)

    @property
    def most(self) -> int:
        return MOST_SIGNS if self.shape is Shape.WORDS else MOST_IN_A_LINE


@dataclass(frozen=True, slots=True)
class Kind:
    """`path` stands in the address, `icon` beside the title; `yours` is the part inside a sentence,
    `counted` says how much there is of it: one, or more. `single`: there is at most one.
    `own_pages`: it is not filled in field by field, but has pages of its own. `further`: it is one
    more table of its part, and this is its name in what is taken along."""

    part: Part
    table: type[models.Entry]
    path: str
    icon: str
    title: Text
    yours: Text
    counted: tuple[Text, Text]
    lead: Text
    ask: Text
    empty: Text
    fields: tuple[Field, ...]
    single: bool = False
    own_pages: bool = False
    further: str = ""

    @property
    def section(self) -> str:
        """Its name in what is taken along."""
        return self.further or self.part.value
