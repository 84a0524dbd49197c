# SPDX-License-Identifier: EUPL-1.2
"""The way that is looked at, with what organisations agreed about its rules and places."""

from __future__ import annotations

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.discretion.queries import (
    agreements_by_touch,
    cover_not_counted,
    situations_of_rules,
)
from ruimbaan.parts.routecheck.answering import Solved
from ruimbaan.parts.routes.services import Shown
from ruimbaan.ui.components import Link


def shown_way(solved: Solved, language: Language) -> Shown:
    agreed = agreements_by_touch(solved.region.id, timezone.localdate())
    shown = Shown(solved.world, solved.situation, solved.answer, solved.row, language, agreed)
    situations = situations_of_rules(_at_kinds(shown), solved.region.id, language)
    return replace(shown, situations=situations, cover=_cover_at_one_place(shown, solved.region.id))


def _cover_at_one_place(shown: Shown, region: str) -> dict[str, tuple[str, ...]]:
    words = _(
        "Bij %(where)s hoef je dit niet te vragen: %(by)s staat erachter. Op andere plekken vraag je het."
    )
    return {
        rule: tuple(words % {"where": one.organisation, "by": one.by} for one in found)
        for rule, found in cover_not_counted(shown.world, region, timezone.localdate()).items()
    }


def _at_kinds(shown: Shown) -> dict[str, set[int]]:
    """Per rule that bends on this way, the kinds of support at which it does."""
    found: dict[str, set[int]] = {rule: set() for rule in shown.plan.flexed}
    for step in shown.plan.steps:
        kind = shown.world.services[step.service].type
        for rule in found.keys() & set(step.rules):
            found[rule] |= {kind} if kind else set()
    return found


def agreed_on_the_way(shown: Shown) -> tuple[Link, ...]:
    """Each agreement once that touches a step of this way, or a rule of it."""
    steps = shown.plan.steps
    touched = [code for step in steps for code in (step.service, *step.rules)]
    links = (link for code in touched for link in shown.agreed.get(code, ()))
    return tuple(dict.fromkeys(links))
