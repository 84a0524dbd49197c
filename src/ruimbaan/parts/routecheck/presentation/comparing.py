# SPDX-License-Identifier: EUPL-1.2
"""Two ways next to each other, and the other ways that can take the place of one of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.choosing import size_of
from ruimbaan.parts.routecheck.answering import Solved
from ruimbaan.parts.routecheck.presentation.way import shown_way
from ruimbaan.parts.routes.services import Comparison, Shown, compare, shown_rows, way_title


@dataclass(frozen=True, slots=True)
class WayToCompare:
    value: str
    text: str
    one: bool
    other: bool


@dataclass(frozen=True, slots=True)
class Comparing:
    """`comparison` is None when there is one way only."""

    comparison: Comparison | None
    ways: tuple[WayToCompare, ...]


def comparing(solved: Solved, language: Language) -> Comparing:
    """The one that asks less comes first, whichever of the two was looked at."""
    shown = shown_way(solved, language)
    beside = solved.row if solved.beside is None else solved.beside
    if beside == solved.row:
        return Comparing(None, ())
    one, other = (replace(shown, index=row) for row in sorted((solved.row, beside)))
    sizes = {row: size_of(solved.solver, row) for row in (solved.row, beside)}
    rows = sorted({*shown_rows(shown), beside})
    ways = (
        _way(replace(shown, index=row), number, one, other)
        for number, row in enumerate(rows, start=1)
    )
    return Comparing(compare(one, other, sizes), tuple(ways))


def _way(here: Shown, number: int, one: Shown, other: Shown) -> WayToCompare:
    title = way_title(here, here.flexed_rules(here.plan))
    return WayToCompare(
        str(here.index),
        _("Weg %(n)d: %(title)s") % {"n": number, "title": title},
        one=here.index == one.index,
        other=here.index == other.index,
    )
