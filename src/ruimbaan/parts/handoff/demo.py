# SPDX-License-Identifier: EUPL-1.2
"""Handoffs of the made-up people of a demo: one that waits, one with a no, one with a yes and a day,
and one in which they met. Everything goes through the same services as the pages use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5

from django.db.models import F
from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Step
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.core.handoff.terms import Ask, answer_day
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.parts.accounts.queries import actor_for, organisation_of
from ruimbaan.parts.handoff.answering import answer, seen
from ruimbaan.parts.handoff.models import HandoffRecord, StepRecord
from ruimbaan.parts.handoff.own_moves import mine, we_met
from ruimbaan.parts.handoff.sending import send
from ruimbaan.parts.handoff.wanting import ByLink, Composed
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.journey.queries import StepToHandOver, step_with_service
from ruimbaan.parts.trust.queries import file_of
from ruimbaan.parts.trust.services import open_file

FORMS = UUID("6e0f3c52-2c3b-4e0f-8b57-0e7b2f1d9c11")
REGION = "waalstad"


@dataclass(frozen=True, slots=True)
class Story:
    """`to` is the name of a persona whose organisation is asked; empty for a place by link. `ago`:
    days since it was sent; `ends` are the receiver's steps, with days from now for a day; `step` is
    the service of the step of the route that it comes from."""

    said: Said
    to: str = ""
    stays: str = ""
    ask: Ask = Ask.SUPPORT
    kind: int | None = None
    parts: tuple[Part, ...] = ()
    ago: int = 0
    ends: tuple[tuple[State, Reason | None, int | None], ...] = ()
    met: bool = False
    step: str = ""


STERRE = (
    Story(
        Said(
            "Iemand voor de avonden",
            "Overdag gaat het. De avonden zijn lang. Wie kan er dan even zijn?",
            along="Bram",
            where="Bij mij thuis",
        ),
        to="joke",
        ask=Ask.WMO_ENQUIRY,
        parts=(Part.WISHES, Part.APPOINTMENTS),
        ago=4,
    ),
    Story(
        Said(
            "Een plek in de deeltijd",
            "Ik wil graag drie dagen. Kan mijn hond mee?",
            place="Deeltijd De Uiterwaard",
        ),
        stays="bram",
        ask=Ask.TREATMENT_TALK,
        kind=8,
        step="W08",
        parts=(Part.WISHES,),
        ago=9,
        ends=((State.REJECTED, Reason.NO_PLACE, None),),
    ),
    Story(
        Said("Werken in de tuin", "Twee ochtenden is genoeg om te beginnen.", place="De Moestuin"),
        stays="bram",
        ago=6,
        ends=((State.ACCEPTED, None, 6),),
    ),
    Story(
        Said(
            "Hulp met de post",
            "De brieven liggen nog dicht. Samen durf ik het.",
            place="Inloop De Brug",
        ),
        stays="bram",
        ago=20,
        ends=((State.ACCEPTED, None, 1),),
        met=True,
    ),
)


def prepare(accounts: Mapping[str, UUID], parties: Mapping[str, Party], now: datetime) -> None:
    """Can be repeated: what somebody changed in a demo stays."""
    account = accounts.get("sterre")
    journey = file_of(account) if account else None
    if account is None or journey is None or HandoffRecord.objects.filter(journey=journey).exists():
        return
    for number, story in enumerate(STERRE):
        _play(actor_for(account), account, journey, story, uuid5(FORMS, str(number)), parties, now)


def _play(
    actor: Actor,
    account: UUID,
    journey: UUID,
    story: Story,
    form: UUID,
    parties: Mapping[str, Party],
    now: datetime,
) -> None:
    myself = Party(PartyKind.ACCOUNT, account)
    place = organisation_of(parties[story.to]) if story.to else None
    step = _on_route(actor, journey, story, now)
    composed = Composed(
        form=form,
        said=story.said,
        to=Party(PartyKind.ORGANISATION, place) if place else ByLink(),
        stays=parties[story.stays] if story.stays else myself,
        named=parties["bram"],
        ask=story.ask,
        parts=story.parts,
        region=REGION,
        service_type=story.kind,
        goal_id=step.goal if step else None,
        step_id=step.id if step else None,
    )
    sent = send(actor, journey, composed, now)
    if sent.link is not None:
        _answer(sent.link.link.actor, sent.id, story, now)
    row = mine(journey, sent.id)
    if story.met and row is not None:
        we_met(actor, row, now)
    _earlier(sent.id, story, now)


def _on_route(actor: Actor, journey: UUID, story: Story, now: datetime) -> StepToHandOver | None:
    if not story.step:
        return None
    with open_file(actor, journey, frozenset({Part.ROUTE}), now=now) as opening:
        return step_with_service(opening, story.step)


def _answer(receiver: Actor, handoff: UUID, story: Story, now: datetime) -> None:
    row = HandoffRecord.objects.get(pk=handoff)
    seen(receiver, row, now)
    for end, reason, days in story.ends:
        day = timezone.localdate(now) + timedelta(days=days) if days is not None else None
        answer(receiver, handoff, Step(end, By.RECEIVER, now, reason, day))


def _earlier(handoff: UUID, story: Story, now: datetime) -> None:
    """The steps lie some days apart, as they do for people."""
    steps = StepRecord.objects.filter(handoff=handoff).order_by("number")
    for number, step in enumerate(steps):
        back = timedelta(days=max(0, story.ago - 2 * max(0, number - 1)))
        StepRecord.objects.filter(pk=step.pk).update(at=F("at") - back)
    begun = timezone.localdate(now) - timedelta(days=story.ago)
    answer_by = answer_day(story.ask, begun)
    StepRecord.objects.filter(handoff=handoff, end=State.REQUESTED).update(day=answer_by)
    HandoffRecord.objects.filter(pk=handoff, state__in=(State.REQUESTED, State.RECEIVED)).update(
        answer_by=answer_by
    )
