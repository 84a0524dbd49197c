# SPDX-License-Identifier: EUPL-1.2
"""The code on paper of an account: for signing in and for nothing else."""

from __future__ import annotations

from django.db import models


class PaperCode(models.Model):
    """`hashed` with Argon2id; a new code replaces the old one at once."""

    account = models.OneToOneField(
        "accounts.Account", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    hashed = models.CharField(max_length=128)
    made = models.DateTimeField()

    class Meta:
        db_table = "signing_in_paper_code"

    def __str__(self) -> str:
        return str(self.account_id)
