# SPDX-License-Identifier: EUPL-1.2
"""Days without steady support on a way, said kindly."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.parts.routes.presentation.shown import Shown

Period = tuple[int, int]  # half-open


def gaps_without_support(shown: Shown) -> tuple[Period, ...]:
    """The periods, when the steps of the plan account for all its uncovered days; else none.

    A plan counts the days that no support could cover; its steps may leave more days uncovered."""
    arrivals = shown.plan.arrivals.values()
    last = max((shown.answer.horizon if day is None else day for day in arrivals), default=0)
    covered = sorted(
        (max(step.start, 0), min(max(step.end, step.start + 1), last))
        for step in shown.plan.steps
        if shown.world.services[step.service].is_support
    )
    gaps: list[Period] = []
    day = 0
    for start, end in (*covered, (last, last)):
        if start > day:
            gaps.append((day, start))
        day = max(day, end)
    return tuple(gaps) if sum(b - a for a, b in gaps) == shown.plan.uncovered else ()


def gap_words(days: int) -> str:
    words = ngettext("%(n)d dag zonder vaste steun", "%(n)d dagen zonder vaste steun", days)
    return words % {"n": days}


def gap_message(shown: Shown) -> str:
    """Empty when somebody can be there on every day. On a way without steps nobody goes to who could be
    there, so a number is right only where nobody is there on any day."""
    days, periods = shown.plan.uncovered, gaps_without_support(shown)
    if not days or not (shown.plan.steps or periods):
        return ""
    words = ngettext("Er is %(n)d dag zonder steun.", "Er zijn %(n)d dagen zonder steun.", days)
    if len(periods) != 1:
        return words % {"n": days}
    (first, until) = periods[0]
    start = _("vandaag") if first == 0 else shown.day(first)
    when = _("Dat is van %(start)s tot %(end)s.") % {"start": start, "end": shown.day(until)}
    return f"{words % {'n': days}} {when}"
