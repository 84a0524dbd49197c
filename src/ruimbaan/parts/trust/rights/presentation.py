# SPDX-License-Identifier: EUPL-1.2
"""Requests and rules as the pages show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.trust.retention import Controller, Rule
from ruimbaan.parts.trust.rights.models import About, Outcome
from ruimbaan.parts.trust.rights.requests import Asked
from ruimbaan.parts.trust.rights.wording import (
    ABOUT,
    OUTCOME,
    TAKEN_BACK,
    TAKEN_BACK_THERE,
    WAITING,
)
from ruimbaan.ui.components import Link
from ruimbaan.ui.reader import in_words

TITLES: Mapping[Controller, Callable[[], str]] = {
    Controller.SITE: lambda: _("Deze site"),
    Controller.MUNICIPALITY: lambda: _("De gemeente"),
    Controller.YOUTH_CARE: lambda: _("De jeugdhulp"),
}
"""In the order of the page."""


@dataclass(frozen=True, slots=True)
class Shown:
    """`late`: the term is over and there is no answer. `text` is empty when it was sealed for good."""

    id: UUID
    about: str
    text: str
    asked: date
    due: date
    state: str
    answer: str
    open: bool
    late: bool


def crumbs(here: str) -> tuple[Link, ...]:
    return (
        Link(_("Mijn pagina"), reverse("journey:home")),
        Link(_("Mijn rechten"), reverse("rights:overview")),
        Link(here),
    )


def shown(one: Asked, today: date, *, to_asker: bool = True) -> Shown:
    if one.withdrawn is not None:
        state = in_words(TAKEN_BACK if to_asker else TAKEN_BACK_THERE)
    else:
        state = in_words(OUTCOME[Outcome(one.outcome)] if one.outcome else WAITING)
    return Shown(
        one.id,
        in_words(ABOUT[one.about]),
        one.text,
        timezone.localdate(one.asked),
        one.due,
        state,
        one.answer,
        one.is_open,
        one.is_open and today > one.due,
    )


def about_options(chosen: str) -> list[dict[str, object]]:
    return [
        {"value": about.value, "text": in_words(ABOUT[about]), "chosen": about.value == chosen}
        for about in About
    ]


def kept_tables(rules: tuple[Rule, ...]) -> list[dict[str, object]]:
    return [
        {
            "title": title(),
            "rules": [
                {
                    "what": in_words(rule.what),
                    "basis": in_words(rule.basis),
                    "said": in_words(rule.said),
                    "begins": in_words(rule.counted_from),
                    "source": rule.source,
                    "standing": rule.standing.value,
                }
                for rule in rules
                if rule.controller is controller
            ],
        }
        for controller, title in TITLES.items()
    ]
