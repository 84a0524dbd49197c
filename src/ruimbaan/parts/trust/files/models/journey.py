# SPDX-License-Identifier: EUPL-1.2
"""One person's own file, as far as trust must know it: that it exists and whose it is."""

from __future__ import annotations

import uuid

from django.db import models


class Journey(models.Model):
    """What stands in it lives in tables of other parts, each row under this id and one part."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.OneToOneField(
        "accounts.Account", on_delete=models.PROTECT, related_name="journey", null=True
    )
    opened = models.DateTimeField()
    restricted = models.DateTimeField(null=True)  # AVG art. 18: nobody but the owner, for now
    erased = models.DateTimeField(null=True)  # the row stays, so that the log still fits

    def __str__(self) -> str:
        return str(self.id)
