# SPDX-License-Identifier: EUPL-1.2
"""What a text gives away, with the numbers of the Kaart; and what could be said better. Only the first
stands in the way of publishing: about words the person decides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ruimbaan.core.storybook.given import GivenStory
from ruimbaan.core.storybook.recognition import Trait, clues, rare
from ruimbaan.integrations.language.check import Level, Remark, check_text
from ruimbaan.parts.directory.queries import (
    kind_title,
    list_names,
    list_organisations,
    list_regions,
    places_of_kind,
)
from ruimbaan.parts.storybook.desk.rows import Asked, Warned

FEW_PLACES = 3  # of one kind in a region: with fewer, the kind is as good as a name
PER = 1000
PLACE = "place"  # of a warning, beside the clues of the core: few places of one kind, by its number


def check(story: GivenStory, asked: Asked, region: str) -> tuple[Warned, ...]:
    """Each warning once, in the order of the text."""
    found = (*_of_words(story, region), *_of_traits(asked), *_of_places(asked, region))
    return tuple(dict.fromkeys(found))


def hints(story: GivenStory) -> tuple[Remark, ...]:
    """Long sentences and words that do harm; the words of the person win."""
    found = (one for part in story.parts for one in check_text(part, "nl", Level.B1))
    return tuple(dict.fromkeys(found))


def place_kinds(region: str) -> tuple[tuple[int, str], ...]:
    """The kinds of support that are on the Kaart of this region, with what each does."""
    if region not in list_names():
        return ()
    services = list_regions()[region].world.services.values()
    numbers = sorted({one.type for one in services if one.type is not None})
    return tuple((number, kind_title(number)) for number in numbers if kind_title(number))


def count_places(region: str, kind: int) -> int:
    return len(places_of_kind(region, kind)) if region in list_names() else 0


@lru_cache(maxsize=12)
def _title(region: str) -> str:
    return list_regions()[region].title.nl if region in list_names() else ""


def _of_words(story: GivenStory, region: str) -> Iterator[Warned]:
    names = [one.name for one in list_organisations(region)] if region else []
    found = clues(story.said(), (*names, *filter(None, (_title(region),))))
    yield from (Warned(one.clue.value, one.said) for one in found)


def _of_traits(asked: Asked) -> Iterator[Warned]:
    if not asked.adults:
        return
    traits = [Trait(name, min(share, PER) / PER) for name, share in asked.traits]
    for one in rare(traits, asked.adults):
        yield Warned(one.clue.value, one.said, one.alike)


def _of_places(asked: Asked, region: str) -> Iterator[Warned]:
    for kind in asked.kinds:
        count = count_places(region, kind)
        if 0 < count < FEW_PLACES:
            yield Warned(PLACE, (str(kind),), count)
