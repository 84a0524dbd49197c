# SPDX-License-Identifier: EUPL-1.2
"""What followed after a rule changed: a sentence, and a table when there is enough to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ruimbaan.core.advice import followup
from ruimbaan.core.advice.advice import Advice
from ruimbaan.core.advice.figures_said import share_said
from ruimbaan.core.advice.followup import Difference, FollowUp
from ruimbaan.core.insight.waits import Share
from ruimbaan.ui.components import Table
from ruimbaan.ui.pictures.words import written_date
from ruimbaan.ui.reader import in_words, language


@dataclass(frozen=True, slots=True)
class Followed:
    """`is_over`: the day of the change is behind us."""

    since: str
    is_over: bool
    says: str
    more: str
    table: Table | None


def followed(one: Advice, since: date | None, today: date) -> Followed | None:
    """None for a rule that did not change, nor is about to."""
    if one.follow_up is not None:
        return _measured(one.follow_up, today)
    if since is None:
        return None
    says = _("Zet de nieuwe versie ook in het regelboek. Dan volgen dezelfde cijfers of het werkt.")
    return Followed(written_date(since, language(), year=True), since <= today, says, "", None)


def _measured(found: FollowUp, today: date) -> Followed:
    since, is_over = written_date(found.day, language(), year=True), found.day <= today
    says = in_words(followup.WORDS[found.outcome])
    if found.difference is None or found.beyond_others is None:
        more = _not_yet(found, today)
        return Followed(since, is_over, says, more, None)
    more = _(
        "Verschil: {difference}. Meer dan bij andere steun: {beyond}. Tussen haakjes staat de marge."
    ).format(difference=_points(found.difference), beyond=_points(found.beyond_others))
    return Followed(since, is_over, says, more, _table(found))


def _not_yet(found: FollowUp, today: date) -> str:
    """A first day that is behind us would promise figures that are not there."""
    if found.ready <= today:
        return _("Er zijn nog niet genoeg cijfers over deze verandering.")
    ready = written_date(found.ready, language(), year=True)
    return _("Op zijn vroegst is er iets te zeggen op {day}.").format(day=ready)


def _table(found: FollowUp) -> Table:
    sides = (
        (_("Deze steun"), found.before, found.after),
        (_("Andere steun"), found.others_before, found.others_after),
    )
    return Table(
        _("Ontmoet binnen zes weken, van wie ervoor en erna vroeg."),
        (_("Steun"), _("Ervoor"), _("Erna")),
        tuple((name, _said(before), _said(after)) for name, before, after in sides),
    )


def _said(share: Share | None) -> str:
    return in_words(share_said(share)) if share else _("dicht")


def _points(one: Difference) -> str:
    value, low, high = (round(100 * part) for part in (one.value, one.low, one.high))
    return _("{value} punten ({low} tot {high})").format(
        value=f"{value:+d}", low=f"{low:+d}", high=f"{high:+d}"
    )
