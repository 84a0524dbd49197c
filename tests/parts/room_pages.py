# SPDX-License-Identifier: EUPL-1.2
"""Asking for room and answering it on the pages."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from ruimbaan.parts.discretion.asking import records
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.outbox.content import unseal
from ruimbaan.parts.outbox.models import Letter
from tests.parts.own_files import Other, Person

ASK, OWN_ASK = "/werk/ruimte/vragen/nieuw", "/mijn/ruimte/vragen"
WHAT, WHY = "Het bed blijft staan.", "Anders is er straks geen plek."
RULE = "R52-W"  # a house rule: somebody else says yes
MAIL, DEPUTY = "coordinator@example.org", "vervanger@example.org"


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def filled(**more: Any) -> dict[str, Any]:
    return {
        "form": str(uuid4()),
        "regel": RULE,
        "wat": WHAT,
        "waarom": WHY,
        "tot": day(60),
        "wie": "0",
        "mail": MAIL,
        "antwoord": day(10),
        "stil": "unanswered",
        **more,
    }


def ask(who: Other, **more: Any) -> Any:
    return who.client.post(ASK, filled(**more))


def ask_for(who: Other, person: Person, **more: Any) -> Any:
    """The person shows that worker something first."""
    person.knows(who.party)
    assert person.shows(who.party, "wishes").status_code in {302, 303}
    return ask(who, over=str(person.journey), **more)


def only(who: Other) -> Found:
    (found,) = records.asked_by(who.account.pk)
    return found


def letters() -> list[Any]:
    """What is written, the oldest first."""
    rows = Letter.objects.filter(kind="question").order_by("posted_at", "pk")
    return [unseal(bytes(row.sealed), row.key) for row in rows if row.sealed]


def token_in(text: str) -> str:
    found = re.search(r"/ruimte/vraag/([\w-]+)", text)
    assert found is not None, text
    return found[1]


def link() -> str:
    """The newest link that was written to somebody."""
    with_link = [one for one in letters() if "/ruimte/vraag/" in one.text]
    return f"/ruimte/vraag/{token_in(with_link[-1].text)}"


def press(path: str, button: str, browser: Client | None = None, **more: str) -> Any:
    return (browser or Client()).post(path, {"form": str(uuid4()), "doe": button, **more})
