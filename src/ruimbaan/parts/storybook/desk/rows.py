# SPDX-License-Identifier: EUPL-1.2
"""Rows of the desk to a draft that the core can judge, and back. Whether something is allowed is never
decided here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from ruimbaan.core.storybook.desk import Draft, Guess, Review, Signature, Source, Use
from ruimbaan.core.storybook.given import GivenStory, from_told
from ruimbaan.parts.storybook.models import Gift, Story
from ruimbaan.parts.storybook.models import Signature as SignatureRow
from ruimbaan.parts.trust.services import KeyGone, seal, unseal


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning of the check on recognition. `alike`: so many people, or places, there are."""

    clue: str
    said: tuple[str, ...]
    alike: int | None = None

    @property
    def key(self) -> str:
        return f"{self.clue}:{'|'.join(self.said)}"


@dataclass(frozen=True, slots=True)
class Asked:
    """What who writes told of the person for the check: `adults` of the region and where that stands,
    traits with how many of a thousand adults have them, kinds of support by number."""

    adults: int = 0
    source: str = ""
    traits: tuple[tuple[str, int], ...] = ()
    kinds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """Everything that is sealed in a story: `notes` says for who works here what was changed, `aside`
    why a warning may stay, by its key; `writers` are accounts."""

    story: GivenStory | None = None
    notes: str = ""
    asked: Asked = field(default_factory=Asked)
    warnings: tuple[Warned, ...] = ()
    aside: dict[str, str] = field(default_factory=dict)
    writers: frozenset[str] = frozenset()

    @property
    def open_warnings(self) -> tuple[str, ...]:
        return tuple(one.key for one in self.warnings if one.key not in self.aside)

    @property
    def disguise(self) -> tuple[str, ...]:
        """Nothing when nothing was changed, or nobody said what."""
        kinds = self.story.changed if self.story else ()
        return tuple(kinds) if kinds and self.notes.strip() else ()


@dataclass(frozen=True, slots=True)
class Kept:
    row: Story
    written: Written
    draft: Draft
    gifts: tuple[Gift, ...]

    @property
    def living(self) -> tuple[UUID, ...]:
        """The gifts that nobody took back."""
        return tuple(gift.id for gift in self.gifts if gift.taken_back is None)


@contextmanager
def locked(story: UUID) -> Iterator[Kept]:
    """One change at a time. Raises Story.DoesNotExist."""
    with transaction.atomic():
        yield kept(Story.objects.select_for_update().get(pk=story))


def kept(row: Story) -> Kept:
    gifts = tuple(row.gifts.order_by("given", "id"))
    written = _written(row)
    signatures = (
        Signature(str(one.gift_id), Use(one.use), one.text) for one in row.signatures.all()
    )
    reviews = (Review(str(one.reviewer), Guess(one.guess), one.text) for one in row.reviews.all())
    draft = Draft(
        source=Source(row.source),
        givers=frozenset(str(gift.id) for gift in gifts),
        text=row.text if written.story else "",
        disguise=written.disguise,
        unresolved=written.open_warnings,
        signatures=frozenset(signatures),
        reviews=frozenset(reviews),
        withdrawn=frozenset(str(gift.id) for gift in gifts if gift.taken_back),
        published={Use(one.use): one.text for one in row.publications.all()},
    )
    return Kept(row, written, draft, gifts)


def save(one: Kept, draft: Draft, written: Written, day: date) -> None:
    """All but who signed, and what was published of an earlier text: those are rows of their own."""
    row = one.row
    row.text, row.changed = draft.text, day
    row.version += 1
    row.sealed = seal(row.id, row.place(row.id), json.dumps(_told(written), ensure_ascii=False))
    row.save()


def keep_signature(one: Kept, signed: Draft, gift: Gift, day: date) -> None:
    for added in signed.signatures - one.draft.signatures:
        SignatureRow.objects.create(
            story=one.row, gift=gift, use=added.use, text=added.text, day=day
        )


def gift_words(gift: Gift) -> str:
    """What was given, or nothing when it was taken back."""
    try:
        return unseal(gift.id, gift.place(gift.id), bytes(gift.sealed)) if gift.sealed else ""
    except KeyGone:
        return ""


def with_story(written: Written, story: GivenStory, writer: UUID) -> Written:
    return replace(written, story=story, writers=written.writers | {str(writer)})


def _written(row: Story) -> Written:
    try:
        sealed = bytes(row.sealed)
        told = json.loads(unseal(row.id, row.place(row.id), sealed)) if sealed else {}
    except KeyGone:  # taken back, and put back by an old copy of the data
        told = {}
    if not told:
        return Written()
    asked = told["asked"]
    return Written(
        story=from_told(told["story"]) if told["story"] else None,
        notes=told["notes"],
        asked=Asked(
            asked["adults"],
            asked["source"],
            tuple((name, share) for name, share in asked["traits"]),
            tuple(asked["kinds"]),
        ),
        warnings=tuple(Warned(clue, tuple(said), alike) for clue, said, alike in told["warnings"]),
        aside=told["aside"],
        writers=frozenset(told["writers"]),
    )


def _told(written: Written) -> dict[str, Any]:
    asked = written.asked
    return {
        "story": written.story.told() if written.story else None,
        "notes": written.notes,
        "asked": {
            "adults": asked.adults,
            "source": asked.source,
            "traits": asked.traits,
            "kinds": asked.kinds,
        },
        "warnings": [[one.clue, one.said, one.alike] for one in written.warnings],
        "aside": written.aside,
        "writers": sorted(written.writers),
    }
