# SPDX-License-Identifier: EUPL-1.2
"""A route that comes in: what is shown before it is kept."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.access import Own
from ruimbaan.parts.journey.presentation.fields import told
from ruimbaan.parts.journey.presentation.parts import home_crumb
from ruimbaan.parts.journey.presentation.sharing import who_sees
from ruimbaan.parts.journey.route.arriving import Arriving
from ruimbaan.parts.journey.route.presentation.different import wishes_and_steps
from ruimbaan.parts.journey.route.presentation.line import line
from ruimbaan.parts.journey.route.presentation.step import route_crumb
from ruimbaan.parts.journey.route.store import Stored
from ruimbaan.ui.components import Link


def come_page(error: DomainError | None = None) -> dict[str, object]:
    title = _("Een route bewaren")
    return {
        "title": title,
        "crumbs": (home_crumb(), route_crumb(), Link(title)),
        "error": told(error),
    }


def preview_page(own: Own, stored: Stored | None, found: Arriving) -> dict[str, object]:
    page = come_page() | {
        "stops": line(found.route, own.today),
        "fields": tuple(found.fields.items()),
        "version": stored.version if stored else 0,
        "seen_by": who_sees(own, Part.ROUTE),
    }
    if stored is not None:
        wishes, steps = wishes_and_steps(stored.route, found.route, own.today)
        page |= {"before": True, "wishes": wishes, "steps": steps}
    return page
