# SPDX-License-Identifier: EUPL-1.2
"""Somebody who works used room in every way there is, and what the whole site holds and shows of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import connection
from django.test import Client
from django.utils import timezone

from ruimbaan.core.discretion.asking import Effect, State
from ruimbaan.core.discretion.noting import Note, Situation
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import PartyKind, Role
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.discretion.asking import answering, records
from ruimbaan.parts.discretion.asking.wanting import Wanted, ask_as_worker
from ruimbaan.parts.discretion.noting import book, offering, own_room, patterns
from ruimbaan.parts.discretion.noting.models import By
from ruimbaan.parts.discretion.noting.offering import Offered
from ruimbaan.parts.discretion.noting.own_room import Held, Kind
from ruimbaan.parts.trust.files.models import Journey
from ruimbaan.parts.trust.log.connecting import reading
from ruimbaan.parts.trust.services import begin, open_file
from tests.trust.people import account, give, worker

MARK = "Merkzin"
OWN = frozenset({Part.OWN})
OF_SIGNING_IN = {"signing_in_session", "django_session"}
"""That somebody is signed in stands there for everybody; nothing of room does."""


@dataclass(frozen=True, slots=True)
class Scene:
    noor: MembershipRecord
    colleague: MembershipRecord
    owner: UUID
    journey: UUID

    @property
    def worker(self) -> tuple[str, ...]:
        """All that says who works there, and where."""
        return _both(self.noor.account_id, self.noor.id, self.noor.organisation_id)

    @property
    def person(self) -> tuple[str, ...]:
        return _both(self.owner, self.journey)


def scene() -> Scene:
    """Noor and a colleague work at one place; one person shows Noor something."""
    place = Organisation.objects.create(name="Herstelplek De Kade", region="waalstad")
    noor, owner = worker(place), account()
    journey = begin(owner.id, timezone.now())
    file = Journey.objects.get(pk=journey)
    give(file, Part.WISHES, (PartyKind.MEMBERSHIP, noor.id))
    return Scene(noor, worker(place, Role.WORKER), owner.id, journey)


def use_room(one: Scene) -> None:
    """Asked for nobody and for the person, answered, noted, offered, kept by the person, and given as a
    pattern."""
    now, today = timezone.now(), timezone.localdate()
    actor, account_id = actor_for(one.noor.account_id), one.noor.account_id
    until = date(2999, 1, 1)
    for about in (None, one.journey):
        wanted = Wanted(uuid4(), MARK, MARK, until, until, "a@example.org", "R52-W", about=about)
        asked = records.find(ask_as_worker(actor, account_id, wanted, now))
        assert asked is not None
        if about is None:
            answering.answer(asked.kept.token, State.YES_BUT, MARK, uuid4(), now)
    for _ in range(3):
        book.add(account_id, Note(uuid4(), today, MARK, "R52-W", MARK, MARK, look_back=today))
    offering.offer(one.journey, account_id, uuid4(), Offered(uuid4(), today, MARK, MARK))
    own = actor_for(one.owner)
    with open_file(own, one.journey, OWN, action=Action.CHANGE, now=now) as opening:
        own_room.add(opening, uuid4(), Held(uuid4(), Kind.GIVEN, today, MARK), now)
    given = patterns.Given("R52-W", Situation.HOME, Effect.HELPED)
    patterns.give(uuid4(), given, By.WORKER, today)


def stored() -> set[str]:
    """Every row of every table of the site, whole, past all of our own code; and of the log."""
    found = set()
    with connection.cursor() as cursor:
        for table in sorted(set(connection.introspection.table_names()) - OF_SIGNING_IN):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            found |= {f"{table}: {_told(row)}" for row in cursor.fetchall()}
    return found | set(logged())


def logged() -> list[str]:
    with reading().cursor() as cursor:
        cursor.execute("SELECT body FROM trust_access")
        return [str(row[0]) for row in cursor.fetchall()]


def shown_to(browser: Client, paths: Iterable[str]) -> dict[str, tuple[int, str]]:
    """What each of these pages says; without what is made anew for every page."""
    answers = ((path, browser.get(path)) for path in paths)
    return {path: (answer.status_code, _lasting(answer)) for path, answer in answers}


def _both(*ids: UUID) -> tuple[str, ...]:
    return tuple(text for one in ids for text in (str(one), one.hex))


def _lasting(answer: object) -> str:
    """The words: without the marks of a form, and without the clock in the foot."""
    content = getattr(answer, "content", b"").decode("utf-8", "replace")
    return " ".join(re.sub(r"<[^>]*>|[0-9]", " ", content).split())


def _told(row: Iterable[object]) -> str:
    return "|".join(
        bytes(cell).hex() if isinstance(cell, bytes | memoryview) else str(cell) for cell in row
    )
