# SPDX-License-Identifier: EUPL-1.2
"""What was filled in together, on its way from the screen of the worker to the phone of the person."""

from __future__ import annotations

import uuid

from django.db import models


class Draft(models.Model):
    """`sealed` opens only with the code, which is kept nowhere. Of who made it nothing stands here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    digest = models.CharField(max_length=64, unique=True)
    sealed = models.BinaryField()
    ends = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.id)
