# SPDX-License-Identifier: EUPL-1.2
"""What somebody gave of the own journey: a copy, chosen for this, under a key of its own."""

from __future__ import annotations

import uuid
from uuid import UUID

from django.db import models

NAME = 64  # signs of a name that only a key makes


class Gift(models.Model):
    """`of_person` is made by the key of the giver's file: without it nobody can tell whose this is,
    and the desk never can. Taken back, the key of this row is destroyed; that it was taken back
    stays for a while, for the giver to read."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    region = models.CharField(max_length=40)
    of_person = models.CharField(max_length=NAME, db_index=True)
    sealed = models.BinaryField()
    given = models.DateField()
    story = models.ForeignKey(
        "storybook.Story", null=True, on_delete=models.PROTECT, related_name="gifts"
    )
    taken_back = models.DateField(null=True)

    class Meta:
        ordering = ("given", "id")

    def __str__(self) -> str:
        return "gift"

    @classmethod
    def place(cls, row: UUID) -> str:
        return f"{cls._meta.db_table}.sealed:{row}"
