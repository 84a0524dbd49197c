# SPDX-License-Identifier: EUPL-1.2
"""Each address behind the login, as each kind of reader: the answer is that of the table in
docs/reference/permissions.md."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Party, PartyKind, Role
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.accounts.signing_in.how import How
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.journey.kinds import KINDS
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord, Journey
from ruimbaan.parts.trust.rights import requests
from ruimbaan.parts.trust.services import acquaint, begin
from tests.addresses import Address, read
from tests.trust.people import account, give, row, worker
from tests.trust.visiting import visitor

pytestmark = pytest.mark.django_db
TABLE = Path(__file__).parent.parent.parent / "docs" / "reference" / "permissions.md"
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PRIVATE = [address for address in read() if address.login == "yes"]
WITH_ID = [address for address in PRIVATE if ID.search(address.path)]


def table() -> dict[str, dict[str, str]]:
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    header, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return {cells[0]: dict(zip(header[1:], cells[1:], strict=True)) for cells in rows}


ANSWERS = table()


def person() -> Account:
    one = account()
    begin(one.id, timezone.now())
    return one


def works(role: Role, region: str = "waalstad") -> Account:
    return worker(Organisation.objects.create(name="Hier", region=region), role).account


def former() -> Account:
    one = works(Role.WORKER)
    MembershipRecord.objects.filter(account=one).update(ends=timezone.now())
    return one


def close_one() -> Account:
    one = account()
    journey = begin(person().id, timezone.now())
    give(
        Journey.objects.get(pk=journey),
        Part.WISHES,
        (PartyKind.ACCOUNT, one.id),
        purpose=Purpose.NEARNESS,
    )
    return one


READERS: dict[str, Callable[[], Client]] = {
    "stranger": lambda: visitor(),
    "person": lambda: visitor(person()),
    "person without a file": lambda: visitor(account()),
    "close one": lambda: visitor(close_one()),
    "worker": lambda: visitor(works(Role.WORKER)),
    "worker, one proof": lambda: visitor(works(Role.WORKER), How.MAILED_CODE),
    "former worker": lambda: visitor(former()),
    "experience expert": lambda: visitor(works(Role.EXPERIENCE_EXPERT)),
    "steward": lambda: visitor(works(Role.STEWARD)),
    "editor": lambda: visitor(works(Role.EDITOR)),
    "editor elsewhere": lambda: visitor(works(Role.EDITOR, "grachtstad")),
    "administrator": lambda: visitor(works(Role.ADMINISTRATOR)),
}


def test_the_table_knows_every_reader_and_every_who():
    assert {address.who for address in PRIVATE} == set(ANSWERS)
    assert all(set(answers) == set(READERS) for answers in ANSWERS.values())


def kind_of(answer: Any) -> str:
    place = answer.headers.get("Location", "")
    if answer.status_code == 404:
        return "nothing"
    if answer.status_code == 303 and place.startswith("/inloggen"):
        return "door"
    if answer.status_code == 303 and place.startswith("/mijn/inloggen/nodig"):
        return "proof"
    assert answer.status_code in {200, 302, 303, 405, 422}, answer.status_code
    return "page"


@pytest.mark.parametrize("reader", READERS)
def test_each_address_answers_as_the_table_says(reader: str):
    browser = READERS[reader]()
    wrong = {
        (address.name, found)
        for address in PRIVATE
        if (path := _with_own_id(address, browser)) is not None
        and (found := kind_of(browser.get(path))) != ANSWERS[address.who][reader]
    }

    assert wrong == set()


def _with_own_id(address: Address, browser: Client) -> str | None:
    """With an id that this reader may use; None where that depends on what was given."""
    if not ID.search(address.path):
        return address.path
    if address.name == "rights:asked":
        return ID.sub(str(_asked_by(_reader(browser))), address.path)
    if address.name == "rights:answer":  # of anybody: who answers reads the question
        return ID.sub(str(_asked_by(account().id)), address.path)
    if address.name == "accounts:organisation":
        return ID.sub(str(Organisation.objects.create(name="Daar").id), address.path)
    return None


def _asked_by(account: UUID | None) -> UUID:
    """A request of this reader; an id of nothing for who is nobody."""
    if account is None:
        return uuid4()
    return requests.ask(account, uuid4(), "other", "Dit klopt niet.", timezone.now())


def _reader(browser: Client) -> UUID | None:
    key = browser.cookies.get(settings.SESSION_COOKIE_NAME)
    return SessionRecord.objects.get(key=key.value).account_id if key else None


@dataclass(frozen=True, slots=True)
class Ids:
    """Everything of one file and its owner that has an id."""

    journey: UUID
    rows: tuple[UUID, ...]
    grant: UUID
    known: UUID
    request: UUID

    def seen_by(self, reader: str, address: Address) -> tuple[UUID, ...]:
        """All of it, but the request on the page of who answers requests."""
        shown = reader == "administrator" and address.name == "rights:answer"
        asked = () if shown else (self.request,)
        return (self.journey, self.grant, self.known, *asked, *self.rows)


@pytest.fixture
def theirs() -> Ids:
    """A full file of somebody else, from which something was given to yet somebody else."""
    owner, other, now = account(), account(), timezone.now()
    journey = Journey.objects.get(pk=begin(owner.id, now))
    grant: GrantRecord = give(journey, Part.WISHES, (PartyKind.ACCOUNT, other.id))
    acquaint(journey.id, Party(PartyKind.ACCOUNT, other.id), now)
    known = Acquaintance.objects.get(journey=journey).id
    return Ids(
        journey.id,
        tuple(row(kind.table, journey).pk for kind in KINDS),
        grant.id,
        known,
        _asked_by(owner.id),
    )


@pytest.mark.parametrize("reader", READERS)
def test_what_is_of_somebody_else_answers_as_what_is_not_there(reader: str, theirs: Ids):
    browser = READERS[reader]()
    for address in WITH_ID:
        for send in (browser.get, browser.post):
            case, nowhere = (address.name, send.__name__), str(uuid4())
            missing = send(ID.sub(nowhere, address.path))
            for one in theirs.seen_by(reader, address):
                there = str(one)
                found = send(ID.sub(there, address.path))

                assert found.status_code == missing.status_code, case
                assert _without(found, there) == _without(missing, nowhere), case
                assert found.status_code in {302, 303, 404, 405}, case  # nothing is shown
                if found.status_code == 404:
                    assert found.content == missing.content, case


def _without(answer: Any, one: str) -> tuple[bytes, list[tuple[str, str]]]:
    """The door repeats the address that was asked for: with or without something behind it."""
    headers = [(name, value.replace(one, "ID")) for name, value in answer.headers.items()]
    return answer.content.replace(one.encode(), b"ID"), sorted(headers)
