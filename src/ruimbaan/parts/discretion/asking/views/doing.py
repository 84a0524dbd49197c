# SPDX-License-Identifier: EUPL-1.2
"""One button on the page of a request, the same for who asked and for the person."""

from __future__ import annotations

from datetime import datetime

from django.http import QueryDict
from django.utils import timezone

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.discretion.asking_errors import DayNotGood, NotNow
from ruimbaan.parts.discretion.asking import answering
from ruimbaan.parts.discretion.asking.choosing import LONGEST, day_from
from ruimbaan.parts.discretion.asking.records import Found


def do(found: Found, sent: QueryDict, now: datetime) -> None:
    """Raises NotNow, DayNotGood and what the core raises."""
    today = timezone.localdate(now)
    match sent.get("doe"):
        case "intrekken":
            answering.withdraw(found, now)
        case "terugkijken":
            day = day_from(sent.get("dag", ""))
            if day is None or not today <= day <= today + LONGEST:
                raise DayNotGood
            answering.look_back_on(found, day)
        case "deed":
            answering.what_it_did(found, effect_from(sent.get("effect", "")))
        case _:
            raise NotNow


def effect_from(text: str) -> Effect:
    try:
        return Effect(text)
    except ValueError:
        raise NotNow from None
