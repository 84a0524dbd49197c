# SPDX-License-Identifier: EUPL-1.2
"""Cards for a team meeting: "wat zou jij doen?" in ten minutes, on one sheet. Nothing is counted."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from ruimbaan.core.discretion.may_i.kinds import Role
from ruimbaan.core.discretion.may_i.situations import Situation
from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.discretion.may_i import queries
from ruimbaan.parts.discretion.may_i.presentation import words
from ruimbaan.parts.discretion.may_i.presentation.precedents import Before, precedents
from ruimbaan.parts.discretion.may_i.presentation.ruling import Ruling, ruling
from ruimbaan.ui.components import Door


@dataclass(frozen=True, slots=True)
class CardPage:
    title: str
    leave: bool
    headline: str
    does: str
    before: tuple[Before, ...]
    ruling: Ruling | None
    url: str


def card_doors(language: Language) -> tuple[Door, ...]:
    return tuple(
        Door(
            one.title.in_language(language),
            reverse("may_i:card", args=[one.id]),
            "people",
            one.precedents[0].where.in_language(language),
        )
        for one in queries.catalogue().situations
        if one.precedents
    )


def card_page(situation: Situation, language: Language) -> CardPage:
    rule = queries.rule_in("", situation.rules[0])
    return CardPage(
        title=situation.title.in_language(language),
        leave=situation.leave,
        headline=words.headline(situation.kinds[Role.WORKER], works=True),
        does=situation.does.in_language(language),
        before=precedents(situation, language),
        ruling=ruling(rule, "", language) if rule else None,
        url=reverse("may_i:situation", args=[situation.id]),
    )
