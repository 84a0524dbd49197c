# SPDX-License-Identifier: EUPL-1.2
"""One row per letter. What it says and to whom is sealed, and thrown away when it has left."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    WAITING = "waiting", "waiting"
    SENT = "sent", "sent"
    FAILED = "failed", "failed"  # tried often enough: a person must look


class Letter(models.Model):
    """`key` says what it is about, in ids only: the same key is the same letter. `fault` names the
    kind of error of the last try, never its words: those may hold the address."""

    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120, unique=True)
    sealed = models.BinaryField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    posted_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    fault = models.CharField(max_length=80, blank=True)

    class Meta:
        indexes = (models.Index(fields=["state", "next_try_at"]),)

    def __str__(self) -> str:
        return f"{self.state} letter: {self.kind}"
