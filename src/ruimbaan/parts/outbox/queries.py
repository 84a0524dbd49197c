# SPDX-License-Identifier: EUPL-1.2
"""What waits in the outbox, without a word of what it says or to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min

from ruimbaan.parts.outbox.models import Letter, State


@dataclass(frozen=True, slots=True)
class Unsent:
    """`fault` is the kind of error of the last try; empty when it was not tried yet."""

    number: int
    kind: str
    key: str
    state: str
    tries: int
    posted_at: datetime
    next_try_at: datetime
    fault: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """`oldest_due`: since when the letter waits that should have left first."""

    given_up: bool
    oldest_due: datetime | None


def waiting(now: datetime) -> Waiting:
    """Whether letters leave, for who keeps the site running."""
    due = Letter.objects.filter(state=State.WAITING, next_try_at__lte=now)
    given_up = Letter.objects.filter(state=State.FAILED).exists()
    return Waiting(given_up, due.aggregate(first=Min("next_try_at"))["first"])


def list_unsent() -> tuple[Unsent, ...]:
    """Letters that did not leave (yet), those that were given up first."""
    return tuple(
        Unsent(
            row.pk,
            row.kind,
            row.key,
            row.state,
            row.tries,
            row.posted_at,
            row.next_try_at,
            row.fault,
        )
        for row in Letter.objects.exclude(state=State.SENT).order_by("state", "next_try_at", "pk")
    )
