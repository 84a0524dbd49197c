# SPDX-License-Identifier: EUPL-1.2
"""A link as a row: never the link itself, only what recognises it."""

from __future__ import annotations

import uuid
from enum import StrEnum

from django.db import models

from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.files.models import Journey


class LinkKind(StrEnum):
    """At which address it opens; a link of one kind is nothing at the address of another."""

    CALENDAR = "calendar"
    SUMMARY = "summary"
    HANDOFF = "handoff"


class LinkRecord(models.Model):
    """`digest` and `code` can only be made with the key of the site. `code` is empty when no code
    is asked. `sealed` holds what the person chose with it, under the key of the file. `tries` counts
    the wrong codes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.value) for kind in LinkKind])
    purpose = models.CharField(
        max_length=20, choices=[(purpose.value, purpose.value) for purpose in Purpose]
    )
    digest = models.CharField(max_length=64, unique=True)
    code = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    sealed = models.BinaryField()
    made = models.DateTimeField()
    ends = models.DateTimeField()
    ended = models.DateTimeField(null=True)

    class Meta:
        db_table = "trust_link"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("made")), name="trust_link_has_an_end"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
