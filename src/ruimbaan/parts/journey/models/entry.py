# SPDX-License-Identifier: EUPL-1.2
"""What every row of a file has: its text sealed with the key of that file, and a version."""

from __future__ import annotations

from uuid import UUID

from django.db import models

from ruimbaan.parts.trust.walls import PartRecord


class Entry(PartRecord):
    """`sealed` holds everything that the person wrote, also a choice or a day. `version` counts
    the changes, so that two windows cannot overwrite each other unseen."""

    sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)
    written = models.DateTimeField()
    changed = models.DateTimeField()

    class Meta(PartRecord.Meta):
        abstract = True
        ordering = ("written", "id")

    @classmethod
    def place(cls, row: UUID) -> str:
        """Where a sealed text belongs: moved to another row it cannot be read."""
        return f"{cls._meta.db_table}.sealed:{row}"
