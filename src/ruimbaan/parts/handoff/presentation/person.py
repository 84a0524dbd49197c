# SPDX-License-Identifier: EUPL-1.2
"""The person's own pages of handoffs, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff, has_ended
from ruimbaan.core.handoff.owners import Present, owner_today, still_open
from ruimbaan.core.handoff.states import ASK_MEETING, State
from ruimbaan.core.journey.kept_route import EventKind
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import PartyKind
from ruimbaan.parts.handoff import letters, reaching, words
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presence import may_call, present
from ruimbaan.parts.handoff.presentation.composing import (
    home_crumb,
    list_crumb,
    who_stays,
)
from ruimbaan.parts.handoff.presentation.next_way import next_way
from ruimbaan.parts.handoff.presentation.people import Names
from ruimbaan.parts.handoff.presentation.saying import (
    five_steps,
    reason_in_words,
    stepped_forward,
    to_person,
)
from ruimbaan.parts.handoff.presentation.terms import term_of
from ruimbaan.parts.handoff.records import as_handoff, said_by_receiver
from ruimbaan.parts.handoff.stopping import Sharing, is_shown, said_yes, sharing_of, shown_now
from ruimbaan.parts.handoff.wording import SOMEBODY, STATES, STEPPED_FORWARD_BEFORE, VERDICTS
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.journey.queries import part_in_words, step_to_tick
from ruimbaan.parts.journey.services import Own, capital, day, listed
from ruimbaan.ui.components import Alert, Choices, Link, Option
from ruimbaan.ui.reader import in_words

CAN_STOP = (
    State.DRAFT,
    State.REQUESTED,
    State.RECEIVED,
    State.ON_HOLD,
    State.ACCEPTED,
    State.IN_PROGRESS,
)
NOT_YET = "nog-niet"


@dataclass(frozen=True, slots=True)
class Line:
    """One handoff in a list. `asks`: something is asked of the person now."""

    url: str
    goal: str
    says: str
    stays: str
    asks: str


@dataclass(frozen=True, slots=True)
class Past:
    """One thing that happened, in the plainest words."""

    when: str
    what: str
    said: str


@dataclass(frozen=True, slots=True)
class Tick:
    """What can be said of a step of the route; `version` is that of the route."""

    id: UUID
    what: str
    kinds: tuple[EventKind, ...]
    version: int


def list_page(own: Own, notice: str) -> dict[str, object]:
    rows = rows_of(own.journey)
    names, is_there = Names.of(rows, own.now), present(rows, own.now)
    with own.open(Part.HANDOFF) as opening:
        said = words.read_all(opening)
    running = [row for row in rows if not _is_over(row)]
    over = [row for row in rows if _is_over(row)]
    return {
        "crumbs": (home_crumb(), Link(_("Overdracht"))),
        "running": tuple(_line(own, row, said.get(row.id), names, is_there) for row in running),
        "over": tuple(_line(own, row, said.get(row.id), names, is_there) for row in over),
        "notice": Alert(_("Gedaan."), "ok") if notice else None,
    }


def one_page(own: Own, row: HandoffRecord, notice: str, error: str = "") -> dict[str, object]:
    with own.open(Part.HANDOFF) as opening:
        said = words.read(opening, row.id) or Said(goal="")
    names, handoff = Names.of([row], own.now), as_handoff(row)
    receiver, is_there = names.receiver(row, said, SOMEBODY), present([row], own.now)
    # without a yes to this one that still holds, what they see belongs to another question
    shown = shown_now(row, own.now) if is_shown(row, own.now) else ()
    running = handoff.is_open and not has_ended(handoff)
    tells = names.stays(row) if letters.can_tell_sender(row, own.now) else ""
    sharing = sharing_of(row, own.now)
    return {
        "crumbs": (home_crumb(), list_crumb(), Link(said.goal)),
        "row": row.id,
        "form_id": uuid4(),
        "said": said,
        "says": to_person(handoff, receiver, own.today, sharing),
        "receiver": capital(receiver),
        "steps": five_steps(handoff, own.today, sharing),
        "term": term_of(handoff, own.today, sharing),
        "there": _there(row, handoff, names, receiver, is_there),
        "named": names.named(row) if running and is_there(row.named) and may_call(row) else "",
        "sees": listed([part_in_words(part) for part in shown]),
        "hears": bool(reaching.addresses(row, own.now)),
        "steps_read": len(handoff.steps),
        "past": tuple(_past(own, row, handoff, receiver)),
        "claimed": stepped_forward(handoff, sharing),
        "ask_meeting": _asks_meeting(handoff, own.today),
        "meeting": _still_to_meet(handoff, own.today),
        "tells": tells,
        "ask_day": _asks_day(handoff, sharing),
        "can_stop": handoff.state in CAN_STOP,
        "by_link": row.receiver_kind == PartyKind.LINK and not has_ended(handoff),
        "nobody": _nobody(own, row, handoff, is_there),
        "tick": _tick(own, row, handoff),
        "verdict": _verdict(said) if handoff.state in {State.MET, State.COMPLETED} else None,
        "look_back": _look_back(row, handoff),
        "next": next_way(own, row, handoff, receiver),
        "again_url": f"{reverse('handoff:compose')}?na={row.id}",
        "ended": has_ended(handoff) and handoff.met is None,
        "notice": Alert(_done(notice, tells), "ok") if notice else None,
        "error": Alert(error, "error") if error else None,
    }


def rows_of(journey: UUID) -> tuple[HandoffRecord, ...]:
    """The newest first."""
    rows = HandoffRecord.objects.filter(journey=journey).prefetch_related("steps")
    return tuple(rows.order_by("-made", "pk"))


def _is_over(row: HandoffRecord) -> bool:
    return row.state in {State.COMPLETED, State.CANCELLED_BY_PERSON, State.ENTERED_IN_ERROR}


def _line(own: Own, row: HandoffRecord, said: Said | None, names: Names, is_there: Present) -> Line:
    handoff = as_handoff(row)
    sharing = sharing_of(row, own.now)
    receiver = names.receiver(row, said, SOMEBODY)
    return Line(
        url=reverse("handoff:one", args=[row.id]),
        goal=said.goal if said else "",
        says=to_person(handoff, receiver, own.today, sharing),
        stays=_there(row, handoff, names, receiver, is_there),
        asks=asked_of_person(handoff, own.today, sharing),
    )


def asked_of_person(handoff: Handoff, today: date, sharing: Sharing) -> str:
    """What is asked of the person now; empty when nothing is."""
    if stepped_forward(handoff, sharing):
        return _("Kies of zij je vraag mogen zien.")
    if _asks_meeting(handoff, today):
        return _("Hebben jullie elkaar ontmoet?")
    if _asks_day(handoff, sharing):
        return _("Is een andere dag goed?")
    return _("Heb je hier iets aan?") if handoff.state is State.MET else ""


def _asks_day(handoff: Handoff, sharing: Sharing) -> bool:
    """Not of who stopped showing it: on that day there comes no answer."""
    held = handoff.state is State.ON_HOLD and not handoff.was_accepted
    return held and sharing is not Sharing.STOPPED


def _asks_meeting(handoff: Handoff, today: date) -> bool:
    """Not before the day that was agreed: until then nobody has anything to confirm."""
    due = handoff.meeting is None or handoff.meeting <= today
    return handoff.state in ASK_MEETING and due


def _still_to_meet(handoff: Handoff, today: date) -> str:
    """The day on which they are to meet; empty when that is not ahead."""
    if handoff.state not in ASK_MEETING or handoff.meeting is None or handoff.meeting <= today:
        return ""
    return day(handoff.meeting, today)


def _there(
    row: HandoffRecord, handoff: Handoff, names: Names, receiver: str, is_there: Present
) -> str:
    """Who is there for the person now: who was named, when who stayed left. Empty when nobody is, when
    the person stopped it, or asked elsewhere."""
    owner = owner_today(handoff, is_there)
    if handoff.met is not None:
        says = _("{wie} is er nu voor je.").format(wie=capital(receiver))
        return says if owner == handoff.receiver else ""
    if owner is None or not handoff.is_open or row.next.exists():
        return ""
    stays = owner == row.sender
    who = names.stays(row) if stays else names.named(row)
    myself = (row.sender_kind if stays else row.named_kind) == PartyKind.ACCOUNT
    if has_ended(handoff):
        told = _("{wie} zoekt met je mee naar de volgende weg.")
        return _("Je zoekt zelf de volgende weg.") if myself else told.format(wie=who)
    if myself:
        return _("Je doet het zelf, tot jullie elkaar hebben ontmoet.")
    return _("{wie} blijft, tot jullie elkaar hebben ontmoet.").format(wie=who)


def _done(notice: str, tells: str) -> str:
    """What was done just now, and who hears of it."""
    if notice != NOT_YET:
        return _("Gedaan.")
    if tells:
        return _("{wie} krijgt bericht: jullie hebben elkaar nog niet ontmoet.").format(wie=tells)
    return _("Goed dat je het zegt. Er verandert niets.")


def _past(own: Own, row: HandoffRecord, handoff: Handoff, receiver: str) -> list[Past]:
    found = []
    for number, (step, stored) in enumerate(zip(handoff.steps, row.steps.all(), strict=True), 1):
        if step.end is State.DRAFT:
            continue
        then = Handoff(
            id=handoff.id,
            profile=handoff.profile,
            goal="",
            sender=handoff.sender,
            receiver=handoff.receiver,
            state=step.end,
            steps=handoff.steps[:number],
            answer_by=step.day,
            meeting=step.day,
        )
        said = said_by_receiver(row, stored)
        found.append(
            Past(
                day(timezone.localdate(step.at), own.today),
                _told(then, receiver, own.today, shown=said_yes(row)),
                said,
            )
        )
    return found


def _told(then: Handoff, receiver: str, today: date, *, shown: bool) -> str:
    """`shown`: whether the person said yes; who only stepped forward has not seen it."""
    last = then.steps[-1]
    before = then.state is State.RECEIVED and not shown
    words_of_state = in_words(STEPPED_FORWARD_BEFORE if before else STATES[then.state].person)
    told = words_of_state.format(
        ontvanger=capital(receiver),
        datum=day(last.day, today) if last.day else _("een dag die nog komt"),
        reden=reason_in_words(last.reason),
    )
    return " ".join(told.split())


def _nobody(own: Own, row: HandoffRecord, handoff: Handoff, is_there: Present) -> Choices | None:
    """Whom to choose from, when everybody who answered for it left."""
    open_still = still_open((handoff,)) and not row.next.exists()
    if not open_still or owner_today(handoff, is_there) is not None:
        return None
    return who_stays(own)


def _tick(own: Own, row: HandoffRecord, handoff: Handoff) -> Tick | None:
    """The step of the route that is further now: offered, and for the person to say."""
    if handoff.met is None or (row.step_id is None and row.goal_id is None):
        return None
    with own.open(Part.ROUTE) as opening:
        found = step_to_tick(opening, row.step_id, row.goal_id)
    return Tick(found.id, in_words(found.what), found.kinds, found.version) if found else None


def _look_back(row: HandoffRecord, handoff: Handoff) -> str:
    """Where one says whether it was in time; empty as long as they did not meet."""
    if handoff.met is None:
        return ""
    return f"{reverse('journey:looking-back')}?over={row.id}"


def _verdict(said: Said) -> Choices:
    options = tuple(
        Option(verdict.value, in_words(text), checked=said.judged is verdict)
        for verdict, text in VERDICTS.items()
    )
    return Choices("oordeel", _("Heb je hier iets aan?"), options)
