# SPDX-License-Identifier: EUPL-1.2
"""The course of a handoff, without a word of the person: who, which step, which day.

Like a grant, this is about a file and stands outside of it: reminding and answering happen when
the person is not there.
"""

from __future__ import annotations

import uuid
from uuid import UUID

from django.db import models
from django.db.models import Q

from ruimbaan.core.handoff.reminding import Nudge
from ruimbaan.core.handoff.states import By, Profile, Reason, State
from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.handoff.models.words import HandoffWords

SENDS = (PartyKind.ACCOUNT, PartyKind.MEMBERSHIP)  # the person alone, or a worker who stays
RECEIVES = (PartyKind.ORGANISATION, PartyKind.LINK)


class HandoffRecord(models.Model):
    """`number` is that of the last step: of two who act at once, one gets the next number.
    `receiver` is None as long as the request is open for whoever is able; `goal_id` and `step_id`
    are those of the kept route, when it comes from there. `sealed` holds how to reach a receiver without account, under the
    key of the file; `met` ends the sender's part. `parts` is what the person shows with it: nothing
    as long as the person did not say yes to who stepped forward, None before this was kept."""

    words = models.OneToOneField(HandoffWords, primary_key=True, on_delete=models.CASCADE)
    journey = models.ForeignKey("trust_files.Journey", on_delete=models.PROTECT, related_name="+")
    profile = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Profile])
    state = models.CharField(max_length=20, choices=[(one.value, one.value) for one in State])
    ask = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Ask])
    region = models.CharField(max_length=40, blank=True)
    service_type = models.PositiveSmallIntegerField(null=True)
    goal_id = models.UUIDField(null=True)
    step_id = models.UUIDField(null=True)
    sender_kind = models.CharField(
        max_length=20, choices=[(kind.value, kind.value) for kind in SENDS]
    )
    sender = models.UUIDField()
    named_kind = models.CharField(
        max_length=20, choices=[(kind.value, kind.value) for kind in SENDS]
    )
    named = models.UUIDField()
    receiver_kind = models.CharField(
        max_length=20, blank=True, choices=[(kind.value, kind.value) for kind in RECEIVES]
    )
    receiver = models.UUIDField(null=True)
    via = models.UUIDField(null=True)
    after = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="next")
    number = models.PositiveIntegerField(default=0)
    answer_by = models.DateField(null=True)
    meeting = models.DateField(null=True)
    met = models.DateTimeField(null=True)
    made = models.DateTimeField()
    sealed = models.BinaryField(null=True)
    parts = models.JSONField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["journey", "made"]),
            models.Index(fields=["receiver", "state"]),
            models.Index(fields=["sender"]),
            models.Index(fields=["named"]),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(receiver=None, receiver_kind="")
                | (Q(receiver__isnull=False) & ~Q(receiver_kind="")),
                name="handoff_receiver_whole",
            ),
        )

    def __str__(self) -> str:
        return f"{self.state} handoff"

    @classmethod
    def place(cls, row: UUID) -> str:
        return f"{cls._meta.db_table}.sealed:{row}"

    @property
    def id(self) -> UUID:
        found: UUID = self.words_id
        return found


class StepRecord(models.Model):
    """`sealed` is what the receiver says to the person about it, sealed with the key of the file."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    handoff = models.ForeignKey(HandoffRecord, on_delete=models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    end = models.CharField(max_length=20, choices=[(one.value, one.value) for one in State])
    by = models.CharField(max_length=20, choices=[(one.value, one.value) for one in By])
    at = models.DateTimeField()
    reason = models.CharField(
        max_length=20, blank=True, choices=[(one.value, one.value) for one in Reason]
    )
    day = models.DateField(null=True)
    sealed = models.BinaryField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["handoff", "number"], name="handoff_step_once"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.end} by {self.by}"

    @classmethod
    def place(cls, row: UUID) -> str:
        return f"{cls._meta.db_table}.sealed:{row}"


class NudgeRecord(models.Model):
    """That somebody was told, so that it is told once. `round`: at which step that was."""

    id = models.BigAutoField(primary_key=True)
    handoff = models.ForeignKey(HandoffRecord, on_delete=models.CASCADE, related_name="nudges")
    nudge = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Nudge])
    round = models.PositiveIntegerField()
    day = models.DateField()
    at = models.DateTimeField()
    letters = models.PositiveSmallIntegerField()  # 0: nobody to write to; it stands on the pages

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["handoff", "nudge", "round"], name="handoff_told_once"),
        )

    def __str__(self) -> str:
        return f"{self.nudge} on {self.day}"
