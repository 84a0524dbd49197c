# SPDX-License-Identifier: EUPL-1.2
"""Organisations (an initiative without legal form is one too) and who works there as what."""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.trust.parties import Role


class Organisation(models.Model):
    """`directory_code` is its organisation on the Kaart, when it stands there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    region = models.CharField(max_length=40, blank=True)
    directory_code = models.CharField(max_length=64, blank=True)
    legal_form = models.BooleanField(default=True)
    ended = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class MembershipRecord(models.Model):
    """In force on `starts <= now < ends`. Ending one ends the sessions of its account. `name` is how
    somebody is called there, as the administrator wrote it; the account itself stays unseen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(
        "accounts.Account", on_delete=models.CASCADE, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="memberships"
    )
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    name = models.CharField(max_length=80, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends=None) | models.Q(ends__gte=models.F("starts")),
                name="accounts_membership_ends_after_start",
            ),
        )

    def __str__(self) -> str:
        return f"{self.role} {self.id}"
