# SPDX-License-Identifier: EUPL-1.2
"""Letters of mandate, and room promised to a team. Who uses it, and how often, stands nowhere."""

from __future__ import annotations

import uuid

from django.db import models

from ruimbaan.core.discretion.resources import Kind

FUNCTION, LINE, CODE = 80, 200, 60  # most signs


class Given(models.Model):
    """What an organisation gave for a time. `withdrawn`: from that day it holds no longer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    rule = models.CharField(max_length=CODE, blank=True)
    starts = models.DateField()
    until = models.DateField()
    withdrawn = models.DateField(null=True)
    made = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ("until", "id")

    def __str__(self) -> str:
        return str(self.id)


class LetterRecord(Given):
    """A function that may say yes. The name of who has it stands apart, in `HolderName`."""

    function = models.CharField(max_length=FUNCTION)
    up_to = models.CharField(max_length=LINE)
    deputy = models.CharField(max_length=FUNCTION, blank=True)
    reach = models.CharField(max_length=LINE)
    given_by = models.CharField(max_length=FUNCTION)


class HolderName(models.Model):
    """How the holder of a letter is called: for who works there, and nobody else. PostgreSQL shows
    a row only to a question that says of which organisations it is asked (`holders`)."""

    letter = models.OneToOneField(LetterRecord, primary_key=True, on_delete=models.CASCADE)
    organisation = models.ForeignKey(
        "accounts.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    name = models.CharField(max_length=FUNCTION)

    def __str__(self) -> str:
        return str(self.letter_id)  # ends up in logs; a name does not


class PromiseRecord(Given):
    """Hours, a budget, or cover. `amount`: hours a month or euros a year."""

    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Kind])
    team = models.CharField(max_length=FUNCTION)
    amount = models.PositiveIntegerField(default=0)
    given_by = models.CharField(max_length=FUNCTION)
    in_routes = models.BooleanField(default=False)
