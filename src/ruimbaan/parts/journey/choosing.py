# SPDX-License-Identifier: EUPL-1.2
"""What somebody chose to show, to whom, for what and until when; checked before anything is given."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from uuid import UUID

from django.http import HttpRequest, QueryDict
from django.utils import timezone

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.last_day import LAST_DAY
from ruimbaan.core.trust.file_parts import SHAREABLE, Part
from ruimbaan.core.trust.grants import Given, GrantEndsBeforeItStarts
from ruimbaan.core.trust.parties import Party
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.journey.filling_in import FieldUnknown, NotAChoice, NotADay, form_id
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.journey.presentation.sharing import party_of
from ruimbaan.parts.journey.wording import DAYS, OF_PURPOSE_PATH, Until
from ruimbaan.parts.trust.services import Wanted

T = TypeVar("T")
WHO, WHAT, WHY, UNTIL, DAY, HOW, WITNESS = "wie", "wat", "waarvoor", "tot", "dag", "hoe", "getuige"
NAMES = {WHO, WHAT, WHY, UNTIL, DAY, HOW, WITNESS}
ALWAYS = {"csrfmiddlewaretoken", "form", "doe"}


@dataclass(frozen=True, slots=True)
class Choice:
    """`wanted` is empty as long as there are errors, each with the name of its question."""

    form: UUID
    typed: Mapping[str, tuple[str, ...]]
    wanted: tuple[Wanted, ...]
    errors: Mapping[str, DomainError]


def read(request: HttpRequest, now: datetime) -> Choice:
    sent = request.POST
    errors: dict[str, DomainError] = {
        name: FieldUnknown(name=name[:40]) for name in sorted(set(sent) - NAMES - ALWAYS)
    }

    def ask(name: str, question: Callable[[QueryDict], T]) -> T | None:
        try:
            return question(sent)
        except DomainError as error:
            errors[name] = error
            return None

    party, parts, purpose = ask(WHO, _party), ask(WHAT, _parts), ask(WHY, _purpose)
    ends = ask(UNTIL, lambda filled: ends_of(filled, now))
    given, witness = ask(HOW, _given), ask(WITNESS, _witness)
    wanted: tuple[Wanted, ...] = ()
    form = form_id(sent)
    if not errors and party and parts and purpose and ends and given:
        wanted = tuple(
            Wanted(form, part, party, purpose, ends, given=given, witness=witness) for part in parts
        )
    return Choice(form, {name: tuple(sent.getlist(name)) for name in NAMES}, wanted, errors)


def ends_of(sent: QueryDict, now: datetime) -> datetime:
    """The midnight after the last day. Raises NotAChoice, NotADay and GrantEndsBeforeItStarts."""
    try:
        until = Until(sent.get(UNTIL, ""))
    except ValueError:
        raise NotAChoice from None
    today = timezone.localdate(now)
    last = _own_day(sent.get(DAY, "")) if until is Until.DAY else today + timedelta(DAYS[until])
    if last < today:
        raise GrantEndsBeforeItStarts
    midnight = datetime.combine(last + timedelta(days=1), time.min)
    return timezone.make_aware(midnight)


def _own_day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise NotADay from None
    if found.isoformat() != text or found > LAST_DAY:
        raise NotADay
    return found


def _party(sent: QueryDict) -> Party:
    if (found := party_of(_one(sent, WHO))) is None:
        raise NotAChoice
    return found


def _parts(sent: QueryDict) -> tuple[Part, ...]:
    """In the order of the file, each once."""
    chosen = set(sent.getlist(WHAT))
    found = tuple(part for part in OF_PART if part in SHAREABLE and part.value in chosen)
    if not found or len(found) != len(chosen):
        raise NotAChoice
    return found


def _purpose(sent: QueryDict) -> Purpose:
    path = _one(sent, WHY)
    if path not in OF_PURPOSE_PATH:
        raise NotAChoice
    return OF_PURPOSE_PATH[path]


def _given(sent: QueryDict) -> Given:
    try:
        return Given(_one(sent, HOW))
    except ValueError:
        raise NotAChoice from None


def _witness(sent: QueryDict) -> UUID | None:
    """Only asked when the yes was spoken; what is chosen there otherwise counts for nothing."""
    if sent.get(HOW) != Given.SPOKEN or not sent.get(WITNESS):
        return None
    try:
        return UUID(_one(sent, WITNESS))
    except ValueError:
        raise NotAChoice from None


def _one(sent: QueryDict, name: str) -> str:
    texts = sent.getlist(name)
    if len(texts) > 1:
        raise NotAChoice
    return texts[0] if texts else ""
