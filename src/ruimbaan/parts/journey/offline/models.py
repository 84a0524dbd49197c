# SPDX-License-Identifier: EUPL-1.2
"""A device on which its owner turned on reading without internet."""

from __future__ import annotations

import uuid

from django.db import models


class OfflineDevice(models.Model):
    """`digest` is of a cookie of that device. `session` is the one in which it was last asked for
    the sheet, so that signing out there from elsewhere finds it. `ends`: what is kept is worth
    nothing after it, on the device too."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    device = models.CharField(max_length=60, blank=True)
    session = models.UUIDField()
    made = models.DateTimeField()
    ends = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ("made", "id")

    def __str__(self) -> str:
        return str(self.id)
