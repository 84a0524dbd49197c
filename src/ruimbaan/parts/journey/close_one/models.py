# SPDX-License-Identifier: EUPL-1.2
"""A note of a close one: of no file, so no grant of anybody ever opens it."""

from __future__ import annotations

import uuid

from django.db import models


class CloseOneNote(models.Model):
    """`sealed` with the key of the account that wrote it. `version` counts the changes, so that two
    windows cannot overwrite each other unseen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    version = models.PositiveIntegerField(default=1)
    written = models.DateTimeField()
    changed = models.DateTimeField()

    class Meta:
        ordering = ("-written", "id")

    def __str__(self) -> str:
        return str(self.id)

    def place(self) -> str:
        """Where the sealed text belongs: moved to another row it cannot be read."""
        return f"{self._meta.db_table}.sealed:{self.id}"
