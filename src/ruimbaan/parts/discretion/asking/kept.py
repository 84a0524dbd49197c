# SPDX-License-Identifier: EUPL-1.2
"""All that is kept of one request, in one sealed text."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from ruimbaan.core.discretion.asking import Effect, Fallback, Request, State

DAYS = ("until", "answer_by", "asked", "answered", "look_back")


@dataclass(frozen=True, slots=True)
class Kept:
    """`asker` is how who asks is called, `who` and `deputy` whom the rule names. `journey` is that of
    the person it is about, if there is one, and `person` how that one is called. `token` opens it for
    who may act now; `form` is that of the page on which it was answered. `own`: the person asks."""

    request: Request
    account: UUID
    asker: str
    made: date
    rule: str = ""
    who: str = ""
    mail: str = ""
    deputy: str = ""
    deputy_mail: str = ""
    journey: UUID | None = None
    person: str = ""
    own: bool = False
    by_deputy: bool = False
    token: str = ""
    form: str = ""

    @property
    def owner(self) -> UUID:
        """Whose key opens it: when that goes, this is gone too."""
        return self.journey or self.account

    @property
    def asked_of(self) -> str:
        """The mail address of who is to answer now, or did."""
        return self.deputy_mail if self.by_deputy else self.mail

    def moved(self, request: Request, token: str = "") -> Kept:
        return replace(self, request=request, token=token)


def as_text(kept: Kept) -> str:
    return json.dumps(asdict(kept), default=str, ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> Kept:
    told: dict[str, Any] = json.loads(text)
    request = told.pop("request")
    for name in DAYS:
        request[name] = date.fromisoformat(request[name]) if request[name] else None
    request["state"] = State(request["state"])
    request["fallback"] = Fallback(request["fallback"])
    request["effect"] = Effect(request["effect"]) if request["effect"] else None
    journey = told.pop("journey")
    return Kept(
        request=Request(**request),
        account=UUID(told.pop("account")),
        made=date.fromisoformat(told.pop("made")),
        journey=UUID(journey) if journey else None,
        **told,
    )
