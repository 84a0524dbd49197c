# SPDX-License-Identifier: EUPL-1.2
"""How often each answer to "did this help?" was given. No row says who, where or when."""

from __future__ import annotations

from django.db import models


class HelpedTally(models.Model):
    """Of one card, as in `naaste/terugval`. What waits is shown to nobody until its round is full."""

    card = models.CharField(max_length=80, primary_key=True)
    shown_yes = models.PositiveIntegerField(default=0)
    shown_a_bit = models.PositiveIntegerField(default=0)
    shown_not_yet = models.PositiveIntegerField(default=0)
    waiting_yes = models.PositiveIntegerField(default=0)
    waiting_a_bit = models.PositiveIntegerField(default=0)
    waiting_not_yet = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.card
