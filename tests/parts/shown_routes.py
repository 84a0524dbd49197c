# SPDX-License-Identifier: EUPL-1.2
"""Routes of the example, as they are shown, and the same with something changed."""

from __future__ import annotations

from dataclasses import replace

from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.routes import queries
from ruimbaan.parts.routes.presentation.shown import Shown

BEST = 3


def shown(index: int = BEST, language: Language = "nl", name: str = queries.PERSON) -> Shown:
    solved = queries.find_example(name)
    assert solved is not None
    return Shown(solved.world, solved.situation, solved.answer, index, language)


def with_plan(route: Shown, **changes: object) -> Shown:
    front = list(route.answer.front)
    front[route.index] = replace(front[route.index], **changes)  # type: ignore[arg-type]
    return replace(route, answer=replace(route.answer, front=tuple(front)))


def with_rule(route: Shown, rule: str, **changes: object) -> Shown:
    changed = replace(route.world.rules[rule], **changes)  # type: ignore[arg-type]
    rules = {**route.world.rules, rule: changed}
    return replace(route, world=replace(route.world, rules=rules))
