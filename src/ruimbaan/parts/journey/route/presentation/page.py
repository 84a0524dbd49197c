# SPDX-License-Identifier: EUPL-1.2
"""The whole route on one page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.journey.kept_route_legs import legs
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.sharing import who_sees
from ruimbaan.parts.journey.route.presentation.line import stops
from ruimbaan.parts.journey.route.presentation.waits import next_step, waits
from ruimbaan.parts.journey.route.presentation.who import Around, nobody_at
from ruimbaan.parts.journey.route.store import Stored
from ruimbaan.ui.components import Link


def route_page(own: Own, stored: Stored | None, around: Around) -> dict[str, object]:
    page: dict[str, object] = {
        "crumbs": (home_crumb(), Link(_("Mijn route"))),
        "seen_by": who_sees(own, Part.ROUTE),
    }
    if stored is None:
        return page
    line = legs(stored.route, own.today, around.refused)
    return page | {
        "stops": stops(line, own.today, around.who),
        "nobody": nobody_at(stored.route, around.who),
        "waits": waits(line, own.today),
        "next": next_step(line, own.today),
    }
