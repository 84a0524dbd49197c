# SPDX-License-Identifier: EUPL-1.2
"""The database is asked the same for somebody as for nobody, so that time tells nothing. How long it
takes is measured by `python -m tests.long.decoy_timing`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import paper
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.trust.log import services as log
from ruimbaan.parts.trust.services import begin
from tests.signed_in import as_role

pytestmark = pytest.mark.django_db
DID = re.compile(r"^(SELECT|INSERT|UPDATE|DELETE) .*?\"(\w+)\"", re.DOTALL)


@pytest.fixture
def known() -> Account:
    """With every way in, a mail address and a file."""
    one = Account.objects.create_account(
        "gele-tulp-4321", email="s@example.nl", password="vier losse woorden samen"
    )
    paper.new_code(one, timezone.now())
    begin(one.pk, timezone.now())
    return one


@pytest.fixture
def bare() -> Account:
    return Account.objects.create_account("witte-eend-5555")


def by_secret(client: Client, path: str) -> Callable[[str], object]:
    return lambda name: client.post(path, {"naam": name, "geheim": "helemaal fout"})


def work(ask: Callable[[str], object], name: str) -> list[tuple[str, str]]:
    """What was asked of the database: which kind of statement, of which table."""
    with CaptureQueriesContext(connection) as found:
        ask(name)
    statements = (DID.match(one["sql"]) for one in found.captured_queries)
    return [(one[1], one[2]) for one in statements if one]


@pytest.mark.parametrize("path", ["/inloggen/wachtwoord", "/inloggen/papier"])
def test_a_secret(client: Client, known: Account, bare: Account, path: str):
    ask = by_secret(client, path)
    ask("zo maar iemand")  # the session is there from now on

    works = [work(ask, name) for name in (known.code_name, bare.code_name, "groene-otter-7777")]

    assert works[0]
    assert works[0] == works[1] == works[2]


def test_a_mailed_code(client: Client, known: Account):
    def ask(address: str) -> object:
        return client.post("/inloggen/mail", {"mail": address})

    ask("zo-maar@example.nl")
    there, nowhere = (work(ask, one) for one in ("s@example.nl", "niemand@example.nl"))

    assert ("INSERT", "outbox_letter") in there
    assert there == nowhere
    assert Letter.objects.count() == 1


def test_a_worker_who_helps(
    client: Client, known: Account, bare: Account, monkeypatch: pytest.MonkeyPatch
):
    as_role(client)
    rows: list[int] = []
    write = log.write

    def counted(found: Sequence[Entry]) -> None:
        rows.append(len(found))
        write(found)

    monkeypatch.setattr(log, "write", counted)

    def ask(name: str) -> object:
        answer = client.post("/werk/herstel", {"code_name": name, "seen": "1"})
        assert answer.status_code == 303
        return answer

    ask("zo-maar-iemand")
    names = (known.code_name, bare.code_name, f"naam-{uuid4().hex[:8]}")
    works = [work(ask, name) for name in names]

    assert ("INSERT", "outbox_letter") in works[0]
    assert works[0] == works[1] == works[2]
    assert rows == [1, 1, 1, 1]
    assert Letter.objects.count() == 1
