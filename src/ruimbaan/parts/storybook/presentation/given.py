# SPDX-License-Identifier: EUPL-1.2
"""The view of a given story: what one template shows on the site, on paper, and to who signs it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TurnView:
    what: str
    who: str
    way: str
    is_room: bool


@dataclass(frozen=True, slots=True)
class GivenView:
    """`lang`: the words are Dutch, in whatever language the page around them is."""

    id: str
    kicker: str
    title: str
    summary: str
    url: str
    paragraphs: tuple[str, ...]
    turns: tuple[TurnView, ...]
    form: str
    changed: str
    pictures: tuple[()] = ()
    lang: str = "nl"
    template: str = "storybook/pieces/given.html"
