# SPDX-License-Identifier: EUPL-1.2
"""Why the answer was no, for a kind of support as a whole. A person is never a reason."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ruimbaan.core.insight.released import TOTAL
from ruimbaan.parts.insight.figures import REASONS, figures_of
from ruimbaan.parts.insight.kinds import ALL
from ruimbaan.parts.insight.presentation.wording import times
from ruimbaan.ui.components import Fact


def reasons_for(region: str, asked: str) -> tuple[Fact, ...]:
    """Of everybody who got a no from this kind of support, by what stood in the way; nothing when
    that was not released."""
    release = figures_of(region).releases.get(REASONS)
    if release is None or asked not in (*release.categories("naar"), ALL):
        return ()
    terms = {
        "plek": _("Geen plek, of geen uren"),
        "regel": _("Een regel, het geld, de regio of een papier"),
        "anders": _("Iets anders"),
    }
    kind = TOTAL if asked == ALL else asked
    found = ((term, release.count(naar=kind, loop=name)) for name, term in terms.items())
    return tuple(
        Fact(term, _("dicht") if count is None else times(count), missing=count is None)
        for term, count in found
        if count != 0
    )
