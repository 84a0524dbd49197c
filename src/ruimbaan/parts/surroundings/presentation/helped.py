# SPDX-License-Identifier: EUPL-1.2
"""Did this help?: the fixed answers, and what ten or more others said."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.kernel.rounds import Rounds
from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.surroundings.helped import Helped
from ruimbaan.parts.surroundings import queries
from ruimbaan.parts.surroundings.sent import Sent
from ruimbaan.ui.components import Option


@dataclass(frozen=True, slots=True)
class Asked:
    """`counted` is empty until ten answers are in."""

    answers: tuple[Option, ...]
    counted: str


@dataclass(frozen=True, slots=True)
class Thanks:
    step: str
    title: str
    counted: str


def asked(step: str) -> Asked:
    words = {
        Helped.YES: _("Ja"),
        Helped.A_BIT: _("Een beetje"),
        Helped.NOT_YET: _("Nog niet"),
    }
    answers = tuple(Option(one.value, words[one]) for one in Helped)
    return Asked(answers, _counted(queries.shown_answers(step)))


def thanks_page(sent: Sent, language: Language) -> Thanks:
    card = sent.card
    assert card is not None  # noqa: S101 - the view asks only then
    return Thanks(
        sent.step, card.title.in_language(language), _counted(queries.shown_answers(sent.step))
    )


def _counted(rounds: Rounds) -> str:
    if not rounds.shown:
        return ""
    good = sum(rounds.shown_of.get(one, 0) for one in (Helped.YES, Helped.A_BIT))
    return ngettext(
        "Van %(total)s antwoorden zegt %(good)s: dit hielp, of een beetje.",
        "Van %(total)s antwoorden zeggen %(good)s: dit hielp, of een beetje.",
        good,
    ) % {"total": rounds.shown, "good": good}
