# SPDX-License-Identifier: EUPL-1.2
"""One rule as others use its room: situations, what was done, and how one accounts for it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.discretion.may_i import queries
from ruimbaan.parts.discretion.may_i.presentation.precedents import Before, precedents
from ruimbaan.parts.discretion.may_i.presentation.ruling import Ruling, ruling
from ruimbaan.parts.routes.services import told


@dataclass(frozen=True, slots=True)
class Example:
    title: str
    does: str
    url: str
    card_url: str
    before: tuple[Before, ...]


@dataclass(frozen=True, slots=True)
class OthersPage:
    ruling: Ruling
    room: str
    account: str
    examples: tuple[Example, ...]


def others_page(number: str, language: Language) -> OthersPage | None:
    """None for a rule that is not there."""
    rule = queries.rule_in("", number)
    if rule is None:
        return None
    return OthersPage(
        ruling=ruling(rule, "", language),
        room=told(rule.plain.room, language),
        account=told(rule.plain.account, language),
        examples=tuple(
            Example(
                one.title.in_language(language),
                one.does.in_language(language),
                reverse("may_i:situation", args=[one.id]),
                reverse("may_i:card", args=[one.id]) if one.precedents else "",
                precedents(one, language),
            )
            for one in queries.catalogue().with_rule(number)
        ),
    )
