# SPDX-License-Identifier: EUPL-1.2
"""What coordinators did."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from ruimbaan.parts.directory.models.fields import JsonField


class What(models.TextChoices):
    VERIFIED = "verified", "verified"  # looked with their own eyes: it is right
    MERGED = "merged", "merged"  # two places became one
    NOT_SAME = "not-same", "not-same"  # two places are two
    ACCEPTED = "accepted", "accepted"  # what an import refused went in all the same
    DROPPED = "dropped", "dropped"  # what an import refused stays out
    SETTLED = "settled", "settled"  # a remark was looked at
    PROPOSED = "proposed", "proposed"  # two places were asked to work together


class Deed(models.Model):
    """One thing that a coordinator did. `by` is the membership of who did it (None: somebody on the
    machine itself, or too long ago to still say). `place` and `name` are its code and what it was
    called then; `other` names the second place of a pair. `write` is the version that it made of
    the region, `key` what else is needed to take it back."""

    region = models.CharField(max_length=40)
    what = models.CharField(max_length=10, choices=What.choices)
    place = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=300, blank=True)
    other = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    write = models.CharField(max_length=32, blank=True)
    key = JsonField(default=dict)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.UUIDField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(undone_by=None) | Q(undone_at__isnull=False),
                name="directory_deed_undone_when",
            ),
        )
        indexes = (
            models.Index(fields=["region", "at"]),
            models.Index(fields=["region", "write"]),
        )

    def __str__(self) -> str:
        return f"{self.what} {self.place}"
