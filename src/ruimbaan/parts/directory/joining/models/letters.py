# SPDX-License-Identifier: EUPL-1.2
"""Who keeps an entry right, and the links they get by letter."""

from __future__ import annotations

from django.db import models
from django.db.models import Q


class Purpose(models.TextChoices):
    """The one thing that a link may do."""

    LIST = "list", "list"  # put the new entry on the map
    UPKEEP = "upkeep", "upkeep"  # say that it is right, change it, or take it off
    CONNECT = "connect", "connect"  # agree to one connection, or not


class Keeper(models.Model):
    """The address of the initiative behind an entry. Never shown, never exported.

    `proved_on`: the day on which a mailed link came back from it. `reminders`: letters since the
    entry was last said to be right.
    """

    region = models.CharField(max_length=40)
    service = models.CharField(max_length=64, unique=True)
    address = models.EmailField(max_length=254)
    language = models.CharField(max_length=2)
    proved_on = models.DateField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"keeper of {self.service}"


class MailLink(models.Model):
    """That a link was handed out. The link itself is signed and stands nowhere but in the letter.

    Of one purpose (and one connection) only the newest works: the older ones are `ended`.
    """

    keeper = models.ForeignKey(Keeper, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=10, choices=Purpose.choices)
    connection = models.ForeignKey(
        "directory_joining.Connection", on_delete=models.CASCADE, null=True, related_name="links"
    )
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["keeper", "purpose"],
                condition=Q(ended=False, connection=None),
                name="joining_one_living_link",
            ),
            models.UniqueConstraint(
                fields=["keeper", "connection"],
                condition=Q(ended=False),
                name="joining_one_living_link_each",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("made_at")), name="joining_link_lives_a_while"
            ),
        )

    def __str__(self) -> str:
        return f"{self.purpose} for {self.keeper}"
