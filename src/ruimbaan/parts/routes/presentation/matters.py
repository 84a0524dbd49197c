# SPDX-License-Identifier: EUPL-1.2
"""What matters most, as three cards: the least to ask, the fewest steps, or the soonest. Never a cost
or a score: a card says when everything is there, what one has to do with and what one asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.planner.choosing import Choices, Matter, Size
from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.ways import tag_of
from ruimbaan.parts.routes.presentation.words import listed, small
from ruimbaan.ui.components import Fact, Tag, Way

CODES: Mapping[Matter, str] = {
    Matter.LEAST_ASKING: "minste-vragen",
    Matter.FEWEST_CHANGES: "minste-stappen",
    Matter.SOONEST: "snelst",
}
"""How a choice stands in an address or a form."""
MATTERS: Mapping[str, Matter] = {code: matter for matter, code in CODES.items()}


def choosing(shown: Shown, found: Choices, url_of: Callable[[str], str]) -> tuple[Way, ...]:
    """None when there is nothing to choose. `url_of`: what choosing leads to, an address or the value
    of a button, from the code."""
    if found.is_one:
        return ()
    return tuple(
        _card(shown, found, matter, url_of(CODES[matter]), row)
        for matter, row in found.rows.items()
    )


def matter_names() -> dict[Matter, str]:
    return {
        Matter.LEAST_ASKING: _("Het minste vragen"),
        Matter.FEWEST_CHANGES: _("De minste stappen"),
        Matter.SOONEST: _("Het snelst"),
    }


def _card(shown: Shown, found: Choices, matter: Matter, url: str, row: int | None) -> Way:
    title = matter_names()[matter]
    if row is None:
        words = _("Kies dit. Dan tellen we de stappen van elke weg.")
        return Way(title, url, Tag(_("Nog niet geteld")), (), words)
    here = replace(shown, index=row)
    return Way(
        title=title,
        url=url,
        tag=tag_of(here.flexed_rules(here.plan)),
        facts=tuple(_facts(here, found.sizes.get(row))),
        note=_same(found, matter, row),
        current=row == shown.index,
    )


def _facts(here: Shown, size: Size | None) -> Iterator[Fact]:
    days = here.plan.arrivals.values()
    arrived = [day for day in days if day is not None]
    goals = len(here.situation.goals)
    if len(arrived) == goals:
        yield Fact(_("Alles is er"), here.around(max(arrived, default=0)))
    else:
        words = _("%(n)d van de %(goals)d")
        yield Fact(_("Zoveel lukt er"), words % {"n": len(arrived), "goals": goals}, missing=True)
    in_time = goals - len(here.late_by(here.plan))
    yield Fact(_("Op tijd"), _("%(n)d van de %(goals)d") % {"n": in_time, "goals": goals})
    if size is not None:
        yield Fact(_("Stappen"), str(size.changes))
        yield Fact(_("Plekken"), str(size.counters))


def size_words(size: Size) -> str:
    """As in "14, bij 9 plekken"."""
    words = ngettext("%(n)d, bij %(m)d plek", "%(n)d, bij %(m)d plekken", size.counters)
    return words % {"n": size.changes, "m": size.counters}


def _same(found: Choices, matter: Matter, row: int) -> str:
    """Which other choices lead to the same way."""
    names = matter_names()
    others = [
        small(names[other]) for other, at in found.rows.items() if at == row and other != matter
    ]
    return _("Dit is ook: %(others)s.") % {"others": listed(others)} if others else ""
