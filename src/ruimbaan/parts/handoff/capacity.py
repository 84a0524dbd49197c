# SPDX-License-Identifier: EUPL-1.2
"""Is there room? Asked and answered between places, before anybody is handed over. No person stands
in it: who is asked learns that somebody looks for a place in a month, and no more."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.trust.parties import Actor
from ruimbaan.parts.accounts.queries import is_running
from ruimbaan.parts.handoff import letters
from ruimbaan.parts.handoff.answering import works_with_people
from ruimbaan.parts.handoff.errors import NothingChosen, ReceiverMissing
from ruimbaan.parts.handoff.models import CapacityQuestion
from ruimbaan.parts.trust.services import Refused

MONTHS = 6  # that can be asked about, this one too
MOST = 30  # answers on a page


def months(now: datetime) -> tuple[date, ...]:
    first = timezone.localdate(now).replace(day=1)
    found = [first]
    while len(found) < MONTHS:
        last = found[-1]
        found.append(date(last.year + last.month // 12, last.month % 12 + 1, 1))
    return tuple(found)


@transaction.atomic
def ask(actor: Actor, organisation: UUID, what: Ask, month: date, at: datetime) -> None:
    """The same question twice, as long as it has no answer, is one. Raises Refused,
    ReceiverMissing and NothingChosen."""
    if not works_with_people(actor, at):
        raise Refused
    if not is_running(organisation, at):
        raise ReceiverMissing
    if month not in months(at):
        raise NothingChosen
    question, is_new = CapacityQuestion.objects.get_or_create(
        organisation_id=organisation, ask=what, month=month, answered=None, defaults={"asked": at}
    )
    if is_new:
        letters.room(question.id, organisation, at)


def answer(actor: Actor, question: UUID, *, room: bool, since: date | None, at: datetime) -> None:
    """By who works there. The first answer holds. Raises Refused."""
    places = works_with_people(actor, at)
    mine = CapacityQuestion.objects.filter(id=question, organisation__in=places)
    if not mine.exists():
        raise Refused
    mine.filter(answered=None).update(answered=at, room=room, since=since)


def waiting(actor: Actor, now: datetime) -> tuple[CapacityQuestion, ...]:
    """What my organisations were asked, the longest waiting first."""
    rows = CapacityQuestion.objects.filter(
        organisation__in=works_with_people(actor, now), answered=None
    )
    return tuple(rows.order_by("asked", "id"))


def answers(now: datetime) -> tuple[CapacityQuestion, ...]:
    """Of all, about this month and later; the newest first."""
    rows = CapacityQuestion.objects.filter(month__gte=months(now)[0]).exclude(answered=None)
    return tuple(rows.select_related("organisation").order_by("-answered", "id")[:MOST])
