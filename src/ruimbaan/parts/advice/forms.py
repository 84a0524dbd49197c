# SPDX-License-Identifier: EUPL-1.2
"""A step of an advice, from what was filled in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ruimbaan.core.advice.course import Step, Taken
from ruimbaan.core.advice.errors import NotInThisOrder, StepDayNotRight


def step_of(sent: Mapping[str, str], today: date) -> tuple[Taken, int]:
    """The step, and how many there were for who sent it. Raises NotInThisOrder for a step that is not
    on the page, and StepDayNotRight."""
    try:
        step, seen = Step(sent.get("doe", "")), int(sent.get("gezien", ""))
    except ValueError:
        raise NotInThisOrder from None
    day = sent.get("dag", "") if step is not Step.WRITTEN else ""
    try:
        when = date.fromisoformat(day) if day else today
    except ValueError:
        raise StepDayNotRight(day=day[:20]) from None
    return Taken(step, when, sent.get("tekst", ""), sent.get("wie", "")), seen
