# SPDX-License-Identifier: EUPL-1.2
"""Who lets steps count, and the steps. In neither table stands a person."""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.insight.contributed import Step

NAME = 64  # signs of a name that only a key makes


class Choice(models.Model):
    """A yes. `of_person` is made by the key of the own file: without that key nobody can tell whose it
    is. Who takes it back has no row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    of_person = models.CharField(max_length=NAME, unique=True)
    region = models.CharField(max_length=40)
    since = models.DateField()

    def __str__(self) -> str:
        return "choice"


class ContributedEvent(models.Model):
    """One step in one week. `of_person` is made by a key of the region and the year, which stands
    outside this database: two years of one person cannot be laid side by side. The id is chance, so
    its order says nothing of when."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    of_person = models.CharField(max_length=NAME, db_index=True)
    region = models.CharField(max_length=40)
    step = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Step])
    about = models.CharField(max_length=40, blank=True)
    week = models.DateField(db_index=True)  # its Monday

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["of_person", "step", "about", "week"], name="contributing_step_once"
            ),
        )

    def __str__(self) -> str:
        return self.step
