# SPDX-License-Identifier: EUPL-1.2
"""The whole route on one page."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.handoff.queries import AtGoal
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.sharing import who_sees
from ruimbaan.parts.journey.route.presentation.line import line
from ruimbaan.parts.journey.route.presentation.waits import next_step, waits
from ruimbaan.parts.journey.route.presentation.who import nobody_at
from ruimbaan.parts.journey.route.store import Stored
from ruimbaan.ui.components import Link


def route_page(own: Own, stored: Stored | None, people: Mapping[UUID, AtGoal]) -> dict[str, object]:
    """`people`: who answers today for what, by wish or step."""
    page: dict[str, object] = {
        "crumbs": (home_crumb(), Link(_("Mijn route"))),
        "seen_by": who_sees(own, Part.ROUTE),
    }
    if stored is None:
        return page
    route = stored.route
    return page | {
        "stops": line(route, own.today, people),
        "nobody": nobody_at(route, people),
        "waits": waits(route, own.today),
        "next": next_step(route, own.today),
    }
