# SPDX-License-Identifier: EUPL-1.2
"""How answers travel: in one hidden field of the page, signed, with a time limit.

Signed, so that nobody else writes answers into someone's page; not secret for who has the page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.core import signing
from django.views.decorators.debug import sensitive_variables

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_answers import take_over
from ruimbaan.core.journey.questionnaire import Questionnaire

SALT = "ruimbaan.routecheck"
FORMAT = 1
STAYS_FRESH = timedelta(hours=2)
LONGEST = 8_000  # characters; the longest real field has about 1,500


class Arrived(StrEnum):
    """In which state the field came back."""

    WHOLE = "whole"
    EXPIRED = "expired"  # ours and complete, yet older than it may be
    OLDER = "older"  # ours, of questions that have changed since: something was left out
    BROKEN = "broken"  # not ours, or not intact: nothing of it is used


@dataclass(frozen=True, slots=True)
class Unpacked:
    answers: Answers
    arrived: Arrived


def pack(answers: Answers) -> str:
    content = {
        "f": FORMAT,
        "c": {name: list(options) for name, options in answers.chosen.items()},
        "d": {name: day.isoformat() for name, day in answers.days.items()},
        "w": answers.own_words,
    }
    return signing.dumps(content, salt=SALT, compress=True)


@sensitive_variables()
def unpack(field: str, questionnaire: Questionnaire) -> Unpacked:
    """What travelled, as far as this questionnaire knows it."""
    if len(field) > LONGEST:
        return Unpacked(Answers(), Arrived.BROKEN)
    arrived = Arrived.WHOLE
    try:
        content = signing.loads(field, salt=SALT, max_age=STAYS_FRESH)
    except signing.SignatureExpired:
        content, arrived = signing.loads(field, salt=SALT), Arrived.EXPIRED
    except (signing.BadSignature, ValueError):
        return Unpacked(Answers(), Arrived.BROKEN)
    return _taken_over(content, questionnaire, arrived)


def _taken_over(
    content: Mapping[str, Any], questionnaire: Questionnaire, arrived: Arrived
) -> Unpacked:
    if content.get("f") != FORMAT:
        return Unpacked(Answers(), Arrived.OLDER)
    days = {name: date.fromisoformat(day) for name, day in content["d"].items()}
    taken = take_over(questionnaire, content["c"], days, content["w"])
    if not taken.whole and arrived is Arrived.WHOLE:
        arrived = Arrived.OLDER
    return Unpacked(taken.answers, arrived)
