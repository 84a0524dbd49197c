# SPDX-License-Identifier: EUPL-1.2
"""Steps of an advice about a rule. Nothing here is about a person."""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.advice.course import MOST_TEXT, MOST_WHO, Step

CODE = 40  # most signs of a region and of a rule


class StepRecord(models.Model):
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
