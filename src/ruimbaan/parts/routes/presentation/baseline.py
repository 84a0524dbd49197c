# SPDX-License-Identifier: EUPL-1.2
"""Today's practice as the baseline, and beside it what each rung of the ladder wins: first the same
steps begun earlier, without any rule bent."""

from __future__ import annotations

from itertools import pairwise

from django.utils.translation import gettext as _

from ruimbaan.parts.routes.presentation.ladder import rung_titles
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.tables import arrival_words
from ruimbaan.parts.routes.presentation.words import length
from ruimbaan.ui.components import Table


def baseline_table(shown: Shown) -> Table | None:
    """A column for practice and for each rung that wins days. None when no rung does: then nothing
    is in the way, or the search was cut short."""
    winning = [rung for rung in shown.answer.ladder if rung.days_won]
    if not winning:
        return None
    titles = rung_titles()
    columns = (_("Wat je wilt"), _("Zoals meestal"), *(titles[rung.step] for rung in winning))
    stages = (shown.practice.arrivals, *(rung.arrivals for rung in winning))
    rows = []
    for goal in shown.situation.goals:
        days = [stage[goal.fact] for stage in stages]
        won = (_won(shown, *pair) for pair in pairwise(days))
        rows.append((shown.title(goal.fact), arrival_words(shown, days[0]), *won))
    return Table(_("Elke trede telt bij de vorige op."), columns, tuple(rows))


def _won(shown: Shown, before: int | None, after: int | None) -> str:
    """The day on this rung, and how much sooner that is than on the rung before."""
    if before == after:
        return _("hetzelfde")
    told = arrival_words(shown, after)
    if after is None:
        return told
    if before is None:
        return _("%(day)s: nu lukt het wel") % {"day": told}
    words = {"day": told, "length": length(abs(before - after))}
    if after < before:
        return _("%(day)s: %(length)s eerder") % words
    return _("%(day)s: %(length)s later") % words
