# SPDX-License-Identifier: EUPL-1.2
"""The same facts as the picture, as tables for the page and as rows for a file."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.parts.routes.presentation.shown import Shown
from ruimbaan.parts.routes.presentation.words import MONTH
from ruimbaan.ui.components import Table
from ruimbaan.ui.pictures import route_table
from ruimbaan.ui.pictures.route_model import RoutePicture

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def goals_table(shown: Shown) -> Table:
    """When each goal is needed, when it comes as usual, and when it comes on this way."""
    rows = tuple(
        (
            shown.title(goal.fact),
            shown.day(goal.needed_by),
            arrival_words(shown, shown.practice.arrivals[goal.fact]),
            arrival_words(shown, shown.plan.arrivals[goal.fact]),
        )
        for goal in shown.situation.goals
    )
    columns = (_("Wat je wilt"), _("Nodig op"), _("Zoals meestal"), _("Op deze weg"))
    return Table(_("Wanneer komt wat?"), columns, rows)


def arrival_words(shown: Shown, day: int | None) -> str:
    if day is not None:
        return shown.around(day)
    months = shown.answer.horizon // MONTH
    words = ngettext("lukt niet binnen %(n)d maand", "lukt niet binnen %(n)d maanden", months)
    return words % {"n": months}


def steps_table(shown: Shown, picture: RoutePicture, *, years: bool = False) -> Table:
    return Table(
        _("Welke stappen, en bij wie?"),
        route_table.columns(shown.language),
        route_table.rows(picture, shown.language, years=years),
    )


def file_rows(tables: tuple[Table, ...]) -> Iterator[tuple[str, ...]]:
    """Both tables under each other. No cell can begin a formula in a spreadsheet."""
    for table in tables:
        yield (table.caption,)
        yield table.columns
        for row in table.rows:
            yield tuple(f"'{cell}" if cell.startswith(_STARTS_A_FORMULA) else cell for cell in row)
        yield ()
