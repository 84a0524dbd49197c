# SPDX-License-Identifier: EUPL-1.2
"""A story at the desk, who signed it, who tried to guess whose it is, and what others read of it."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.db import models

from ruimbaan.core.storybook.desk import Guess, Source, Use
from ruimbaan.parts.storybook.models.gift import Gift

SUM = 64  # signs of a SHA-256


class Story(models.Model):
    """`sealed` holds all that is written at the desk, `text` the sum of the words that stand there
    now. When a giver takes back, the key of this row is destroyed, with every text of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.CharField(max_length=40)
    source = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Source])
    sealed = models.BinaryField()
    text = models.CharField(max_length=SUM, blank=True)
    version = models.PositiveIntegerField(default=1)
    begun = models.DateField()
    changed = models.DateField()
    withdrawn = models.DateField(null=True)

    class Meta:
        ordering = ("-changed", "id")

    def __str__(self) -> str:
        return "story"

    @classmethod
    def place(cls, row: UUID) -> str:
        return f"{cls._meta.db_table}.sealed:{row}"


class OfUse(models.Model):
    use = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Use])

    class Meta:
        abstract = True


class Signature(OfUse):
    """A yes of one giver to one use of one text."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="signatures")
    gift = models.ForeignKey(Gift, on_delete=models.CASCADE, related_name="+")
    text = models.CharField(max_length=SUM)
    day = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["story", "gift", "use", "text"], name="storybook_signature_once"
            ),
        )

    def __str__(self) -> str:
        return self.use


class Review(models.Model):
    """`reviewer` is the account of who tried to guess."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="reviews")
    reviewer = models.UUIDField()
    guess = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Guess])
    text = models.CharField(max_length=SUM)
    day = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["story", "reviewer", "text", "guess"], name="storybook_review_once"
            ),
        )

    def __str__(self) -> str:
        return self.guess


class Publication(OfUse):
    """The very text that others read, kept apart: a new one at the desk leaves it as it is."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="publications")
    text = models.CharField(max_length=SUM)
    sealed = models.BinaryField()
    since = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["story", "use"], name="storybook_publication_once"),
        )

    def __str__(self) -> str:
        return self.use

    @classmethod
    def place(cls, story: UUID, use: str) -> str:
        return f"{cls._meta.db_table}.sealed:{story}.{use}"
