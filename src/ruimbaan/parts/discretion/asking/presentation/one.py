# SPDX-License-Identifier: EUPL-1.2
"""One request: as who asked sees it, as the person sees it, and as who may say yes sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from ruimbaan.core.discretion.asking import (
    OPEN,
    SAID_YES,
    WAITING,
    Effect,
    State,
)
from ruimbaan.parts.discretion.asking.presentation.rules import rule_link
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.discretion.asking.wording import EFFECTS, NO_REASON, TO_PERSON, TO_WORK
from ruimbaan.parts.journey.services import day
from ruimbaan.ui.components import Link, Option
from ruimbaan.ui.reader import in_words


@dataclass(frozen=True, slots=True)
class Shown:
    """`says` is how it stands in words; `answered` who did, as the rule calls that one."""

    id: UUID
    url: str
    what: str
    why: str
    until: str
    answer_by: str
    asker: str
    own: bool
    person: str
    whom: str
    rule: Link | None
    says: str
    words: str
    reason: str
    proposed: bool
    waiting: bool
    can_stop: bool
    said_yes: bool
    said_no: bool
    looks_back: bool
    look_back: str
    look_back_day: str
    effect: str


def shown(found: Found, today: date, *, to_person: bool) -> Shown:
    kept, request = found.kept, found.kept.request
    url = "room_asking:own" if to_person else "room_asking:work"
    no_words = in_words(NO_REASON) if request.state is State.NO else ""
    return Shown(
        id=found.id,
        url=reverse(url, args=[found.id]),
        what=request.what,
        why=request.why,
        until=day(request.until, today),
        answer_by=day(request.answer_by, today),
        asker=kept.asker,
        own=kept.own,
        person=kept.person,
        whom=_whom(found),
        rule=rule_link(kept.rule),
        says=in_words((TO_PERSON if to_person else TO_WORK)[request.state]),
        words=request.words or no_words,
        reason=request.reason,
        proposed=request.state is State.PROPOSED,
        waiting=request.state in WAITING,
        can_stop=request.state in OPEN,
        said_yes=request.state in SAID_YES,
        said_no=request.state in {State.NO, State.UNANSWERED, State.TAKEN_BACK},
        looks_back=request.looks_back(today),
        look_back=day(request.look_back, today) if request.look_back else "",
        look_back_day=request.look_back.isoformat() if request.look_back else "",
        effect=in_words(EFFECTS[request.effect]) if request.effect else "",
    )


def effects() -> tuple[Option, ...]:
    return tuple(Option(effect.value, in_words(EFFECTS[effect])) for effect in Effect)


def _whom(found: Found) -> str:
    """As the rule calls who may say yes; without a rule the address it went to."""
    kept = found.kept
    if kept.by_deputy:
        return kept.deputy or kept.deputy_mail
    return kept.who or kept.mail
