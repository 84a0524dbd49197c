# SPDX-License-Identifier: EUPL-1.2
"""The form of who writes, filled with what stands there now."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.storybook.given import MOST_TURNS, Changed, Turn, Way
from ruimbaan.parts.storybook.desk.checking import place_kinds
from ruimbaan.parts.storybook.desk.forms import MOST_KINDS, MOST_TRAITS, FilledIn
from ruimbaan.parts.storybook.desk.presentation.work import crumbs
from ruimbaan.parts.storybook.desk.rows import Kept, gift_words
from ruimbaan.parts.storybook.desk.wording import CHANGES, WAYS, reason
from ruimbaan.ui.components import Link, Option
from ruimbaan.ui.reader import explained, in_words

SHOWN_TURNS = 2  # the others are folded until one is needed


@dataclass(frozen=True, slots=True)
class TurnRow:
    number: int
    what: str
    who: str
    ways: tuple[Option, ...]
    folded: bool


@dataclass(frozen=True, slots=True)
class TraitRow:
    number: int
    name: str
    share: int | str


def write_page(
    one: Kept, filled: FilledIn, version: int, error: DomainError | None = None
) -> dict[str, object]:
    story, asked = filled.story, filled.asked
    url = reverse("story_desk:story", args=[one.row.id])
    return {
        "crumbs": crumbs(Link(_("Eén verhaal"), url), Link(_("Schrijven"))),
        "back_url": url,
        "version": version,
        "story": story,
        "notes": filled.notes,
        "asked": asked,
        "turns": tuple(_turn(number, story.turns) for number in range(1, MOST_TURNS + 1)),
        "changes": tuple(
            Option(kind.value, in_words(CHANGES[kind]), checked=kind in story.changed)
            for kind in Changed
        ),
        "traits": tuple(_trait(number, asked.traits) for number in range(1, MOST_TRAITS + 1)),
        "kinds": tuple(_kinds(number, one.row.region, asked.kinds) for number in range(MOST_KINDS)),
        "gifts": tuple(gift_words(gift) for gift in one.gifts),
        "errors": (Link(_says(error), "#titel"),) if error else (),
    }


def _says(error: DomainError) -> str:
    said = reason(error, to_giver=False)
    return in_words(said) if said else explained(error)


def _turn(number: int, turns: tuple[Turn, ...]) -> TurnRow:
    turn = turns[number - 1] if number <= len(turns) else Turn("")
    ways = tuple(Option(way.value, in_words(WAYS[way]), checked=way is turn.way) for way in Way)
    return TurnRow(number, turn.what, turn.who, ways, number > SHOWN_TURNS and not turn.what)


def _trait(number: int, traits: tuple[tuple[str, int], ...]) -> TraitRow:
    name, share = traits[number - 1] if number <= len(traits) else ("", "")
    return TraitRow(number, name, share)


def _kinds(place: int, region: str, chosen: tuple[int, ...]) -> tuple[int, tuple[Option, ...]]:
    mine = chosen[place] if place < len(chosen) else 0
    options = (
        Option(str(number), title, checked=number == mine) for number, title in place_kinds(region)
    )
    return place + 1, tuple(options)
