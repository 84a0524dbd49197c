# SPDX-License-Identifier: EUPL-1.2
"""How often signing in was tried lately, for one name or from one network address."""

from __future__ import annotations

from django.db import models


class Tries(models.Model):
    """`what` is a keyed digest: which name or address it was cannot be read back. `moments` are
    seconds since 1970, oldest first."""

    what = models.CharField(max_length=64, primary_key=True)
    moments = models.JSONField(default=list)
    latest = models.DateTimeField(db_index=True)

    class Meta:
        db_table = "signing_in_tries"

    def __str__(self) -> str:
        return self.what
