# SPDX-License-Identifier: EUPL-1.2
"""Giving a pattern: a free choice apart from any note or request. What is written down leads to nobody:
closed lists, weeks, and no sign of which account it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import Count

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.discretion.noting import Situation, week_of
from ruimbaan.core.discretion.noting_errors import WeeksTheWrongWay
from ruimbaan.parts.discretion.noting.models import By, Pattern


@dataclass(frozen=True, slots=True)
class Given:
    rule: str
    situation: Situation
    effect: Effect
    began: date | None = None
    ended: date | None = None


def told() -> Mapping[str, Mapping[Effect, int]]:
    """By rule, how often room did what."""
    found: dict[str, dict[Effect, int]] = {}
    rows = Pattern.objects.values_list("rule", "effect").annotate(times=Count("id"))
    for rule, effect, times in rows:
        found.setdefault(rule, {})[Effect(effect)] = times
    return found


def give(form: UUID, given: Given, by: By, today: date) -> None:
    """`form` is chance, and made for this page alone: sending it again gives nothing more. Raises
    WeeksTheWrongWay."""
    began = week_of(given.began) if given.began and by is By.PERSON else None
    ended = week_of(given.ended) if given.ended and by is By.PERSON else None
    if (began and began > today) or (began and ended and ended < began):
        raise WeeksTheWrongWay
    try:
        with transaction.atomic():
            Pattern.objects.create(
                id=form,
                rule=given.rule,
                situation=given.situation,
                effect=given.effect,
                by=by,
                week=week_of(today),
                began=began,
                ended=ended,
            )
    except IntegrityError:
        if not Pattern.objects.filter(pk=form).exists():
            raise


def give_many(rule: str, effect: Effect, times: int, today: date) -> None:
    """As often as people of a made-up year gave it, in a demo."""
    for _ in range(times):
        give(uuid4(), Given(rule, Situation.ADDRESS, effect), By.WORKER, today)
