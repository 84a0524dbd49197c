# SPDX-License-Identifier: EUPL-1.2
"""What one can do now: the few steps of the shown way that begin first, and what to say there."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.planner.answer import Step
from ruimbaan.parts.routes.services import Shown, in_order

MOST = 3
SOON = 7  # days


@dataclass(frozen=True, slots=True)
class FirstStep:
    when: str
    what: str
    who: str
    bring: str
    say: str
    latest: str


def first_steps(shown: Shown) -> tuple[FirstStep, ...]:
    """The steps one applies for within a week; when there are none, the very first. Who asks one place
    for a bed for tonight and for one later, asks there once."""
    coming = [step for step in in_order(shown.plan.steps) if step.apply >= 0]
    soon = [step for step in coming if step.apply <= SOON] or coming[:1]
    first = {step.service: step for step in reversed(soon)}
    return tuple(_told(shown, step) for step in soon if step is first[step.service])[:MOST]


def _told(shown: Shown, step: Step) -> FirstStep:
    service, language = shown.world.services[step.service], shown.language
    rules = (shown.world.rules[rule] for rule in step.rules)
    sentences = (rule.ask_sentence.in_language(language) for rule in rules)
    latest = ""
    if step.slack > 0:
        latest = _("Dit kan tot %(day)s.") % {"day": shown.day(step.latest)}
    return FirstStep(
        when=shown.around(step.apply),
        what=service.label.in_language(language),
        who=service.provider,
        bring=service.bring.in_language(language),
        say=next((sentence for sentence in sentences if sentence), ""),
        latest=latest,
    )
