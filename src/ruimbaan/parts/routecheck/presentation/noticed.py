# SPDX-License-Identifier: EUPL-1.2
"""What went wrong before, held against this way: does the same rule stand on it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.journey.questionnaire import Option
from ruimbaan.core.rules.rule import Rule
from ruimbaan.parts.routes.services import Shown, length


@dataclass(frozen=True, slots=True)
class Noticed:
    said: str
    here: str


def noticed(shown: Shown, options: Iterable[Option]) -> tuple[Noticed, ...]:
    return tuple(
        Noticed(option.text.in_language(shown.language), _here(shown, option))
        for option in options
        if option.rules or option.advice.nl
    )


def _here(shown: Shown, option: Option) -> str:
    advice = option.advice.in_language(shown.language)
    if not option.rules:
        return advice
    bent = [rule for rule in _rules(shown, shown.plan.flexed) if _is_named(rule, option)]
    if bent:
        words = _("Op deze weg is hier ruimte: %(rule)s. Kijk bij: Wat helpt?")
        return words % {"rule": bent[0].title.in_language(shown.language)}
    for step in shown.plan.steps:
        wait = shown.world.services[step.service].wait
        if step.wait and wait.rule and _is_named(shown.world.rules[wait.rule], option):
            words = _("Ook op deze weg is er wachttijd: %(what)s, %(wait)s.")
            return words % {"what": shown.name(step.service), "wait": length(step.wait)}
    lost = {loss.rule for loss in shown.plan.losses if loss.rule}
    if any(_is_named(rule, option) for rule in _rules(shown, lost)):
        return _("Dit kan hier weer gebeuren. Kijk bij wat je kunt kwijtraken.")
    on_steps = {need.rule for step in shown.plan.steps for need in step.needs if need.rule}
    met = [rule for rule in _rules(shown, on_steps) if _is_named(rule, option)]
    if met:
        words = _("Die regel geldt hier ook: %(rule)s. Op deze weg voldoe je eraan.")
        return words % {"rule": met[0].title.in_language(shown.language)}
    return _("Op deze weg kom je die drempel niet tegen.")


def _rules(shown: Shown, ids: Iterable[str]) -> list[Rule]:
    return [shown.world.rules[name] for name in sorted(ids)]


def _is_named(rule: Rule, option: Option) -> bool:
    return (rule.number or rule.id) in option.rules
