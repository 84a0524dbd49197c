# SPDX-License-Identifier: EUPL-1.2
"""The form of who writes: the text, where it turned, what was changed, and what the check asks."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, WordsWithoutShape, check_words
from ruimbaan.core.storybook.coarser import coarser
from ruimbaan.core.storybook.given import MOST_TURNS, Changed, GivenStory, Turn, Way
from ruimbaan.parts.journey.services import came_whole
from ruimbaan.parts.storybook.desk.rows import Asked, Written

TITLE, LEAD, TEXT, NOTES, CHANGED = "titel", "zin", "tekst", "notities", "veranderd"
ADULTS, SOURCE, KIND = "volwassenen", "bron", "soort"
MOST_TEXT = 12_000
MOST_TRAITS, MOST_KINDS = 4, 3
MOST_ADULTS = 20_000_000


@dataclass(frozen=True, slots=True)
class FilledIn:
    story: GivenStory
    notes: str
    asked: Asked


def read(request: HttpRequest) -> FilledIn:
    """Raises WordsWithoutShape, WordsTooLong."""
    sent = request.POST
    if not came_whole(request):
        raise WordsWithoutShape
    for name in (TITLE, LEAD, *_turn_fields()):
        check_words(sent.get(name, ""), most=MOST_IN_A_LINE, must=False)
    for name in (TEXT, NOTES):
        check_words(sent.get(name, ""), most=MOST_TEXT, must=False)
    return FilledIn(_story(sent), sent.get(NOTES, "").strip(), _asked(sent))


def of_written(written: Written) -> FilledIn:
    return FilledIn(written.story or GivenStory("", "", ""), written.notes, written.asked)


def made_coarser(filled: FilledIn) -> FilledIn:
    """Days, years and ages said more coarsely, to be read before it is kept."""
    one = filled.story
    turns = tuple(Turn(coarser(turn.what), turn.who, turn.way) for turn in one.turns)
    changed = one.changed
    if Changed.DATE not in changed:
        changed = (*changed, Changed.DATE)
    story = GivenStory(coarser(one.title), coarser(one.lead), coarser(one.text), turns, changed)
    return FilledIn(story, filled.notes, filled.asked)


def _turn_fields() -> tuple[str, ...]:
    numbers = range(1, MOST_TURNS + 1)
    return tuple(f"{name}-{number}" for number in numbers for name in ("keer", "wie"))


def _story(sent: QueryDict) -> GivenStory:
    turns = []
    for number in range(1, MOST_TURNS + 1):
        what = sent.get(f"keer-{number}", "").strip()
        way = sent.get(f"ruimte-{number}", "")
        if what:
            known = Way(way) if way in list(Way) else None
            turns.append(Turn(what, sent.get(f"wie-{number}", "").strip(), known))
    changed = tuple(one for one in Changed if one.value in sent.getlist(CHANGED))
    text = sent.get(TEXT, "").replace("\r\n", "\n").strip()
    return GivenStory(
        sent.get(TITLE, "").strip(), sent.get(LEAD, "").strip(), text, tuple(turns), changed
    )


def _asked(sent: QueryDict) -> Asked:
    traits = []
    for number in range(1, MOST_TRAITS + 1):
        name = sent.get(f"kenmerk-{number}", "").strip()[:MOST_IN_A_LINE]
        if name:
            traits.append((name, min(_number(sent.get(f"deel-{number}", "")), 1000)))
    kinds = dict.fromkeys(_number(one) for one in sent.getlist(KIND)[:MOST_KINDS])
    return Asked(
        adults=min(_number(sent.get(ADULTS, "")), MOST_ADULTS),
        source=sent.get(SOURCE, "").strip()[:MOST_IN_A_LINE],
        traits=tuple(traits),
        kinds=tuple(kind for kind in kinds if kind),
    )


def _number(text: str) -> int:
    """0 for what is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
