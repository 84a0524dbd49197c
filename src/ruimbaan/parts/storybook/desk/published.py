# SPDX-License-Identifier: EUPL-1.2
"""What others read of given stories. Asked anew each time: what was taken back is gone at the very next
request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.storybook.desk import Source, Use, form_of, is_public
from ruimbaan.core.storybook.given import GivenStory, from_told
from ruimbaan.parts.storybook.desk.rows import kept
from ruimbaan.parts.storybook.models import Publication
from ruimbaan.parts.trust.services import KeyGone, unseal


@dataclass(frozen=True, slots=True)
class Public:
    """`form`: how many stand behind it, as the colophon says."""

    id: UUID
    story: GivenStory
    form: Text
    is_given: bool
    since: date


def public_stories(use: Use) -> tuple[Public, ...]:
    """The longest published first."""
    rows = Publication.objects.filter(use=use).select_related("story")
    return tuple(_read(rows.order_by("since", "story_id")))


def find_public(story: UUID) -> Public | None:
    rows = Publication.objects.filter(use=Use.WEB, story=story).select_related("story")
    return next(_read(rows), None)


def printed_stories() -> tuple[Public, ...]:
    """For a book on paper; none where there is no database yet."""
    if Publication._meta.db_table not in connection.introspection.table_names():
        return ()
    return public_stories(Use.PRINT)


def _read(rows: QuerySet[Publication]) -> Iterator[Public]:
    for row in rows:
        draft = kept(row.story).draft
        if not is_public(draft, Use(row.use)) or draft.withdrawn:
            continue
        try:
            place = row.place(row.story_id, row.use)
            told = json.loads(unseal(row.story_id, place, bytes(row.sealed)))
        except KeyGone:  # taken back, and put back by an old copy of the data
            continue
        given = draft.source is Source.GIVEN
        yield Public(row.story_id, from_told(told), form_of(draft), given, row.since)
