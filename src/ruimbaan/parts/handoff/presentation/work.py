# SPDX-License-Identifier: EUPL-1.2
"""What who works sees of handoffs: what waits longest on top, and never a count of anybody's work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import has_ended
from ruimbaan.core.handoff.reminding import Nudge, due
from ruimbaan.core.handoff.states import State
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.parts.accounts.queries import works_at
from ruimbaan.parts.handoff import able
from ruimbaan.parts.handoff.answering import works_with_people
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.presence import may_call, nobody_answers
from ruimbaan.parts.handoff.presentation.people import Names, shown_files
from ruimbaan.parts.handoff.presentation.saying import to_sender
from ruimbaan.parts.handoff.presentation.terms import term_of
from ruimbaan.parts.handoff.records import as_handoff, receiver_of
from ruimbaan.parts.handoff.stopping import is_shown, said_yes, sharing_of
from ruimbaan.parts.handoff.wording import ASKS
from ruimbaan.parts.journey.services import day
from ruimbaan.ui.components import Tag
from ruimbaan.ui.reader import in_words

WAITS = (State.REQUESTED, State.RECEIVED, State.ON_HOLD)
BRIDGES = (State.ACCEPTED, State.IN_PROGRESS)
SOON = timedelta(days=14)
NAMED = (  # what holds it up says more than that a term passed
    Nudge.SILENT_NAMED,
    Nudge.DAY_PASSED_NAMED,
    Nudge.NOT_MET_NAMED,
    Nudge.NEXT_WAY_NAMED,
    Nudge.LATE_BY_LAW_NAMED,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One person who waits. `url` is empty when this reader may see no more than this."""

    who: str
    about: str
    says: str
    url: str
    since: date
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """Only of who reads it: nobody else sees this list, and nothing here is counted."""

    waiting: tuple[Row, ...]
    unanswered: tuple[Row, ...]
    called: tuple[Row, ...]
    bridges: tuple[Row, ...]
    open: tuple[Row, ...]
    nobody: tuple[Row, ...]


def today_of(actor: Actor, now: datetime) -> Today:
    places = works_with_people(actor, now)
    mine = {one.id for one in actor.memberships if one.in_force(now)}
    received = _rows(receiver__in=places, receiver_kind=PartyKind.ORGANISATION)
    sent = _rows(sender__in=mine, sender_kind=PartyKind.MEMBERSHIP)
    named = _rows(named__in=mine, named_kind=PartyKind.MEMBERSHIP)
    left = _left(places, now)
    rows = (*received, *sent, *named, *left)
    shown = shown_files(actor, now)
    files = frozenset(journey for journey, _party in shown)
    names, today = Names.of(rows, now), timezone.localdate(now)
    look = _Look(names, files, shown, today, _several(received))
    return Today(
        waiting=_sorted(look.received(row) for row in received if row.state in WAITS),
        unanswered=_sorted(look.sent(row) for row in sent if _unanswered(row, look.today)),
        called=_sorted(
            look.named(row, why)
            for row in named
            if row not in sent and (why := _why_called(row, look.today)) and may_call(row)
        ),
        bridges=_sorted(look.bridge(row) for row in sent if _ends_soon(row, look.today)),
        open=tuple(look.open(row) for row in able.open_for(places)),
        nobody=_sorted(look.nobody(row) for row in left),
    )


@dataclass(frozen=True, slots=True)
class _Look:
    names: Names
    files: frozenset[UUID]
    shown: frozenset[tuple[UUID, Party | None]]
    today: date
    several: frozenset[tuple[UUID, UUID | None]]

    def received(self, row: HandoffRecord) -> Row | None:
        """Not there when the person stopped showing it, nor before the yes to who stepped forward:
        what another question opens is no yes to this one. As `is_shown`, read once for the list where
        a place was asked one thing."""
        if not said_yes(row) or (row.journey_id, receiver_of(row)) not in self.shown:
            return None
        if (row.journey_id, row.receiver) in self.several and not is_shown(row, self.names.now):
            return None
        handoff = as_handoff(row)
        term = term_of(handoff, self.today)
        last = (
            term.to_work
            if term
            else _("Antwoord uiterlijk {datum}.").format(
                datum=day(handoff.answer_by or self.today, self.today)
            )
        )
        asked = timezone.localdate(handoff.asked or row.made)
        since = _("Wacht sinds {datum}.").format(datum=day(asked, self.today))
        says = f"{since} {last}"
        return Row(self.names.person(row), in_words(ASKS[handoff.ask]), says, _url(row), asked)

    def sent(self, row: HandoffRecord) -> Row:
        handoff = as_handoff(row)
        sharing = sharing_of(row, self.names.now)
        says = to_sender(handoff, self.names.receiver(row), self.today, sharing)
        return Row(
            self._who(row), in_words(ASKS[handoff.ask]), says, self._url(row), self._since(row)
        )

    def named(self, row: HandoffRecord, why: Nudge) -> Row:
        says = _call_asked(why).format(afzender=self.names.sender(row))
        about = in_words(ASKS[as_handoff(row).ask])
        return Row(self.names.person(row), about, says, "", self._since(row))

    def bridge(self, row: HandoffRecord) -> Row:
        handoff = as_handoff(row)
        last = handoff.meeting or self.today
        says = _("U bent er tot de kennismaking op {datum}.").format(datum=day(last, self.today))
        return Row(
            self._who(row),
            _("naar {plek}").format(plek=self.names.receiver(row)),
            says,
            self._url(row),
            last,
            Tag(_("Sluit aan"), "ok"),
        )

    def open(self, row: HandoffRecord) -> Row:
        handoff = as_handoff(row)
        says = _("Iemand zoekt een plek. U ziet pas meer als de persoon ja zegt.")
        return Row(
            _("Open vraag"),
            in_words(ASKS[handoff.ask]),
            says,
            _url(row),
            timezone.localdate(row.made),
        )

    def nobody(self, row: HandoffRecord) -> Row:
        """For the colleagues of who left. They learn no name: that is for the person to give."""
        says = _(
            "{collega} was er voor iemand, en werkt hier niet meer. De persoon leest dit ook."
        ).format(collega=self.names.left(row))
        about = in_words(ASKS[as_handoff(row).ask])
        return Row(_("Iemand"), about, says, "", self._since(row))

    def _who(self, row: HandoffRecord) -> str:
        return self.names.person(row) if row.journey_id in self.files else _("Iemand")

    def _url(self, row: HandoffRecord) -> str:
        return _url(row) if row.journey_id in self.files else ""

    def _since(self, row: HandoffRecord) -> date:
        handoff = as_handoff(row)
        return timezone.localdate(handoff.steps[-1].at if handoff.steps else row.made)


def _several(rows: tuple[HandoffRecord, ...]) -> frozenset[tuple[UUID, UUID | None]]:
    """In which files a place was asked more than once: what it sees there may be another question."""
    asked = HandoffRecord.objects.filter(
        journey__in={row.journey_id for row in rows}, receiver__in={row.receiver for row in rows}
    )
    counts = Counter(asked.values_list("journey_id", "receiver"))
    return frozenset(pair for pair, count in counts.items() if count > 1)


def _left(places: frozenset[UUID], now: datetime) -> tuple[HandoffRecord, ...]:
    """Those for which nobody answers today, of whom somebody worked in one of these places."""
    workers = works_at(places)
    rows = tuple(
        dict.fromkeys(
            (
                *_rows(sender__in=workers, sender_kind=PartyKind.MEMBERSHIP),
                *_rows(named__in=workers, named_kind=PartyKind.MEMBERSHIP),
            )
        )
    )
    return nobody_answers(rows, now)


def _rows(**which: object) -> tuple[HandoffRecord, ...]:
    rows = HandoffRecord.objects.filter(met=None, journey__erased=None, **which)
    return tuple(rows.prefetch_related("steps").order_by("made", "pk"))


def _unanswered(row: HandoffRecord, today: date) -> bool:
    """Without an answer, or with a no after which nobody found the next way yet."""
    handoff = as_handoff(row)
    if has_ended(handoff):
        return handoff.is_open and not row.next.exists()
    return row.state in WAITS or (
        row.state in BRIDGES and handoff.meeting is not None and handoff.meeting < today
    )


def _why_called(row: HandoffRecord, today: date) -> Nudge | None:
    """None when nothing asks for who was named."""
    found = due(as_handoff(row), today, timezone.localdate, followed=row.next.exists())
    nudges = {one.nudge for one in found}
    return next((nudge for nudge in NAMED if nudge in nudges), None)


def _call_asked(why: Nudge) -> str:
    """Silence is only said where no answer came."""
    match why:
        case Nudge.NEXT_WAY_NAMED:
            return _("{afzender} is aan zet, en er is nog geen volgende weg. Wilt u bellen?")
        case Nudge.NOT_MET_NAMED:
            return _("{afzender} is aan zet, en er is nog geen bevestiging. Wilt u bellen?")
        case Nudge.DAY_PASSED_NAMED:
            return _("{afzender} is aan zet, en de andere dag is voorbij. Wilt u bellen?")
        case Nudge.LATE_BY_LAW_NAMED:
            return _("{afzender} is aan zet, en de tijd hiervoor is voorbij. Wilt u bellen?")
        case _:
            return _("{afzender} is aan zet, en het blijft stil. Wilt u bellen?")


def _ends_soon(row: HandoffRecord, today: date) -> bool:
    return row.state in BRIDGES and row.meeting is not None and today <= row.meeting <= today + SOON


def _sorted(rows: Iterable[Row | None]) -> tuple[Row, ...]:
    """What waits longest on top."""
    return tuple(sorted((row for row in rows if row), key=lambda row: (row.since, row.who)))


def _url(row: HandoffRecord) -> str:
    return reverse("handoff:work", args=[row.id])
