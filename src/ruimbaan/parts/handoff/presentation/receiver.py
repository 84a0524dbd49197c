# SPDX-License-Identifier: EUPL-1.2
"""What a receiver sees of one handoff, with an account or by a link: the same page."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.handoff.states import Reason, State
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.handoff import words
from ruimbaan.parts.handoff.answers import Typed
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.over import is_over_for
from ruimbaan.parts.handoff.presentation.people import Names
from ruimbaan.parts.handoff.presentation.saying import five_steps, to_receiver
from ruimbaan.parts.handoff.presentation.terms import term_of
from ruimbaan.parts.handoff.reasons import NOT_A_REASON, REASONS
from ruimbaan.parts.handoff.records import as_handoff
from ruimbaan.parts.handoff.wording import ASKS
from ruimbaan.parts.journey.services import shown_parts
from ruimbaan.parts.trust.services import Refused, open_file
from ruimbaan.ui.components import Alert, Choices, Option
from ruimbaan.ui.reader import in_words

EVERYTHING = frozenset(Part)
ANSWERS = (State.REQUESTED, State.RECEIVED, State.ON_HOLD)
AFTER_YES = (State.ACCEPTED, State.IN_PROGRESS)
USUAL_MEETING = timedelta(days=7)
OF_RECEIVER = tuple(reason for reason in Reason if reason is not Reason.PERSON_CHOSE)


def receiver_page(
    actor: Actor,
    row: HandoffRecord,
    now: datetime,
    *,
    error: str = "",
    typed: Typed | None = None,
    done: bool = False,
) -> dict[str, object]:
    """`typed` is the answer that could not be taken. What goes along stands here as long as the person shows it. After a no only that there was
    one is left. Raises Refused when the person stopped it: then there is nothing here."""
    handoff, today = as_handoff(row), timezone.localdate(now)
    page = _state(row, handoff, today, now, typed)
    page |= {
        "error": Alert(error, "error") if error else None,
        "notice": Alert(_("Uw antwoord is bewaard."), "ok") if done else None,
    }
    try:
        if is_over_for(actor, row, now):
            raise Refused
        with open_file(
            actor, row.journey_id, EVERYTHING, purpose=Purpose.HANDOFF, now=now
        ) as opening:
            said = words.read(opening, row.id)
            if said is None:
                raise Http404
            page |= {
                "said": said.for_others(),
                "shown": shown_parts(opening, today, str(page["who"])),
            }
    except Refused:
        if not has_ended(handoff) or handoff.state is State.CANCELLED_BY_PERSON:
            raise
        page |= {"said": None, "shown": ()}
    return page


def _state(
    row: HandoffRecord, handoff: Handoff, today: date, now: datetime, typed: Typed | None
) -> dict[str, object]:
    names = Names.of([row], now)
    return {
        "row": row.id,
        "who": names.person(row),
        "sender": names.sender(row),
        "via": names.via(row),
        "asked": in_words(ASKS[handoff.ask]),
        "says": to_receiver(handoff, today),
        "steps": five_steps(handoff, today),
        "term": term_of(handoff, today),
        "can_answer": handoff.state in ANSWERS and not handoff.was_accepted,
        "can_contact": handoff.state in AFTER_YES,
        "reasons": reasons(typed.reason if typed else ""),
        "typed": typed,
        "not_a_reason": in_words(NOT_A_REASON),
        "today": today.isoformat(),
        "usual_day": (today + USUAL_MEETING).isoformat(),
    }


def reasons(chosen: str = "") -> Choices:
    """None of them is chosen before the receiver does: the person gets to read it."""
    options = tuple(
        Option(
            reason.value,
            in_words(REASONS[reason].choice),
            in_words(REASONS[reason].more),
            checked=reason == chosen,
        )
        for reason in OF_RECEIVER
    )
    return Choices("reden", _("Wat houdt u tegen? Kies wat het meest klopt."), options)


def page_of(row: UUID) -> HandoffRecord:
    return HandoffRecord.objects.prefetch_related("steps").get(pk=row)
