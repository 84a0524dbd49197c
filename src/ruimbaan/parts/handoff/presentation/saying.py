# SPDX-License-Identifier: EUPL-1.2
"""Where a handoff stands, in one sentence for each who reads it, and as five steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.handoff.states import Reason, State
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.handoff.reasons import REASONS
from ruimbaan.parts.handoff.stopping import Sharing
from ruimbaan.parts.handoff.wording import (
    OPEN_REQUEST,
    SILENT,
    SILENT_SENDER,
    STATES,
    STEPPED_FORWARD,
    STEPPED_FORWARD_SENDER,
    STOPPED,
    STOPPED_SENDER,
)
from ruimbaan.parts.journey.services import capital, day
from ruimbaan.ui.components import TimelineStep
from ruimbaan.ui.reader import in_words, language

YES = (State.ACCEPTED, State.IN_PROGRESS, State.MET, State.COMPLETED)
SEEN = (State.RECEIVED, State.ON_HOLD, *YES)


def stepped_forward(handoff: Handoff, sharing: Sharing) -> bool:
    """Somebody did for an open question, and sees nothing until the person says yes."""
    return handoff.state is State.RECEIVED and sharing is Sharing.NOT_YET


def to_person(
    handoff: Handoff, receiver: str, today: date, sharing: Sharing = Sharing.SHOWN
) -> str:
    if handoff.state is State.REQUESTED and handoff.receiver is None:
        return in_words(OPEN_REQUEST)
    if stepped_forward(handoff, sharing):
        return _fill(STEPPED_FORWARD, handoff, receiver, today)
    if sharing is Sharing.STOPPED:
        return _fill(STOPPED, handoff, receiver, today)
    words = SILENT if handoff.is_silent(today) else STATES[handoff.state].person
    return _fill(words, handoff, receiver, today)


def to_sender(
    handoff: Handoff, receiver: str, today: date, sharing: Sharing = Sharing.SHOWN
) -> str:
    if stepped_forward(handoff, sharing):
        return _fill(STEPPED_FORWARD_SENDER, handoff, receiver, today)
    if sharing is Sharing.STOPPED:
        return _fill(STOPPED_SENDER, handoff, receiver, today)
    words = SILENT_SENDER if handoff.is_silent(today) else STATES[handoff.state].sender
    return _fill(words, handoff, receiver, today)


def to_receiver(handoff: Handoff, today: date) -> str:
    return _fill(STATES[handoff.state].receiver, handoff, "", today)


def five_steps(
    handoff: Handoff, today: date, sharing: Sharing = Sharing.SHOWN
) -> tuple[TimelineStep, ...]:
    """Sent, seen, yes, contact, met: each with its day, or by when it is to come. Who stepped forward
    has seen nothing before the yes, and from who sees it no more nothing comes on any day."""
    first = {step.end: timezone.localdate(step.at) for step in reversed(handoff.steps)}
    yes = first.get(State.ACCEPTED) or first.get(State.IN_PROGRESS)
    met = timezone.localdate(handoff.met) if handoff.met else None
    opened = None if sharing is Sharing.NOT_YET else first.get(State.RECEIVED)
    seen = opened or first.get(State.ON_HOLD) or yes
    no = first.get(State.REJECTED)
    reached = (
        (_("Verstuurd"), first.get(State.REQUESTED)),
        (_("Gezien"), seen or no),
        (_("Nee"), no) if no else (_("Ja"), yes),
        (_("Contact"), first.get(State.IN_PROGRESS) or met),
        (_("Ontmoet"), met),
    )
    now = next((place for place, (_title, at) in enumerate(reached) if at is None), len(reached))
    if sharing is Sharing.STOPPED:
        handoff = replace(handoff, answer_by=None, meeting=None)
    return tuple(
        _step(place, title, at, now, handoff, today) for place, (title, at) in enumerate(reached)
    )


def reason_in_words(reason: Reason | None) -> str:
    return in_words(REASONS[reason].person) if reason else ""


def _step(
    place: int, title: str, at: date | None, now: int, handoff: Handoff, today: date
) -> TimelineStep:
    if at is not None and place < now:
        return TimelineStep("done", title, day(at, today))
    if place == now and not has_ended(handoff):
        return TimelineStep("now", title, _expected(title, handoff, today), sign=str(place + 1))
    return TimelineStep("later", title, sign=str(place + 1))


def _expected(title: str, handoff: Handoff, today: date) -> str:
    waiting = handoff.state in {State.REQUESTED, State.RECEIVED}
    if waiting and handoff.answer_by and title != _("Ontmoet"):
        return _("antwoord uiterlijk {datum}").format(datum=day(handoff.answer_by, today))
    if handoff.meeting and handoff.was_accepted:
        return _("rond {datum}").format(datum=day(handoff.meeting, today))
    return ""


def _fill(words: Text, handoff: Handoff, receiver: str, today: date) -> str:
    last = handoff.steps[-1] if handoff.steps else None
    told = words.in_language(language()).format(
        ontvanger=capital(receiver),
        datum=_day_of(handoff, today),
        reden=reason_in_words(last.reason if last else None),
    )
    return " ".join(told.split())


def _day_of(handoff: Handoff, today: date) -> str:
    """The day that the sentence of this state is about."""
    if handoff.state in {State.REQUESTED, State.RECEIVED}:
        found = handoff.answer_by
    elif handoff.state is State.ON_HOLD:
        found = handoff.steps[-1].day
    else:
        found = handoff.meeting
    return day(found, today) if found else _("een dag die nog komt")
