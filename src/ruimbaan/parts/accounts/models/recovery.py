# SPDX-License-Identifier: EUPL-1.2
"""Recovery in person as rows; what it means is in core.trust.recovery."""

from __future__ import annotations

import uuid

from django.db import models


class RecoveryRecord(models.Model):
    """`name_digest` is a keyed digest of the code name that was given; `account` is empty when
    nobody has that name, and then everything looks the same. `code_digest` is empty until two
    workers confirmed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name_digest = models.CharField(max_length=64)
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.CASCADE, null=True, related_name="recoveries"
    )
    code_digest = models.CharField(max_length=64, blank=True)
    asked = models.DateTimeField()
    used = models.DateTimeField(null=True)
    stopped = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["name_digest", "asked"]),)

    def __str__(self) -> str:
        return str(self.id)


class RecoveryConfirmation(models.Model):
    """That this worker said: I saw the person. `worker` and `membership` are ids, not keys: what
    was done stays, also when the worker is gone."""

    recovery = models.ForeignKey(
        RecoveryRecord, on_delete=models.CASCADE, related_name="confirmations"
    )
    worker = models.UUIDField()
    membership = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["recovery", "worker"], name="accounts_recovery_two_workers"
            ),
        )
        indexes = (models.Index(fields=["worker", "at"]),)

    def __str__(self) -> str:
        return f"{self.worker} for {self.recovery_id}"
