# SPDX-License-Identifier: EUPL-1.2
"""Whom a person knows here: the only ones a part can be shown to by name."""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.trust.files.models.journey import Journey

KNOWN = (PartyKind.ACCOUNT, PartyKind.MEMBERSHIP)


class Acquaintance(models.Model):
    """Knowing each other opens nothing. Nobody can look for people by name; one gets known by an
    invitation that both took part in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="acquaintances")
    party_kind = models.CharField(
        max_length=20, choices=[(kind.value, kind.value) for kind in KNOWN]
    )
    party = models.UUIDField()
    since = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["party", "party_kind"]),)
        constraints = (
            models.UniqueConstraint(
                fields=["journey", "party_kind", "party"], name="trust_known_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.party_kind} {self.party}"
