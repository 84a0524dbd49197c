# SPDX-License-Identifier: EUPL-1.2
"""Which page comes after which: the button that was pressed, and the page it was pressed on."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from ruimbaan.core.journey.questionnaire import Page

CHECK = "check"  # the page with all answers
START = "start"
GO_TO = "page:"


class Go(StrEnum):
    NEXT = "next"
    BACK = "back"
    SKIP = "skip"
    CHECK = "check"


def next_place(pages: Sequence[Page], here: str, go: str, *, changing: bool) -> str:
    """The id of a page, CHECK or START. `changing`: one answer is looked at again, from the page
    with all answers, so that is where one returns to. An unknown button is Next."""
    ids = [page.id for page in pages]
    if go.startswith(GO_TO) and go.removeprefix(GO_TO) in ids:
        return go.removeprefix(GO_TO)
    if go == Go.CHECK:
        return CHECK
    if here == START:
        return ids[0]
    if here == CHECK:
        return ids[-1] if go == Go.BACK else CHECK
    place = ids.index(here)
    if changing and not (go != Go.BACK and _about_the_same(pages, place)):
        return CHECK
    if go == Go.BACK:
        return ids[place - 1] if place else START
    return ids[place + 1] if place + 1 < len(ids) else CHECK


def _about_the_same(pages: Sequence[Page], place: int) -> bool:
    """Other wishes ask for another order and other days."""
    return place + 1 < len(pages) and pages[place + 1].number == pages[place].number
