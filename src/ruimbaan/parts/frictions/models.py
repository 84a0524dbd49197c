# SPDX-License-Identifier: EUPL-1.2
"""Reports until somebody looked at them, how many there were, and what tables decided.

No row says who, where or on which day: a report carries the Monday of its week. Own words are sealed
with a key of their own, and both are gone as soon as they are judged, unless their writer wanted the
two sides to read them for a while.
"""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.frictions.round_table import MOST_LINE

CODE = 40  # most signs of a region, a side or a friction


class ReportRecord(models.Model):
    """`read_until`: the day up to which the two sides may read it, once it was judged."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.CharField(max_length=CODE)
    week = models.DateField()
    friction = models.CharField(max_length=CODE, blank=True)
    words = models.BinaryField(null=True)
    between = models.JSONField(default=list)
    helps = models.JSONField(default=list)
    to_them = models.BooleanField(default=False)
    read_until = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=["region", "week"]),)

    def __str__(self) -> str:
        return str(self.id)


class ReportTally(models.Model):
    """How many reports of a friction were counted in a region; what waits is shown to nobody."""

    region = models.CharField(max_length=CODE)
    friction = models.CharField(max_length=CODE)
    shown = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    shown_of = models.JSONField(default=dict)
    waiting_of = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["region", "friction"], name="friction_tally_once"),
        )

    def __str__(self) -> str:
        return f"{self.region} {self.friction}"


class MeetingRecord(models.Model):
    """What a round table decided. `by`: the membership of who wrote it down, for nobody outside."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.CharField(max_length=CODE)
    friction = models.CharField(max_length=CODE)
    held = models.DateField()
    seats = models.JSONField()
    organisations = models.ManyToManyField("accounts.Organisation", related_name="+")
    weight = models.CharField(max_length=10)
    kind = models.CharField(max_length=12)
    what = models.CharField(max_length=MOST_LINE)
    who = models.CharField(max_length=MOST_LINE, blank=True)
    rule = models.CharField(max_length=CODE, blank=True)
    review = models.DateField()
    outcome = models.CharField(max_length=10, blank=True)
    looked_back = models.DateField(null=True)
    lesson = models.CharField(max_length=MOST_LINE, blank=True)
    by = models.UUIDField()

    class Meta:
        ordering = ("-held", "id")
        indexes = (models.Index(fields=["region", "friction"]),)

    def __str__(self) -> str:
        return f"{self.region} {self.friction} {self.held}"
