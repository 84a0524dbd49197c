# SPDX-License-Identifier: EUPL-1.2
"""Help for when an appointment does not work out: what to say, and another day."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.entries import Told
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.cards import shown
from ruimbaan.parts.journey.presentation.fields import told as said
from ruimbaan.parts.journey.presentation.parts import home_crumb, part_crumb
from ruimbaan.parts.journey.presentation.saying import in_words, weekday
from ruimbaan.parts.journey.route.protecting import when_one_could_not_come
from ruimbaan.ui.components import Link

KIND = OF_PART[Part.APPOINTMENTS]


def cannot_page(
    own: Own, told: Told, route: KeptRoute | None, error: DomainError | None = None
) -> dict[str, object]:
    title = _("Het lukt me niet")
    when = weekday(date.fromisoformat(told.values["day"]), own.today)
    rule = when_one_could_not_come(route, told.values["what"]) if route else None
    return {
        "title": title,
        "crumbs": (home_crumb(), part_crumb(KIND), Link(title)),
        "card": shown(KIND, [told], own.today).cards[0],
        "row": told.id,
        "said": told.values.get("answer") == "no",
        "sentences": (
            _("Op %(day)s lukt het me niet. Kan het op een andere dag?") % {"day": when},
            _("Ik wil wel komen. Welke dag kan ook?"),
        ),
        "rule": {
            "title": in_words(rule.plain.title),
            "room": in_words(rule.plain.room),
            "say": in_words(rule.plain.say_this),
        }
        if rule
        else None,
        "error": said(error),
    }
