# SPDX-License-Identifier: EUPL-1.2
"""Pairs that may be one, and what was said of them. The first id of a pair is the smallest."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from ruimbaan.parts.directory.models.fields import JsonField


class Verdict(models.Model):
    """What a person said of a pair; it is not asked again."""

    class Said(models.TextChoices):
        SAME = "same"
        NOT_SAME = "not-same"

    region = models.CharField(max_length=40)
    first = models.CharField(max_length=64)
    second = models.CharField(max_length=64)
    said = models.CharField(max_length=10, choices=Said.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["first", "second"], name="directory_verdict_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="directory_verdict_order"
            ),
        )
        indexes = (models.Index(fields=["region", "said"]),)

    def __str__(self) -> str:
        return f"{self.first} {self.said} {self.second}"


class CandidatePair(models.Model):
    """Found by the last look. `reasons` are words of `core.directory.duplicates.reasons`."""

    region = models.CharField(max_length=40)
    first = models.CharField(max_length=64)
    second = models.CharField(max_length=64)
    score = models.FloatField()
    reasons = JsonField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["first", "second"], name="directory_candidate_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="directory_candidate_order"
            ),
        )
        indexes = (models.Index(fields=["region", "score"]),)

    def __str__(self) -> str:
        return f"{self.first} {self.second} {self.score}"


class Look(models.Model):
    """Which state of the region's directory was looked through last."""

    region = models.CharField(max_length=40, primary_key=True)
    version = models.CharField(max_length=32)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.region} {self.version}"
