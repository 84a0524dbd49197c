# SPDX-License-Identifier: EUPL-1.2
"""One handoff of one person, step by step, through the services that the pages use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from ruimbaan.core.handoff.handoffs import Step
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.handoff.answering import answer, seen
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.handoff.own_moves import mine, something_else, we_met
from ruimbaan.parts.handoff.sending import send
from ruimbaan.parts.handoff.wanting import Composed
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.trust.services import acquaint
from tools.lived_year.place import Place

SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Person:
    account: UUID
    journey: UUID


@dataclass(frozen=True, slots=True)
class Asked:
    """`kind`: of support. `sender` is None for the person alone."""

    id: UUID
    person: Person
    sender: Place | None
    receiver: Place


def ask(
    person: Person, kind: int, region: str, sides: tuple[Place | None, Place], at: datetime
) -> Asked:
    sender, receiver = sides
    stays = Party(PartyKind.ACCOUNT, person.account)
    if sender is not None:
        stays = Party(PartyKind.MEMBERSHIP, sender.membership)
        acquaint(person.journey, stays, at)
    to = Party(PartyKind.ORGANISATION, receiver.organisation)
    acquaint(person.journey, to, at)
    composed = Composed(
        form=uuid5(person.journey, f"{kind} {at}"),
        said=Said("Ik zoek steun", "Ik wil graag verder. Wie kan mij helpen?"),
        to=to,
        stays=stays,
        named=stays,
        region=region,
        service_type=kind,
    )
    sent = send(actor_for(person.account), person.journey, composed, at)
    return Asked(sent.id, person, sender, receiver)


def say_yes(asked: Asked, at: datetime, meeting: datetime) -> None:
    _answer(asked, Step(State.ACCEPTED, By.RECEIVER, at + SOON, day=meeting.date()), at)


def say_no(asked: Asked, reason: Reason, at: datetime) -> None:
    _answer(asked, Step(State.REJECTED, By.RECEIVER, at + SOON, reason), at)


def meet(asked: Asked, at: datetime) -> None:
    we_met(actor_for(asked.person.account), _own(asked), at)


def stop(asked: Asked, at: datetime) -> None:
    something_else(actor_for(asked.person.account), _own(asked), at)


def _answer(asked: Asked, step: Step, at: datetime) -> None:
    receiver = actor_for(asked.receiver.worker)
    seen(receiver, HandoffRecord.objects.get(pk=asked.id), at)
    answer(receiver, asked.id, step)


def _own(asked: Asked) -> HandoffRecord:
    row = mine(asked.person.journey, asked.id)
    if row is None:
        raise LookupError(asked.id)
    return row
