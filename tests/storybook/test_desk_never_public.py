# SPDX-License-Identifier: EUPL-1.2
"""Whatever is done at the desk, in whatever order: nobody reads a story that not everybody signed, that
nobody tried to guess, or that somebody took back. Through the services, down to the rows."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from random import Random
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.storybook.desk import Guess, Source, Use
from ruimbaan.core.storybook.given import Changed, GivenStory
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.storybook.desk import giving, guessing, writing
from ruimbaan.parts.storybook.desk.published import find_public, public_stories
from ruimbaan.parts.storybook.desk.rows import Asked
from ruimbaan.parts.storybook.models import Gift, Story
from ruimbaan.parts.trust.services import begin as begin_file

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)
COURSES, STEPS = 8, 30
TITLES = ("De brief", "De sleutel")
CHANGES = ((Changed.PLACE,), ())


@dataclass
class Person:
    account: UUID
    journey: UUID
    gift: Gift


@dataclass
class Told:
    """What happened, kept apart from the desk. A text is known by its sum."""

    yes: set[tuple[UUID, Use, str]] = field(default_factory=set)
    gone: set[UUID] = field(default_factory=set)
    guessed: dict[str, set[Guess]] = field(default_factory=dict)
    by_outsider: set[str] = field(default_factory=set)
    disguised: set[str] = field(default_factory=set)
    warned: set[str] = field(default_factory=set)

    def may_be_read(self, people: list[Person], use: Use, text: str) -> bool:
        return (
            all((one.gift.pk, use, text) in self.yes for one in people)
            and not self.gone
            and self.guessed.get(text) == {Guess.NOT_RECOGNISED}
            and text in self.by_outsider
            and text in self.disguised
            and text not in self.warned
        )


def account() -> UUID:
    return Account.objects.create_account(f"account-{uuid4().hex[:12]}").pk


def somebody() -> Person:
    owner = account()
    journey = begin_file(owner, timezone.now())
    gift = giving.give(journey, uuid4(), "waalstad", "Mijn woorden.", DAY)
    return Person(owner, journey, Gift.objects.get(pk=gift))


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("seed", range(COURSES))
def test_nobody_reads_what_not_everybody_signed(seed: int, count: int):
    random = Random(seed * 10 + count)
    writer, reader = account(), account()
    people = [somebody() for _ in range(count)]
    gifts = [one.gift.pk for one in people]
    story = writing.begin(writer, uuid4(), "waalstad", Source.GIVEN, gifts, DAY)
    told = Told()
    for _ in range(STEPS):
        step(random, story, people, writer, reader, told)
        for use in Use:
            for one in public_stories(use):
                text = Story.objects.get(pk=one.id).publications.get(use=use).text
                assert told.may_be_read(people, use, text), (seed, use)
        assert (find_public(story) is None) or not told.gone
    assert Story.objects.count() == 1


def step(
    random: Random, story: UUID, people: list[Person], writer: UUID, reader: UUID, told: Told
) -> None:
    """Mostly what leads on, so that a story often gets to its readers."""
    row = Story.objects.get(pk=story)
    one, use = random.choice(people), random.choice(list(Use))
    with suppress(DomainError):
        match random.choice(["write", *["sign"] * 4, *["guess"] * 2, *["publish"] * 3, "back"]):
            case "write":
                write(random, row, writer, told)
            case "sign":
                one.gift.refresh_from_db()
                giving.sign(one.gift, use, row.text, DAY)
                told.yes.add((one.gift.pk, use, row.text))
            case "guess":
                found = random.choices(list(Guess), [1, 4])[0]
                who = random.choice([reader, reader, writer, one.account])
                guessing.guess(who, story, found, row.text, DAY)
                told.guessed.setdefault(row.text, set()).add(found)
                if who == reader:
                    told.by_outsider.add(row.text)
            case "publish":
                writing.publish(story, use, row.text, DAY)
            case "back" if random.random() < 0.3:
                giving.take_back(one.gift, DAY)
                told.gone.add(one.gift.pk)


def write(random: Random, row: Story, writer: UUID, told: Told) -> None:
    if row.text and random.random() < 0.6:
        return
    warned, changed = random.random() < 0.2, random.choices(CHANGES, [4, 1])[0]
    text = "Op 12 mei kwam de brief." if warned else "Toen kwam de brief."
    words = GivenStory(random.choice(TITLES), "Een zin.", text, (), changed)
    writing.write(writer, row.pk, row.version, words, "De plek is anders.", Asked(), DAY)
    row.refresh_from_db()
    if warned:
        told.warned.add(row.text)
    if changed:
        told.disguised.add(row.text)


def test_courses_do_reach_readers():
    """Else the property above says nothing."""
    writer, reader, one = account(), account(), somebody()
    story = writing.begin(writer, uuid4(), "waalstad", Source.GIVEN, [one.gift.pk], DAY)
    words = GivenStory("De brief", "Een zin.", "Toen kwam de brief.", (), (Changed.PLACE,))
    writing.write(writer, story, 1, words, "De plek is anders.", Asked(), DAY)
    text = Story.objects.get(pk=story).text
    one.gift.refresh_from_db()
    giving.sign(one.gift, Use.WEB, text, DAY)
    guessing.guess(reader, story, Guess.NOT_RECOGNISED, text, DAY)
    writing.publish(story, Use.WEB, text, DAY)

    assert find_public(story) is not None
    giving.take_back(one.gift, DAY)
    assert find_public(story) is None


def test_a_giver_cannot_guess_the_own_story_though_the_desk_does_not_know_them():
    writer, one = account(), somebody()
    story = writing.begin(writer, uuid4(), "waalstad", Source.GIVEN, [one.gift.pk], DAY)
    words = GivenStory("De brief", "Een zin.", "Toen kwam de brief.", (), (Changed.PLACE,))
    writing.write(writer, story, 1, words, "De plek is anders.", Asked(), DAY)

    with pytest.raises(DomainError):
        guessing.guess(
            one.account, story, Guess.NOT_RECOGNISED, Story.objects.get(pk=story).text, DAY
        )


def test_who_has_the_tables_cannot_tell_who_gave():
    one = somebody()
    told = repr([vars(row) for row in (*Gift.objects.all(), *Story.objects.all())])

    for secret in (one.account, one.journey):
        assert str(secret) not in told
        assert secret.hex not in told
    assert "Mijn woorden" not in told
