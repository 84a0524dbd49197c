# SPDX-License-Identifier: EUPL-1.2
"""What is different between the old route and the new one, in plain words."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_again import Change, Difference, differences
from ruimbaan.parts.journey.presentation.saying import day, in_words
from ruimbaan.parts.journey.route.presentation.line import around
from ruimbaan.parts.routes.services import length


def wishes_and_steps(
    old: KeptRoute, new: KeptRoute, today: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is different for the wishes, and for the steps: one sentence or two each."""
    found = differences(old, new, today)
    return (
        tuple(_told(one, today) for one in found if one.is_wish),
        tuple(_told(one, today) for one in found if not one.is_wish),
    )


def _told(one: Difference, today: date) -> str:
    names = {
        "what": in_words(one.what),
        "days": length(one.days),
        "day": around(one.day, today) if one.day else "",
        "before": day(one.before, today) if one.before else "",
    }
    return _words(one) % names


def _words(one: Difference) -> str:
    if one.change is Change.SOONER:
        return _("%(what)s: %(days)s eerder. Nu %(day)s, het was %(before)s.")
    if one.change is Change.LATER:
        return _("%(what)s: %(days)s later. Nu %(day)s, het was %(before)s.")
    if one.is_wish:
        if one.change is Change.NEW:
            return _("%(what)s: nu is er een weg. Dat wordt %(day)s.")
        return _("%(what)s: hier is nu geen weg meer heen. Het was %(before)s.")
    if one.change is Change.NEW:
        return _("Nieuw: %(what)s, %(day)s.")
    return _("Niet meer nodig: %(what)s.")
