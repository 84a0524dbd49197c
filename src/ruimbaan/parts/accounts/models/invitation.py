# SPDX-License-Identifier: EUPL-1.2
"""An invitation: by mail or on paper, for one thing, once, for a while."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from ruimbaan.core.trust.parties import Role


class InvitationKind(models.TextChoices):
    WORK = "work", "work"  # a role in an organisation
    CLOSE_ONE = "close_one", "close_one"  # to be known to a person, who may then show something
    START = "start", "start"  # a new file, for whoever gets the paper


class Invitation(models.Model):
    """`digest` is a keyed digest of the code; the code itself stands in the letter or on the paper.

    `name` is how somebody is called at work. `journey` is whose file a close one gets to know.
    Of a start code nothing says who made it, and nothing will say who used it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=InvitationKind.choices)
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.CASCADE, null=True, related_name="invitations"
    )
    role = models.CharField(
        max_length=20, blank=True, choices=[(role.value, role.value) for role in Role]
    )
    name = models.CharField(max_length=80, blank=True)
    journey = models.UUIDField(null=True)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField()
    ends = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["journey"]),)
        constraints = (
            models.CheckConstraint(
                condition=Q(kind="work", journey=None, organisation__isnull=False) & ~Q(role="")
                | Q(kind="close_one", organisation=None, role="", journey__isnull=False)
                | Q(kind="start", organisation__isnull=False, role="", name="", journey=None),
                name="accounts_invitation_for_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(ends__gt=models.F("made")), name="accounts_invitation_lives_a_while"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
