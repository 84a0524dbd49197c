# SPDX-License-Identifier: EUPL-1.2
"""What two people filled in on one screen. It lives in the form alone, until the person says yes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.http import HttpRequest

from ruimbaan.core.journey.own_words import WordsWithoutShape
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.accounts.services import MOST_CALLED, NewAccount, open_account
from ruimbaan.parts.journey import entries
from ruimbaan.parts.journey.filling_in import asked, came_whole, check_field
from ruimbaan.parts.journey.kinds import OF_PATH, Kind, Shape
from ruimbaan.parts.journey.starting.errors import NothingFilledIn
from ruimbaan.parts.trust.services import begin, open_file

OFFERED = ("wensen", "ik-nu", "afspraken", "mensen", "verhaal")
CALLED = "noem"
Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filled:
    """`typed` is what stood on the screen, by the name in the form; `values` what can be kept, by
    the path of its kind. With errors nothing can be."""

    called: str
    typed: Mapping[str, str]
    values: Mapping[str, Values]
    errors: Mapping[str, DomainError]

    def as_text(self) -> str:
        return json.dumps({"called": self.called, "values": self.values}, ensure_ascii=False)


def name_in_form(kind: Kind, name: str) -> str:
    return f"{kind.path}.{name}"


def kinds() -> tuple[Kind, ...]:
    return tuple(OF_PATH[path] for path in OFFERED)


def read(request: HttpRequest) -> Filled:
    sent = request.POST
    called = " ".join(sent.get(CALLED, "").split())[:MOST_CALLED]
    typed = {CALLED: called}
    values: dict[str, Values] = {}
    errors: dict[str, DomainError] = {}
    for kind in kinds():
        texts = {
            field.name: sent.get(name_in_form(kind, field.name), "").replace("\r\n", "\n")
            for field in asked(kind)
        }
        typed |= {name_in_form(kind, name): text for name, text in texts.items()}
        if _says_something(kind, texts):
            errors |= _faults(kind, texts)
            values[kind.path] = {name: text for name, text in texts.items() if text.strip()}
    if not came_whole(request) or not called.isprintable():
        errors.setdefault(CALLED, WordsWithoutShape())
    if not values and not errors:
        errors[CALLED] = NothingFilledIn()
    return Filled(called, typed, values, errors)


def from_text(text: str) -> Filled:
    """What `as_text` wrote, and we sealed ourselves."""
    held = json.loads(text)
    return Filled(held["called"], {}, held["values"], {})


@transaction.atomic
def begin_with(filled: Filled, at: datetime) -> NewAccount:
    """A new account with a file, in which this stands as the person's own. Nothing in it says who
    was beside."""
    account = open_account(filled.called)
    journey = begin(account.id, at)
    whole = frozenset(Part)
    with open_file(actor_for(account.id), journey, whole, action=Action.CHANGE, now=at) as opening:
        for path, values in filled.values.items():
            entries.add(opening, OF_PATH[path], uuid4(), values, at)
    return account


def _says_something(kind: Kind, texts: Values) -> bool:
    """What it is about is chosen beforehand, and says nothing by itself."""
    chosen = {field.name for field in kind.fields if field.shape is Shape.DOMAIN}
    return any(text.strip() for name, text in texts.items() if name not in chosen)


def _faults(kind: Kind, texts: Values) -> dict[str, DomainError]:
    found = {}
    for field in asked(kind):
        try:
            check_field(field, [texts[field.name]])
        except DomainError as error:
            found[name_in_form(kind, field.name)] = error
    return found
