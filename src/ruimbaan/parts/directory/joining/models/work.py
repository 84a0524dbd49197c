# SPDX-License-Identifier: EUPL-1.2
"""What waits for a coordinator, and what keeps forms from being abused."""

from __future__ import annotations

from django.db import models

from ruimbaan.parts.directory.models.fields import JsonField


class RemarkKind(models.TextChoices):
    WRONG = "wrong", "wrong"
    CLOSED = "closed", "closed"
    OURS = "ours", "ours"  # a claim: this is ours


class Remark(models.Model):
    """What somebody said about an entry. The text is for the coordinator only; `address` only with
    a claim, to answer to."""

    region = models.CharField(max_length=40)
    service = models.CharField(max_length=64)
    kind = models.CharField(max_length=10, choices=RemarkKind.choices)
    text = models.CharField(max_length=1_000, blank=True)
    address = models.EmailField(max_length=254, blank=True)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (models.Index(fields=["region", "done_at"]),)

    def __str__(self) -> str:
        return f"{self.kind} about {self.service}"


class Connection(models.Model):
    """A proposal of a coordinator: `sender` sends people to `receiver` (both ids of services). The
    words say roles, never names. `gives`: the fact that is so of who comes, when the coordinator
    chose one. In force when both agreed; off when one said no."""

    region = models.CharField(max_length=40)
    sender = models.CharField(max_length=64)
    receiver = models.CharField(max_length=64)
    sends = models.CharField(max_length=200)
    goes_along = models.CharField(max_length=200, blank=True)
    call = models.CharField(max_length=200, blank=True)
    gives = models.CharField(max_length=80, blank=True)
    proposed_at = models.DateTimeField()
    sender_agreed_at = models.DateTimeField(null=True)
    receiver_agreed_at = models.DateTimeField(null=True)
    declined_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["sender", "receiver"],
                condition=models.Q(declined_at=None),
                name="joining_connection_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(sender=models.F("receiver")), name="joining_two_places"
            ),
        )

    def __str__(self) -> str:
        return f"{self.sender} to {self.receiver}"

    @property
    def in_force(self) -> bool:
        return bool(self.sender_agreed_at and self.receiver_agreed_at) and not self.declined_at


class Attempt(models.Model):
    """That a form was sent. `origin` is a keyed digest of where from, another one every day."""

    form = models.CharField(max_length=20)
    origin = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["form", "origin", "at"]), models.Index(fields=["at"]))

    def __str__(self) -> str:
        return self.form


class Weights(models.Model):
    """In how many of the best plans each service stands, worked out for one state of the region.
    `digest` is of all that the planner can read: that somebody looked at a place changes no plan."""

    region = models.CharField(max_length=40, primary_key=True)
    version = models.CharField(max_length=32)
    digest = models.CharField(max_length=64, blank=True)
    routes = JsonField()

    def __str__(self) -> str:
        return f"{self.region} {self.version}"
