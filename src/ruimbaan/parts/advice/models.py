# SPDX-License-Identifier: EUPL-1.2
"""Steps of an advice about a rule, and what other regions told. Nothing here is about a person."""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.advice.course import MOST_TEXT, MOST_WHO, Step
from ruimbaan.core.advice.exchange.items import Kind

CODE, TITLE, KEY = 40, 60, 60  # most signs


class AdviceStep(models.Model):
    """One step, that is never changed: a next one follows. `by` is the membership of who wrote it down,
    for nobody outside."""

    only_adding = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.CharField(max_length=CODE)
    rule = models.CharField(max_length=CODE)
    number = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Step])
    day = models.DateField()
    text = models.CharField(max_length=MOST_TEXT, blank=True)
    who = models.CharField(max_length=MOST_WHO, blank=True)
    by = models.UUIDField()

    class Meta:
        ordering = ("region", "rule", "number")
        constraints = (
            models.UniqueConstraint(fields=["region", "rule", "number"], name="advice_step_once"),
        )

    def __str__(self) -> str:
        return f"{self.region} {self.rule} {self.number}"


class ToldRecord(models.Model):
    """One thing that another region told, beside what is our own and marked with where it came from.
    A newer parcel of the same signer takes the place of all of an older one. `code` is the number of
    the rule or of the block; empty for an agreement. `plain` is as it stood in the file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=KEY)
    region = models.CharField(max_length=CODE)
    title = models.CharField(max_length=TITLE)
    day = models.DateField()
    kind = models.CharField(max_length=15, choices=[(one.value, one.value) for one in Kind])
    code = models.CharField(max_length=CODE, blank=True)
    plain = models.JSONField()

    class Meta:
        ordering = ("title", "kind", "code", "id")
        indexes = (models.Index(fields=["kind", "code"]),)

    def __str__(self) -> str:
        return f"{self.region} {self.kind} {self.code}"
