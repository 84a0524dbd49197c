# SPDX-License-Identifier: EUPL-1.2
"""The steps of a way in the order in which one does them: the same wherever they are told."""

from __future__ import annotations

from collections.abc import Iterable

from ruimbaan.core.planner.answer import Step


def in_order(steps: Iterable[Step]) -> tuple[Step, ...]:
    """By the day on which one asks; of one day what can wait least comes first, and what another
    step needs before that other."""
    left = sorted(steps, key=lambda step: (step.apply, step.latest, step.start, step.service))
    found = []
    while left:
        one = next((step for step in left if not _needs_one_of(step, left)), left[0])
        left.remove(one)
        found.append(one)
    return tuple(found)


def _needs_one_of(step: Step, left: Iterable[Step]) -> bool:
    """Whether something of the same day that is still to be told comes before it."""
    same_day = {other.service for other in left if other.apply == step.apply}
    needed = {need.by_service for need in step.needs} - {None, step.service}
    return not same_day.isdisjoint(needed)
