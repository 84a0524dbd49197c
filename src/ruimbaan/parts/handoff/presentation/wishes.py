# SPDX-License-Identifier: EUPL-1.2
"""The question to which wish of the kept route a handoff belongs."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.handoff import composing
from ruimbaan.parts.journey.queries import goals_of
from ruimbaan.parts.journey.services import Own
from ruimbaan.ui.components import Choices, Option
from ruimbaan.ui.reader import explained, in_words


def wish_of(own: Own, one: Mapping[str, str], errors: Mapping[str, DomainError]) -> Choices | None:
    """None without a kept route: then there is nothing to choose."""
    with own.open(Part.ROUTE) as opening:
        goals = goals_of(opening)
    if not goals:
        return None
    chosen = one[composing.WISH]
    options = (
        *(
            Option(str(goal.id), in_words(goal.text), checked=str(goal.id) == chosen)
            for goal in goals
        ),
        Option("", _("Iets anders"), checked=chosen not in {str(goal.id) for goal in goals}),
    )
    error = explained(errors[composing.WISH]) if composing.WISH in errors else ""
    return Choices(
        composing.WISH,
        _("Bij welke wens van je route hoort dit?"),
        options,
        help=_("Dan zie je op je route wie er is."),
        error=error,
    )
