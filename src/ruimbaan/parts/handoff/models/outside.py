# SPDX-License-Identifier: EUPL-1.2
"""What is kept without a person: the trace of the system, and questions about room."""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.handoff.states import Reason, State
from ruimbaan.core.handoff.terms import Ask

OUTCOMES = (State.MET, State.REJECTED, State.FAILED, State.CANCELLED, State.CANCELLED_BY_PERSON)


class Receipt(models.Model):
    """One outcome between two organisations, by week. No id, day or word leads back to somebody; its
    own id is chance, so its order says nothing of when. The organisation is None for the person
    alone, or for a place without account; `region` is empty where nothing says in which one it was."""

    only_adding = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sender = models.UUIDField(null=True)
    receiver = models.UUIDField(null=True)
    region = models.CharField(max_length=40, blank=True)
    ask = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Ask])
    service_type = models.PositiveSmallIntegerField(null=True)
    asked = models.DateField()  # the Monday of that week
    ended = models.DateField()  # the Monday of that week
    outcome = models.CharField(max_length=20, choices=[(one.value, one.value) for one in OUTCOMES])
    reason = models.CharField(
        max_length=20, blank=True, choices=[(one.value, one.value) for one in Reason]
    )

    def __str__(self) -> str:
        return f"{self.outcome} in {self.ended:%Y-%m}"


class CapacityQuestion(models.Model):
    """Whether there is room from that month on. No person stands in it, and it is not kept with one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.CASCADE, related_name="+"
    )
    ask = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Ask])
    month = models.DateField()  # the first of the month
    asked = models.DateTimeField()
    answered = models.DateTimeField(null=True)
    room = models.BooleanField(null=True)
    since = models.DateField(null=True)  # from when there is

    def __str__(self) -> str:
        return f"room from {self.month:%Y-%m}"
