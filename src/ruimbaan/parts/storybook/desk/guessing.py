# SPDX-License-Identifier: EUPL-1.2
"""Somebody who knows the region, and did not write it, tries to guess whose story it is."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from ruimbaan.core.storybook import desk
from ruimbaan.core.storybook.desk import Guess, Use
from ruimbaan.core.storybook.desk_errors import WriterGuesses
from ruimbaan.parts.storybook.desk.giving import name_of
from ruimbaan.parts.storybook.desk.rows import Kept, locked
from ruimbaan.parts.storybook.models import Review
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.parts.trust.services import KeyGone


def guess(reviewer: UUID, story: UUID, found: Guess, text: str, day: date) -> None:
    """Who recognises somebody takes it from its readers at once. Raises WriterGuesses, DeskRefused."""
    with locked(story) as one:
        if str(reviewer) in one.written.writers:
            raise WriterGuesses
        left = desk.reviewed(one.draft, _as_whom(reviewer, one), found, text)
        for publication in one.row.publications.all():
            if Use(publication.use) not in left.published:
                publication.delete()
        Review.objects.get_or_create(
            story=one.row, reviewer=reviewer, guess=found, text=text, defaults={"day": day}
        )


def _as_whom(reviewer: UUID, one: Kept) -> str:
    """As a giver, when this is who gave a part of it: the desk itself cannot know."""
    journey = file_of(reviewer)
    if journey is None:
        return str(reviewer)
    try:
        name = name_of(journey)
    except KeyGone:
        return str(reviewer)
    own = [gift.id for gift in one.gifts if gift.of_person == name]
    return str(own[0]) if own else str(reviewer)
