# SPDX-License-Identifier: EUPL-1.2
"""The shown way on one or two sheets, to take to a counter. No answer stands on it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.answer import Step
from ruimbaan.parts.routecheck.answering import Solved
from ruimbaan.parts.routecheck.presentation.way import shown_way
from ruimbaan.parts.routes.services import Page, Shown, length, page
from ruimbaan.ui.components import Ask, Deadlock, Table

FULL = 24  # steps and sentences together: from here on the letters are smaller


@dataclass(frozen=True, slots=True)
class Paper:
    """`full`: it only fits on two sheets in small letters."""

    made_with: str
    wishes: Table
    steps: Table
    deadlock: Deadlock | None
    asks: tuple[Ask, ...]

    @property
    def full(self) -> bool:
        return len(self.steps.rows) + len(self.asks) > FULL


def paper(solved: Solved, language: Language) -> Paper:
    shown = shown_way(solved, language)
    whole = page(shown, str)
    words = _("Gemaakt met de kaart van %(region)s op %(day)s.")
    return Paper(
        made_with=words
        % {
            "region": solved.region.title.in_language(language),
            "day": f"{shown.day(0)} {shown.answer.as_of.year}",
        },
        wishes=_wishes(shown),
        steps=_steps(shown),
        deadlock=whole.deadlock,
        asks=_asks(whole),
    )


def _wishes(shown: Shown) -> Table:
    rows = tuple(
        (shown.title(goal.fact), shown.day(goal.needed_by), _arrival(shown, goal.fact))
        for goal in shown.situation.goals
    )
    return Table(_("Wat ik wil"), (_("Wat"), _("Nodig op"), _("Komt")), rows)


def _arrival(shown: Shown, goal: str) -> str:
    day = shown.plan.arrivals[goal]
    return _("nog niet") if day is None else shown.around(day)


def _steps(shown: Shown) -> Table:
    rows = tuple(_step(shown, step) for step in shown.plan.steps)
    columns = (_("Wat vraag ik aan?"), _("Bij wie?"), _("Wanneer?"), _("Begint"), _("Meenemen"))
    return Table(_("Mijn stappen"), columns, rows)


def _step(shown: Shown, step: Step) -> tuple[str, ...]:
    service = shown.world.services[step.service]
    start = shown.around(step.start)
    if step.wait:
        words = _("%(day)s, na %(wait)s wachten")
        start = words % {"day": start, "wait": length(step.wait)}
    return (
        service.label.in_language(shown.language),
        service.provider,
        shown.around(step.apply),
        start,
        service.bring.in_language(shown.language),
    )


def _asks(whole: Page) -> tuple[Ask, ...]:
    return tuple(ask for rung in whole.rungs for ask in rung.asks)
