# SPDX-License-Identifier: EUPL-1.2
"""The steps of an advice as they are kept, and taking the next one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from ruimbaan.core.advice.course import Step, Taken, check
from ruimbaan.core.advice.errors import NotInThisOrder
from ruimbaan.parts.advice.models import AdviceStep


def taken_of(region: str, rule: str) -> tuple[Taken, ...]:
    """The oldest first."""
    return tuple(map(_taken, AdviceStep.objects.filter(region=region, rule=rule)))


def taken_in(region: str) -> Mapping[str, tuple[Taken, ...]]:
    """By rule, of all rules of which anything was written."""
    found: dict[str, list[Taken]] = {}
    for row in AdviceStep.objects.filter(region=region):
        found.setdefault(row.rule, []).append(_taken(row))
    return {rule: tuple(steps) for rule, steps in found.items()}


def take(region: str, rule: str, step: Taken, seen: int, *, by: UUID, today: date) -> None:
    """`seen` is how many steps there were for who takes this one: of two at once the second is told.
    Raises what the core says of it."""
    before = taken_of(region, rule)
    if len(before) != seen:
        raise NotInThisOrder
    check(before, step, today)
    try:
        with transaction.atomic():
            AdviceStep.objects.create(
                region=region,
                rule=rule,
                number=seen + 1,
                step=step.step,
                day=step.day,
                text=step.text.strip(),
                who=step.who.strip(),
                by=by,
            )
    except IntegrityError:
        raise NotInThisOrder from None


def _taken(row: AdviceStep) -> Taken:
    return Taken(Step(row.step), row.day, row.text, row.who)
