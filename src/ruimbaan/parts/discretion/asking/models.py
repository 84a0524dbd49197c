# SPDX-License-Identifier: EUPL-1.2
"""A request as a row that says nothing: not who asks, about whom, what, nor what was answered."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.db import models

NAME = 64  # signs of a name that only a key makes


class RequestRecord(models.Model):
    """`owner` says whose key opens `sealed`, under a key of this row alone. `link` and `after_link`
    recognise the address of who may answer, and of who answered; each of the four names is random
    when there is nobody. `due` is the day to look at it again."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(default=1)
    due = models.DateField(null=True, db_index=True)
    link = models.CharField(max_length=NAME, unique=True)
    after_link = models.CharField(max_length=NAME, unique=True)
    of_asker = models.CharField(max_length=NAME, unique=True)
    of_person = models.CharField(max_length=NAME, unique=True)
    owner = models.BinaryField()
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return str(self.id)

    @classmethod
    def place(cls, field: str, row: UUID) -> str:
        return f"{cls._meta.db_table}.{field}:{row}"
