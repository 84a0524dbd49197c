# SPDX-License-Identifier: EUPL-1.2
"""A grant as a row; what it means is in core.trust.grants."""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.trust.file_parts import SHAREABLE
from ruimbaan.core.trust.grants import Basis, Given
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.trust.files.models.journey import Journey


class GrantRecord(models.Model):
    """Never changed after it was given, only revoked: extending is a new grant."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    journey = models.ForeignKey(Journey, on_delete=models.CASCADE, related_name="grants")
    part = models.CharField(
        max_length=20, choices=[(part.value, part.value) for part in sorted(SHAREABLE)]
    )
    party_kind = models.CharField(
        max_length=20, choices=[(kind.value, kind.value) for kind in PartyKind]
    )
    party = models.UUIDField()
    purpose = models.CharField(
        max_length=20, choices=[(purpose.value, purpose.value) for purpose in Purpose]
    )
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    words = models.CharField(max_length=40)
    given = models.CharField(max_length=20, choices=[(given.value, given.value) for given in Given])
    basis = models.CharField(max_length=20, choices=[(basis.value, basis.value) for basis in Basis])
    witness = models.UUIDField(null=True)
    revoked = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["party", "party_kind"]),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="trust_grant_has_an_end"
            ),
            models.CheckConstraint(
                condition=models.Q(part__in=sorted(part.value for part in SHAREABLE)),
                name="trust_grant_shareable",
            ),
        )

    def __str__(self) -> str:
        return f"{self.part} to {self.party_kind} {self.party}"
