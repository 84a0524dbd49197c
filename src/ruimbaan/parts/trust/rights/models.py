# SPDX-License-Identifier: EUPL-1.2
"""A request to whoever keeps the site, with a term by law."""

from __future__ import annotations

import uuid

from django.db import models


class About(models.TextChoices):
    WORK_NAME = "work_name", "work_name"  # how somebody is called at work
    LOG = "log", "log"  # a line of who looked
    ORGANISATION = "organisation", "organisation"  # what an organisation says here
    OTHER = "other", "other"


class Outcome(models.TextChoices):
    DONE = "done", "done"
    PARTLY = "partly", "partly"
    REFUSED = "refused", "refused"


class RightsRequest(models.Model):
    """`sealed` and `answer` are sealed with the key of the account: gone when that is closed.
    `due` is the last day of the term."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey("accounts.Account", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=20, choices=About.choices)
    sealed = models.BinaryField()
    asked = models.DateTimeField()
    due = models.DateField()
    answered = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    answer = models.BinaryField(default=b"")
    withdrawn = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["answered", "due"]),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(answered=None, outcome="")
                | models.Q(answered__isnull=False) & ~models.Q(outcome=""),
                name="trust_rights_answered_with_an_outcome",
            ),
        )

    def __str__(self) -> str:
        return f"{self.about} {self.id}"

    @property
    def is_open(self) -> bool:
        return self.answered is None and self.withdrawn is None

    def place(self, column: str) -> str:
        """Where a sealed text belongs."""
        return f"{self._meta.db_table}.{column}:{self.id}"
