# SPDX-License-Identifier: EUPL-1.2
"""What is due is told once, to whom it is for; and the check that no goal is without an owner."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from ruimbaan.core.handoff.reminding import Due, To, due
from ruimbaan.core.handoff.states import State
from ruimbaan.parts.handoff import letters
from ruimbaan.parts.handoff.models import HandoffRecord, NudgeRecord
from ruimbaan.parts.handoff.presence import may_call, nobody_answers
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.stopping import is_shown
from ruimbaan.parts.trust.queries import is_closed

OVER = (State.CANCELLED_BY_PERSON, State.ENTERED_IN_ERROR, State.MET, State.COMPLETED)


@dataclass(slots=True)
class Told:
    """`letters`: how many were posted. `without_owner`: handoffs whose goal has nobody today."""

    looked_at: int = 0
    told: dict[str, int] = field(default_factory=dict)
    letters: int = 0
    without_owner: tuple[UUID, ...] = ()


def tell(now: datetime) -> Told:
    """Can be run as often as one likes, and several at once; what was missed is made up for."""
    rows = running()
    handoffs = {row.id: as_handoff(row) for row in rows}
    followed = _followed()
    done = Told(looked_at=len(rows))
    for row in rows:
        for one in due(
            handoffs[row.id],
            timezone.localdate(now),
            timezone.localdate,
            followed=row.id in followed,
        ):
            if _may_be_told(row, one, now):
                _tell_once(row, one, now, done)
    done.without_owner = tuple(row.id for row in nobody_answers(rows, now))
    return done


def told_too_late(now: datetime) -> bool:
    """Was a reminder that may be told due before today and never told? Then `tell` does not run."""
    today = timezone.localdate(now)
    rows = running()
    followed = _followed()
    nudges = NudgeRecord.objects.filter(handoff__met=None).exclude(handoff__state__in=OVER)
    told = set(nudges.values_list("handoff", "nudge", "round"))
    return any(
        one.day < today
        and (row.id, one.nudge, one.round) not in told
        and _may_be_told(row, one, now)
        for row in rows
        for one in due(as_handoff(row), today, timezone.localdate, followed=row.id in followed)
    )


def running() -> tuple[HandoffRecord, ...]:
    """Those in which somebody still has to do something, the oldest first."""
    rows = HandoffRecord.objects.filter(met=None, journey__erased=None).exclude(state__in=OVER)
    return tuple(rows.prefetch_related("steps").order_by("made", "pk"))


def _followed() -> set[UUID]:
    """Of those that run, after which another came. What is over long since is not read again."""
    found = HandoffRecord.objects.filter(after__met=None).exclude(after=None)
    return set(found.values_list("after_id", flat=True))


def _may_be_told(row: HandoffRecord, one: Due, now: datetime) -> bool:
    """No answer is asked of who cannot see the question, and nobody is called about a person who
    closed that off. It stays due: when it may be told again, it is."""
    match one.to:
        case To.RECEIVER:
            return is_shown(row, now) and not is_closed(row.journey_id)
        case To.NAMED:
            return may_call(row)
        case _:
            return True


def _tell_once(row: HandoffRecord, one: Due, now: datetime, done: Told) -> None:
    asked = {"handoff": row, "nudge": one.nudge, "round": one.round}
    if NudgeRecord.objects.filter(**asked).exists():
        return
    try:
        with transaction.atomic():
            if not _is_as_read(row):
                return  # the next run tells what is so by then
            note = NudgeRecord.objects.create(**asked, day=one.day, at=now, letters=0)
            note.letters = letters.remind(row, one, now)
            note.save(update_fields=["letters"])
    except IntegrityError:
        return  # another run was first
    done.told[one.nudge.value] = done.told.get(one.nudge.value, 0) + 1
    done.letters += note.letters


def _is_as_read(row: HandoffRecord) -> bool:
    """Whether nobody answered, stopped it or made a new link since it was read. From now on they
    wait: of a letter that is written meanwhile nobody could take back the old address."""
    now = HandoffRecord.objects.select_for_update().filter(pk=row.pk).first()
    before = (row.number, row.receiver, row.met)
    return now is not None and (now.number, now.receiver, now.met) == before
