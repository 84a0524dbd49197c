# SPDX-License-Identifier: EUPL-1.2
"""What the person says in a handoff: a row of the file, sealed and walled like every other."""

from __future__ import annotations

from uuid import UUID

from django.db import models

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.trust.walls import PartRecord


class HandoffWords(PartRecord):
    """`sealed` holds the goal, the question, the meeting, the name of a place without account, the
    spoken code and the verdict. Its course hangs on this row: who erases the one, erases both."""

    part = Part.HANDOFF

    sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)
    written = models.DateTimeField()
    changed = models.DateTimeField()

    class Meta(PartRecord.Meta):
        ordering = ("written", "id")

    @classmethod
    def place(cls, row: UUID) -> str:
        """Where a sealed text belongs: moved to another row it cannot be read."""
        return f"{cls._meta.db_table}.sealed:{row}"
