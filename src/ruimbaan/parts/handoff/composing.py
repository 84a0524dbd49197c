# SPDX-License-Identifier: EUPL-1.2
"""What somebody filled in to hand something over; checked before anything is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpRequest, QueryDict

from ruimbaan.core.handoff.terms import Ask
from ruimbaan.core.journey.own_words import MOST_IN_A_LINE, WordsWithoutShape, check_words
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.handoff.errors import (
    GoalMissing,
    NotAnAddress,
    NothingChosen,
    ReceiverMissing,
    SenderMissing,
)
from ruimbaan.parts.handoff.wanting import Anyone, ByLink, Composed, Receiver
from ruimbaan.parts.handoff.words import Said
from ruimbaan.parts.journey.queries import goals_of, step_to_hand_over
from ruimbaan.parts.journey.services import Own, came_whole, form_id
from ruimbaan.parts.trust.queries import known_to

T = TypeVar("T")
GOAL, QUESTION, KIND, WHO, PLACE, MAIL = "doel", "vraag", "soort", "wie", "plek", "mail"
STAYS, NAMED, WHAT, ALONG, WHERE = "blijft", "noem", "wat", "mee", "waar"
AFTER, ON_MAP, WISH, STEP = "na", "kaart", "wens", "stap"
NAMES = (
    *(GOAL, QUESTION, KIND, WHO, PLACE, MAIL, STAYS, NAMED, WHAT, ALONG, WHERE, AFTER, ON_MAP),
    *(WISH, STEP),
)
LINK, OPEN, MYSELF = "link", "open", "ik"
CHOOSABLE = tuple(part for part in Part if part in SHAREABLE and part is not Part.HANDOFF)


@dataclass(frozen=True, slots=True)
class Choice:
    """`composed` is None as long as there are errors, each with the name of its question."""

    form: UUID
    typed: Mapping[str, tuple[str, ...]]
    composed: Composed | None
    errors: Mapping[str, DomainError]


def read(request: HttpRequest, own: Own) -> Choice:
    sent = request.POST
    errors: dict[str, DomainError] = {}

    def ask(name: str, question: Callable[[QueryDict], T]) -> T | None:
        try:
            return question(sent)
        except DomainError as error:
            errors[name] = error
            return None

    said = ask(GOAL, lambda filled: _said(request, filled))
    kind, to = ask(KIND, _kind), ask(WHO, _receiver)
    ask(MAIL, _mail)
    stays, named = (
        ask(STAYS, lambda s: known(s, own, STAYS)),
        ask(NAMED, lambda s: known(s, own, NAMED)),
    )
    parts = ask(WHAT, _parts)
    on_route = ask(WISH, lambda s: _on_route(s, own))
    composed = None
    form = form_id(sent)
    if not errors and said and kind and to and stays and named and parts is not None:
        region, service_type = _place_kind(sent)
        composed = Composed(
            form=form,
            said=said,
            to=to,
            stays=stays,
            named=named,
            ask=kind,
            parts=() if isinstance(to, Anyone) else parts,
            after=_uuid(sent.get(AFTER, "")),
            region=region,
            service_type=service_type,
            goal_id=on_route[0] if on_route else None,
            step_id=on_route[1] if on_route else None,
        )
    return Choice(form, {name: tuple(sent.getlist(name)) for name in NAMES}, composed, errors)


def _said(request: HttpRequest, sent: QueryDict) -> Said:
    if not came_whole(request):
        raise WordsWithoutShape
    goal = sent.get(GOAL, "")
    if not goal.strip():
        raise GoalMissing
    for name in (GOAL, PLACE, ALONG, WHERE):
        check_words(sent.get(name, ""), most=MOST_IN_A_LINE, must=False)
    check_words(sent.get(QUESTION, ""), must=False)
    return Said(
        goal=goal,
        question=sent.get(QUESTION, ""),
        place=sent.get(PLACE, "") if sent.get(WHO) == LINK else "",
        along=sent.get(ALONG, ""),
        where=sent.get(WHERE, ""),
    )


def _kind(sent: QueryDict) -> Ask:
    try:
        return Ask(sent.get(KIND, Ask.SUPPORT))
    except ValueError:
        raise NothingChosen from None


def _receiver(sent: QueryDict) -> Receiver:
    """`organisation:<id>`, `link`, or `open` for whoever offers what was chosen from the Kaart."""
    text = sent.get(WHO, "")
    region, service_type = _place_kind(sent)
    if text == OPEN and service_type is not None:
        return Anyone(region, service_type)
    if text == LINK:
        return ByLink(_mail(sent))
    head, _colon, rest = text.partition(":")
    if head == PartyKind.ORGANISATION and (found := _uuid(rest)) is not None:
        return Party(PartyKind.ORGANISATION, found)
    raise ReceiverMissing


def _mail(sent: QueryDict) -> str:
    text = sent.get(MAIL, "").strip()
    if text and sent.get(WHO) == LINK:
        try:
            validate_email(text)
        except ValidationError:
            raise NotAnAddress from None
    return text


def known(sent: QueryDict, own: Own, name: str) -> Party:
    """The person, or a worker whom the person knows here."""
    text = sent.get(name, "")
    if text == MYSELF:
        return Party(PartyKind.ACCOUNT, own.account)
    found = _uuid(text.removeprefix(f"{PartyKind.MEMBERSHIP}:"))
    party = Party(PartyKind.MEMBERSHIP, found) if found else None
    if party is None or party not in known_to(own.journey):
        raise SenderMissing
    return party


def _parts(sent: QueryDict) -> tuple[Part, ...]:
    """In the order of the file, each once; none is fine: then only the question goes along."""
    chosen = set(sent.getlist(WHAT))
    found = tuple(part for part in CHOOSABLE if part.value in chosen)
    if len(found) != len(chosen):
        raise NothingChosen
    return found


def _on_route(sent: QueryDict, own: Own) -> tuple[UUID | None, UUID | None]:
    """The wish and the step of the kept route that it is about. A step that is no longer there is
    left out: the route may have been planned again meanwhile."""
    wish, step = _uuid(sent.get(WISH, "")), _uuid(sent.get(STEP, ""))
    if wish is None and step is None:
        return None, None
    with own.open(Part.ROUTE) as opening:
        goals = {goal.id for goal in goals_of(opening)}
        there = step_to_hand_over(opening, step) if step else None
    if wish is not None and wish not in goals:
        raise NothingChosen
    return wish, there.id if there else None


def _place_kind(sent: QueryDict) -> tuple[str, int | None]:
    """Of which kind of support it is, and where; a kind that nobody offers there is none."""
    region, _colon, number = sent.get(ON_MAP, "").partition(":")
    known = list_regions().get(region)
    kinds = {one.type for one in known.world.services.values()} if known else set()
    found = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else None
    return (region, found) if found is not None and found in kinds else ("", None)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
