# SPDX-License-Identifier: EUPL-1.2
"""Stories of the made-up people of a demo: Sterre gave one that anybody reads, with a yes for the site and
for paper, and one that waits for her yes. Everything goes through the same services as the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from django.utils import timezone

from ruimbaan.core.storybook.desk import Guess, Source, Use
from ruimbaan.core.storybook.given import Changed, GivenStory, Turn, Way
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.storybook.desk.access import Visit
from ruimbaan.parts.storybook.desk.giving import give, given_by, sign
from ruimbaan.parts.storybook.desk.guessing import guess
from ruimbaan.parts.storybook.desk.rows import Asked
from ruimbaan.parts.storybook.desk.writing import begin, publish, write
from ruimbaan.parts.storybook.models import Gift, Story
from ruimbaan.parts.trust.queries import file_of

FORMS = UUID("8d6b2d0e-6f0e-4c57-9a53-0f4f1c6e9b21")
REGION = "waalstad"
NOTES = "De plek en het jaargetij zijn anders. De rol van wie belde ook."


@dataclass(frozen=True, slots=True)
class Told:
    """What the giver wrote, and what became of it."""

    words: str
    story: GivenStory


CALLED = Told(
    "Na de kliniek wilde ik niemand spreken. Ik nam niet op. Iemand belde toch elke dag.\n\n"
    "Op dag negen nam ik op. We hebben alleen over de hond gepraat. De week erna ging ik mee.",
    GivenStory(
        "Op dag negen nam ik op",
        "Iemand bleef bellen, ook toen er niets terugkwam.",
        "Na de kliniek wilde ik niemand spreken. Ik nam niet op. Iemand belde toch elke dag.\n\n"
        "Op dag negen nam ik op. We hebben alleen over de hond gepraat. Er hoefde verder niets.\n\n"
        "De week erna ging ik mee. Niet omdat het moest. Omdat iemand al die tijd was gebleven.",
        (
            Turn(
                "Niet opnemen was geen reden om te stoppen",
                "Wie hielp, sloot het contact niet na drie keer bellen",
                Way.WIDER,
            ),
            Turn("Het eerste gesprek ging over de hond", "Wie belde, vroeg niets", Way.BESIDE),
        ),
        (Changed.PLACE, Changed.ROLE, Changed.DATE),
    ),
)
WAITED = Told(
    "De huur liep door terwijl ik weg was. Niemand had dat gezegd. Mijn buurvrouw zag de brief.",
    GivenStory(
        "De brief bij de buurvrouw",
        "De huur liep door, en één iemand zag het op tijd.",
        "Ik was weg om beter te worden. De huur liep door. Niemand had dat gezegd.\n\n"
        "Mijn buurvrouw zag de brief. Zij belde. Zo bleef mijn huis staan.",
        (Turn("De brief werd gezien", "Een buur belde voor wie er niet was", Way.KEPT),),
        (Changed.PLACE, Changed.DETAIL),
    ),
)


def prepare(accounts: Mapping[str, UUID], now: datetime) -> None:
    """What is there already is left as it is."""
    journey = file_of(accounts["sterre"])
    if journey is None or given_by(journey):
        return
    today = timezone.localdate(now)
    editor, reader = accounts["youssef"], accounts["bram"]
    gift, story = _written(journey, editor, "called", CALLED, today)
    _reads(editor, story, now)
    _reads(reader, story, now)
    guess(reader, story, Guess.NOT_RECOGNISED, _text(story), today)
    for use in Use:
        sign(gift, use, _text(story), today)
        publish(story, use, _text(story), today)
    waits, half = _written(journey, editor, "waited", WAITED, today)
    _reads(editor, half, now)
    _reads(reader, half, now)
    guess(reader, half, Guess.NOT_RECOGNISED, _text(half), today)
    sign(waits, Use.PRINT, _text(half), today)


def _written(journey: UUID, editor: UUID, name: str, told: Told, today: date) -> tuple[Gift, UUID]:
    row = give(journey, uuid5(FORMS, name), REGION, told.words, today)
    story = begin(editor, uuid5(FORMS, name), REGION, Source.GIVEN, (row,), today)
    write(editor, story, 1, told.story, NOTES, Asked(), today)
    return Gift.objects.get(pk=row), story


def _reads(account: UUID, story: UUID, now: datetime) -> None:
    """As on the page: it stands in the log that the giver reads."""
    Visit(actor_for(account), account, frozenset({REGION}), now).story(story)


def _text(story: UUID) -> str:
    return Story.objects.get(pk=story).text
