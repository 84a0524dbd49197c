# SPDX-License-Identifier: EUPL-1.2
"""What the giver does: give, say yes to a text for one use, and take back without a reason. Only the key
of the own file finds what one gave."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction

from ruimbaan.core.storybook import desk
from ruimbaan.core.storybook.desk import Use
from ruimbaan.core.storybook.desk_errors import NothingGiven
from ruimbaan.parts.storybook.desk.rows import keep_signature, locked
from ruimbaan.parts.storybook.models import Gift, Story
from ruimbaan.parts.trust.services import KeyGone, new_key, seal, shred, tags

WHOSE = "storybook_gift.of_person"


def name_of(journey: UUID) -> str:
    """As whom a file gives: the same each time, and of nobody without the key. Raises KeyGone."""
    (name,) = tags(journey, [WHOSE])
    return name


def give(journey: UUID, form: UUID, region: str, words: str, day: date) -> UUID:
    """The same form twice is one gift. Raises NothingGiven, KeyGone."""
    if not words.strip():
        raise NothingGiven
    row = uuid5(journey, f"gift:{form}")
    if Gift.objects.filter(pk=row).exists():
        return row
    new_key(row)
    sealed = seal(row, Gift.place(row), words)
    try:
        with transaction.atomic():
            Gift.objects.create(
                id=row, region=region, of_person=name_of(journey), sealed=sealed, given=day
            )
    except IntegrityError:  # the same form in two windows at once
        if not Gift.objects.filter(pk=row).exists():
            raise
    return row


def given_by(journey: UUID) -> tuple[Gift, ...]:
    """The newest first; none when the file is gone."""
    try:
        rows = Gift.objects.filter(of_person=name_of(journey))
    except KeyGone:
        return ()
    return tuple(rows.select_related("story").order_by("-given", "id"))


def find_own(journey: UUID, gift: UUID) -> Gift | None:
    return next((one for one in given_by(journey) if one.id == gift), None)


def sign(gift: Gift, use: Use, text: str, day: date) -> None:
    """A yes to the very text that was read. Raises DeskRefused."""
    if gift.story_id is None:
        raise desk.DeskRefused(reason="there is no text")
    with locked(gift.story_id) as one:
        keep_signature(one, desk.signed(one.draft, str(gift.id), use, text), gift, day)


def take_back(gift: Gift, day: date) -> None:
    """Nobody reads it from the next request on, and the next print is without it. Every text that
    it stands in goes with its key; what others gave for the same story is free again."""
    with transaction.atomic():
        found = Gift.objects.select_for_update(no_key=True).get(pk=gift.pk)
        if found.taken_back is None and found.story_id is not None:
            _withdraw(found.story_id, found, day)
        Gift.objects.filter(pk=gift.pk, taken_back=None).update(sealed=b"", taken_back=day)
        transaction.on_commit(lambda: shred(gift.pk))


def forget_taken_back(until: date) -> int:
    """How many rows went of what was taken back on this day or before; they hold no text any more."""
    with transaction.atomic():
        gifts, _ = Gift.objects.filter(taken_back__lte=until).delete()
        empty = Story.objects.filter(withdrawn__lte=until, gifts=None)
        return gifts + empty.delete()[0]


def take_back_all(journey: UUID, day: date) -> None:
    """As the file goes: afterwards nobody could find them any more."""
    for gift in given_by(journey):
        if gift.taken_back is None:
            take_back(gift, day)


def _withdraw(story: UUID, gift: Gift, day: date) -> None:
    with locked(story) as one:
        left = desk.withdrawn(one.draft, str(gift.id))
        for publication in one.row.publications.all():
            if Use(publication.use) not in left.published:
                publication.delete()
        one.row.signatures.all().delete()
        one.row.gifts.exclude(pk=gift.pk).filter(taken_back=None).update(story=None)
        Story.objects.filter(pk=story).update(
            sealed=b"", text="", changed=day, withdrawn=day, version=one.row.version + 1
        )
        transaction.on_commit(lambda: shred(story))
