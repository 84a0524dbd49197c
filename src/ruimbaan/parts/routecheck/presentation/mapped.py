# SPDX-License-Identifier: EUPL-1.2
"""The way that is looked at on the metro map of the region, with another beside it or alone."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.parts.directory.queries import PlansOnMap, plans_on_map
from ruimbaan.parts.routecheck.answering import Solved
from ruimbaan.parts.routecheck.presentation.way import shown_way
from ruimbaan.parts.routes.services import Shown, way_title


@dataclass(frozen=True, slots=True)
class Mapped:
    """`ways`: what is on the map, in words. `drawn` is None when the region has no map."""

    region: str
    ways: tuple[str, ...]
    drawn: PlansOnMap | None


def mapped(solved: Solved, language: Language) -> Mapped:
    shown = shown_way(solved, language)
    rows = sorted({solved.row, solved.row if solved.beside is None else solved.beside})
    ways = [replace(shown, index=row) for row in rows]
    titles = [way_title(one, one.flexed_rules(one.plan)) for one in ways]
    if len(titles) > 1:
        words = (_("Weg A: %(title)s"), _("Weg B: %(title)s"))
        titles = [one % {"title": title} for one, title in zip(words, titles, strict=True)]
    return Mapped(
        solved.region.title.in_language(language),
        tuple(titles),
        plans_on_map(solved.region, *(_services(one) for one in ways)),
    )


def _services(shown: Shown) -> tuple[str, ...]:
    """In the order of the steps; a step that comes back keeps its first number."""
    return tuple(dict.fromkeys(step.service for step in shown.plan.steps))
