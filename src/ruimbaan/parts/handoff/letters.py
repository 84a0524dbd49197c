# SPDX-License-Identifier: EUPL-1.2
"""Letters about handoffs. Whoever looks along learns nothing: no name, no place, no word about help.

Each is posted in the transaction of what it is about, and leaves when the mail server is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ruimbaan.core.handoff.handoffs import Handoff
from ruimbaan.core.handoff.reminding import Due, Nudge, To
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.handoff import reaching
from ruimbaan.parts.handoff.models import HandoffRecord, NudgeRecord
from ruimbaan.parts.handoff.records import sender_of
from ruimbaan.parts.outbox.services import post, withdraw
from ruimbaan.parts.trust.queries import owner_of

LANGUAGE = "nl"  # who gets a letter has not chosen a language yet
ASK_TO_ANSWER = (Nudge.ASK_AGAIN, Nudge.DAY_ASKED)  # they hold the address to answer at


def ask(row: HandoffRecord, handoff: Handoff, at: datetime, *, token: str) -> None:
    """To the receiver: there is a question, and by when an answer is asked."""
    with translation.override(LANGUAGE):
        link = _answer_at(token)
        lines = [_("Er staat een vraag voor u klaar."), _before(handoff.answer_by)]
        if token:
            lines.append(_("U hebt geen account nodig. Wel een code: die hoort u zelf."))
        to = reaching.addresses(row, at)
        _post(row, _request(row), to, _("Een vraag voor u"), lines, link, at)


def take_back(row: HandoffRecord, at: datetime) -> None:
    """What asks the receiver to answer, where it did not leave yet: the question itself, and what
    reminds of it at the same address."""
    withdraw((*_keys_of_question(row, at), *_keys_of_reminders(row, ASK_TO_ANSWER)))


def remind(row: HandoffRecord, due: Due, at: datetime) -> int:
    """To whoever a line of the schedule is for. How many letters; 0 when there is no address."""
    with translation.override(LANGUAGE):
        to, subject, lines, link = _reminder(row, due, at)
        _post(row, _reminds(due.nudge, due.round), to, subject, lines, link, at)
    return len(to)


def answered(row: HandoffRecord, at: datetime) -> None:
    """To the sender and the person: something changed. No letter leaves any more that says what was
    so before."""
    withdraw(_keys_of_reminders(row, Nudge))
    with translation.override(LANGUAGE):
        to_sender = _sender(row, at)
        lines = [_("Er is antwoord."), _("Bekijk het, en bespreek het met de persoon.")]
        _post(
            row, f"answer:{row.number}", to_sender, _("Er is antwoord"), lines, _whole(_inbox()), at
        )
        news(row, at)


def news(row: HandoffRecord, at: datetime) -> None:
    """To the person."""
    with translation.override(LANGUAGE):
        lines = [_("Er staat een bericht voor je klaar."), _("Open het als je alleen bent.")]
        link = _whole(reverse("handoff:mine"))
        _post(
            row,
            f"news:{row.number}",
            _person(row, at),
            _("Er is iets nieuws voor je"),
            lines,
            link,
            at,
        )


def can_tell_sender(row: HandoffRecord, at: datetime) -> bool:
    """Whether there is somebody who stays, and an address to write to."""
    return bool(_sender(row, at))


def not_met(row: HandoffRecord, at: datetime) -> None:
    """To who stays: the person says that they have not met yet."""
    with translation.override(LANGUAGE):
        lines = [_("Iemand zegt: nog niet."), _("U bent nog aan zet. Bekijk wat kan.")]
        key = f"not-met:{timezone.localdate(at)}"
        _post(row, key, _sender(row, at), _("Iemand rekent op u"), lines, _whole(_inbox()), at)


def met(row: HandoffRecord, at: datetime) -> None:
    """To the sender, who may let go, and to the receiver. Nobody is asked any more whether they met."""
    withdraw(_keys_of_reminders(row, Nudge))
    with translation.override(LANGUAGE):
        to = (*_sender(row, at), *reaching.addresses(row, at))
        lines = [_("Er is een bevestiging."), _("U hoeft niets te doen.")]
        _post(row, "met", to, _("Het is gelukt"), lines, _whole(_inbox()), at)


def withdrawn(row: HandoffRecord, at: datetime) -> None:
    """What did not leave yet does not leave; who had the question hears that it is over."""
    take_back(row, at)
    withdraw(_keys_of_reminders(row, Nudge))
    with translation.override(LANGUAGE):
        lines = [_("Een vraag aan u is ingetrokken."), _("U hoeft niets te doen.")]
        _post(
            row, "withdrawn", reaching.addresses(row, at), _("Er is iets veranderd"), lines, "", at
        )


def room(question: UUID, organisation: UUID, at: datetime) -> None:
    """To a place: there is a question about room. No person stands in it."""
    with translation.override(LANGUAGE):
        lines = [
            _("Hallo,"),
            _("Er staat een vraag voor u klaar."),
            _whole(reverse("handoff:room")),
        ]
        text = "\n\n".join(lines) + "\n"
        to = reaching.addresses_of_party(Party(PartyKind.ORGANISATION, organisation), at)
        for number, address in enumerate(to):
            key = f"handoff:room:{question}:{number}"
            post("handoff.room", address, _("Een vraag voor u"), text, key=key, at=at)


def _reminder(
    row: HandoffRecord, due: Due, at: datetime
) -> tuple[tuple[str, ...], str, list[str], str]:
    myself = row.named_kind == PartyKind.ACCOUNT
    match To.PERSON if due.to is To.NAMED and myself else due.to:
        case To.RECEIVER:
            token = reaching.token_of(row)
            lines = [_("Een vraag aan u is nog open."), _("Ook een nee helpt verder.")]
            return (
                reaching.addresses(row, at),
                _("Iemand rekent op uw antwoord"),
                lines,
                _answer_at(token),
            )
        case To.PERSON:
            lines = [_("Er staat een vraag voor je klaar."), _("Open het als je alleen bent.")]
            return (
                _person(row, at),
                _("Er is iets nieuws voor je"),
                lines,
                _whole(reverse("handoff:mine")),
            )
        case To.SENDER:
            subject, what = _what_waits(due.nudge)
            lines = [what, _("U blijft aan zet. Bekijk wat kan.")]
            return _sender(row, at), subject, lines, _whole(_inbox())
        case _:
            lines = _to_named(due.nudge)
            to = reaching.addresses_of_party(Party(PartyKind(row.named_kind), row.named), at)
            return to, _("Wilt u kijken?"), lines, _whole(_inbox())


def _to_named(nudge: Nudge) -> list[str]:
    """Silence is only said where no answer came."""
    if nudge is Nudge.SILENT_NAMED:
        told = [_("Iemand noemde u, voor als het stil blijft."), _("Dat is nu zo. Bekijk wat kan.")]
    else:
        told = [
            _("Iemand noemde u, om mee te kijken."),
            _what_waits(nudge)[1],
            _("Bekijk wat kan."),
        ]
    return told


def _what_waits(nudge: Nudge) -> tuple[str, str]:
    """The subject and the first line for who stays, the line for who was named too: after a no it is
    not the answer that waits."""
    match nudge:
        case Nudge.NEXT_WAY | Nudge.NEXT_WAY_NAMED:
            return _("Nog geen volgende weg"), _("Er is nog geen volgende weg.")
        case Nudge.NOT_MET | Nudge.NOT_MET_NAMED:
            return _("Nog geen bevestiging"), _("Er is nog geen bevestiging.")
        case Nudge.DAY_PASSED | Nudge.DAY_PASSED_NAMED:
            return _("Een dag is voorbij"), _("De andere dag is voorbij.")
        case Nudge.LATE_BY_LAW | Nudge.LATE_BY_LAW_NAMED:
            return _("De tijd is voorbij"), _("De tijd die hiervoor staat, is voorbij.")
        case _:
            return _("Nog geen antwoord"), _("Er kwam nog geen antwoord.")


def _post(
    row: HandoffRecord,
    what: str,
    to: Iterable[str],
    subject: str,
    lines: Iterable[str],
    link: str,
    at: datetime,
) -> None:
    text = "\n\n".join((_("Hallo,"), *(line for line in lines if line), *((link,) if link else ())))
    for number, address in enumerate(to):
        key = _key(row, what, number)
        post(f"handoff.{what.partition(':')[0]}", address, subject, text + "\n", key=key, at=at)


def _keys_of_question(row: HandoffRecord, at: datetime) -> tuple[str, ...]:
    count = len(reaching.addresses(row, at))
    return _keys(row, _request(row), count)


def _keys_of_reminders(row: HandoffRecord, nudges: Iterable[Nudge]) -> tuple[str, ...]:
    told = NudgeRecord.objects.filter(handoff=row.pk, nudge__in=tuple(nudges))
    notes = told.values_list("nudge", "round", "letters")
    return tuple(
        key
        for nudge, number, count in notes
        for key in _keys(row, _reminds(Nudge(nudge), number), count)
    )


def _keys(row: HandoffRecord, what: str, count: int) -> tuple[str, ...]:
    return tuple(_key(row, what, number) for number in range(count))


def _key(row: HandoffRecord, what: str, number: int) -> str:
    return f"handoff:{row.id}:{what}:{number}"


def _reminds(nudge: Nudge, number: int) -> str:
    return f"{nudge}:{number}"


def _request(row: HandoffRecord) -> str:
    """One letter for each who is asked: a new link is another address to answer at."""
    return f"request:{row.receiver}"


def _sender(row: HandoffRecord, at: datetime) -> tuple[str, ...]:
    """Who stays; nobody when the person does that alone: that one gets the news anyway."""
    sender = sender_of(row)
    return () if sender.kind is PartyKind.ACCOUNT else reaching.addresses_of_party(sender, at)


def _person(row: HandoffRecord, at: datetime) -> tuple[str, ...]:
    owner = owner_of(row.journey_id)
    return () if owner is None else reaching.addresses_of_party(Party(PartyKind.ACCOUNT, owner), at)


def _before(day: date | None) -> str:
    if day is None:
        return ""
    return _("Antwoord graag uiterlijk {day}.").format(day=date_format(day, "j F Y"))


def _answer_at(token: str) -> str:
    """Where the receiver answers: behind a link, or after signing in."""
    return reaching.address_of(token) if token else _whole(_inbox())


def _inbox() -> str:
    return reverse("handoff:inbox")


def _whole(path: str) -> str:
    return f"{settings.SITE}{path}"
