# SPDX-License-Identifier: EUPL-1.2
"""Why the answer was no, for a kind of support as a whole. A person is never a reason."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from ruimbaan.core.insight.kinds import ALL
from ruimbaan.core.insight.released import TOTAL
from ruimbaan.parts.insight.figures import REASONS, figures_of
from ruimbaan.parts.insight.presentation.wording import name_of, times
from ruimbaan.ui.components import Fact


@dataclass(frozen=True, slots=True)
class Reasons:
    """`of` is the kind of support, or everything where no more detail was safe to release. `wider`: it
    is of the whole region, though the page is of less."""

    of: str
    wider: bool
    facts: tuple[Fact, ...]


def reasons_for(region: str, sender: str, asked: str) -> Reasons | None:
    """Of everybody who got a no from this kind of support, by what stood in the way; None when that
    was not released."""
    release = figures_of(region).releases.get(REASONS)
    if release is None:
        return None
    kind = asked if asked in release.categories("naar") else ALL
    terms = {
        "plek": _("Geen plek, of geen uren"),
        "regel": _("Een regel, het geld, de regio of een papier"),
        "anders": _("Iets anders"),
    }
    code = TOTAL if kind == ALL else kind
    found = ((term, release.count(naar=code, loop=name)) for name, term in terms.items())
    facts = tuple(
        Fact(term, _("dicht") if count is None else times(count), missing=count is None)
        for term, count in found
        if count != 0
    )
    wider = kind == ALL and (sender, asked) != (ALL, ALL)
    return Reasons(name_of(kind), wider, facts) if facts else None
