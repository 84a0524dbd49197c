# SPDX-License-Identifier: EUPL-1.2
"""One device on which an account is signed in now."""

from __future__ import annotations

import uuid

from django.db import models


class SessionRecord(models.Model):
    """`key` is that of the session itself. `proved`: when it was last proved who this is. `strong`:
    with a second step, or a passkey. `stays`: the own device of a person, no idle limit.
    `device` is as much as a reader needs to know it again; no address of a network is kept."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=60, blank=True)
    how = models.CharField(max_length=20, blank=True)
    strong = models.BooleanField(default=False)
    stays = models.BooleanField(default=False)
    started = models.DateTimeField()
    proved = models.DateTimeField()
    seen = models.DateTimeField()

    class Meta:
        db_table = "signing_in_session"

    def __str__(self) -> str:
        return str(self.id)
