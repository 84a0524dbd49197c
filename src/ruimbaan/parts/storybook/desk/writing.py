# SPDX-License-Identifier: EUPL-1.2
"""What who writes does: begin a story, write it, set a warning aside with a reason, publish it."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid5

from django.db import transaction

from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, check_words
from ruimbaan.core.storybook import desk
from ruimbaan.core.storybook.desk import Source, Use
from ruimbaan.core.storybook.desk_errors import (
    GiftInUse,
    ReadMeanwhile,
    ReasonMissing,
    SameGiver,
    WordsMissingInStory,
)
from ruimbaan.core.storybook.given import GivenStory
from ruimbaan.parts.storybook.desk.checking import check
from ruimbaan.parts.storybook.desk.rows import Asked, Kept, Written, locked, save, with_story
from ruimbaan.parts.storybook.models import Gift, Publication, Story
from ruimbaan.parts.trust.services import new_key, seal


def begin(
    writer: UUID, form: UUID, region: str, source: Source, gifts: Collection[UUID], day: date
) -> UUID:
    """The same form twice is one story. Raises DeskRefused, GiftInUse, SameGiver."""
    row = uuid5(writer, f"story:{form}")
    if Story.objects.filter(pk=row).exists():
        return row
    desk.begin(source, frozenset(str(gift) for gift in gifts))
    new_key(row)
    with transaction.atomic():
        free = Gift.objects.select_for_update().filter(
            pk__in=gifts, region=region, story=None, taken_back=None
        )
        names = [gift.of_person for gift in free]
        if len(names) != len(gifts):
            raise GiftInUse
        if len(set(names)) < len(names):
            raise SameGiver
        story = Story.objects.create(
            id=row, region=region, source=source, sealed=b"", begun=day, changed=day
        )
        Gift.objects.filter(pk__in=gifts).update(story=story)
    return row


def write(
    writer: UUID,
    story: UUID,
    version: int,
    words: GivenStory,
    notes: str,
    asked: Asked,
    day: date,
) -> None:
    """Another text: nobody has signed it, and nobody has tried to guess. Raises DeskRefused,
    ReadMeanwhile when somebody else wrote since, WordsMissingInStory."""
    if not (words.title.strip() and words.lead.strip() and words.text.strip()):
        raise WordsMissingInStory
    with locked(story) as one:
        if one.row.version != version:
            raise ReadMeanwhile
        before = replace(one.written, notes=notes, asked=asked)
        written = with_story(before, words, writer)
        written = replace(written, warnings=check(words, asked, one.row.region))
        _keep(one, written, day)


def set_aside(story: UUID, key: str, reason: str, day: date) -> None:
    """The warning stays readable, with why nobody is known by it. Raises ReasonMissing, DeskRefused,
    WordsTooLong."""
    if not reason.strip():
        raise ReasonMissing
    check_words(reason, most=MOST_IN_A_LINE)
    with locked(story) as one:
        if key in one.written.open_warnings:
            aside = {**one.written.aside, key: reason.strip()}
            _keep(one, replace(one.written, aside=aside), day)


def publish(story: UUID, use: Use, text: str, day: date) -> None:
    """Raises DeskRefused with the first thing that lacks, ReadMeanwhile when another text stands
    there than was read."""
    with locked(story) as one:
        if text != one.draft.text:
            raise ReadMeanwhile
        public = desk.published(one.draft, use)
        words = one.written.story
        if words is None:
            raise desk.DeskRefused(reason="there is no text")
        sealed = seal(story, Publication.place(story, use), json.dumps(words.told()))
        Publication.objects.update_or_create(
            story=one.row,
            use=use,
            defaults={"text": public.published[use], "sealed": sealed, "since": day},
        )


def _keep(one: Kept, written: Written, day: date) -> None:
    if written.story is None:
        raise desk.DeskRefused(reason="there is no text")
    words = written.story.words()
    draft = desk.written(one.draft, words, written.disguise, written.open_warnings)
    save(one, draft, written, day)
