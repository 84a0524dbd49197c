# SPDX-License-Identifier: EUPL-1.2
"""A working agreement, every version of it, and who said yes. Nothing here is about a person."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models

TITLE, SENTENCE, CODE = 120, 400, 60  # most signs


class Touched(StrEnum):
    RULE = "rule"
    SERVICE = "service"
    FRICTION = "friction"


class Agreement(models.Model):
    """What stays the same over its versions. `ended`: the day from which it holds no longer, when
    one of the organisations stopped it before its last day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.CharField(max_length=40)
    made = models.DateTimeField()
    ended = models.DateField(null=True)

    class Meta:
        indexes = (models.Index(fields=["region"]),)

    def __str__(self) -> str:
        return str(self.id)


class VersionRecord(models.Model):
    """A version is never changed: a change is a next number, for everybody to say yes to. `letters`:
    how many times the organisations were told of looking back. `ended`: the day from which this one
    came to nothing, because one of them did not want it; what held before it goes on."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=TITLE)
    situation = models.CharField(max_length=SENTENCE)
    until = models.DateField()
    review = models.DateField()
    reviewed = models.DateField(null=True)
    ended = models.DateField(null=True)
    letters = models.PositiveSmallIntegerField(default=0)
    made = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=["agreement", "number"], name="room_agreement_version_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.agreement_id} {self.number}"


class ShareRecord(models.Model):
    """What one organisation does. `by` is the membership of who said yes there for all of it."""

    version = models.ForeignKey(VersionRecord, on_delete=models.CASCADE, related_name="shares")
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    does = models.CharField(max_length=SENTENCE)
    confirmed = models.DateField(null=True)
    by = models.UUIDField(null=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["version", "organisation"], name="room_agreement_share_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.organisation_id}"


class TouchRecord(models.Model):
    """Where one finds it: a rule by id, a service by code, a friction by number."""

    version = models.ForeignKey(VersionRecord, on_delete=models.CASCADE, related_name="touches")
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Touched])
    code = models.CharField(max_length=CODE)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                fields=["version", "kind", "code"], name="room_agreement_touches_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.code}"
