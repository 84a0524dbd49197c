# SPDX-License-Identifier: EUPL-1.2
"""Every sign-in, right or wrong, is a line in the log: when, how, which account, from where. And no
name, address or secret."""

from __future__ import annotations

import logging
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import paper
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from tests.signed_in import as_person, as_role

pytestmark = pytest.mark.django_db
LOGGER = "ruimbaan.signing_in"
SECRET = "vier losse woorden samen"
NAME, MAIL = "gele-tulp-4321", "s@example.nl"
ADDRESS = "145.97.20.1"
LINE = re.compile(
    r"event=(?P<event>[a-z-]+) how=(?P<how>[a-z_-]+) account=(?P<account>[0-9a-f-]+) "
    r"from=(?P<origin>[0-9a-f]{16}) at=(?P<at>[\w:-]+)"
)


@pytest.fixture
def known() -> Account:
    return Account.objects.create_account(NAME, email=MAIL, password=SECRET)


@pytest.fixture(autouse=True)
def listening(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER)


def told(caplog: pytest.LogCaptureFixture) -> list[dict[str, str]]:
    found = [record for record in caplog.records if record.name == LOGGER]
    lines = [LINE.fullmatch(record.getMessage()) for record in found]
    assert None not in lines
    return [line.groupdict() for line in lines if line]


def events(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str, str]]:
    return [(line["event"], line["how"], line["account"]) for line in told(caplog)]


def test_in_and_out(client: Client, known: Account, caplog: pytest.LogCaptureFixture):
    code = paper.new_code(known, timezone.now())

    client.post("/inloggen/papier", {"naam": NAME, "geheim": code})
    client.post("/mijn/uit")

    mine = str(known.pk)
    assert events(caplog) == [("in", "paper_code", mine), ("out", "-", mine)]


@pytest.mark.parametrize(
    ("path", "fields", "how"),
    [
        ("/inloggen/wachtwoord", {"naam": NAME, "geheim": "fout geheim"}, "password"),
        ("/inloggen/papier", {"naam": MAIL, "geheim": "BCDF-GHJK-LMNP"}, "paper_code"),
    ],
)
def test_what_was_wrong(
    client: Client,
    known: Account,
    caplog: pytest.LogCaptureFixture,
    path: str,
    fields: dict[str, str],
    how: str,
):
    client.post(path, fields)
    client.post(path, {**fields, "naam": "groene-otter-7777"})

    assert events(caplog) == [("wrong", how, str(known.pk)), ("wrong", how, "-")]


def test_a_wrong_mailed_code(client: Client, known: Account, caplog: pytest.LogCaptureFixture):
    for address in (MAIL, "niemand@example.nl"):
        client.post("/inloggen/mail", {"mail": address})
        client.post("/inloggen/mail/code", {"code": "12345678"})

    assert events(caplog) == [
        ("wrong", "mailed_code", str(known.pk)),
        ("wrong", "mailed_code", "-"),
    ]


def test_a_wrong_code_of_two_workers(
    client: Client, known: Account, caplog: pytest.LogCaptureFixture
):
    for name in (NAME, "groene-otter-7777"):
        client.post("/inloggen/herstel", {"code_name": name, "code": "BCDF-GHJK-LMNP"})

    assert events(caplog) == [("wrong", "in_person", str(known.pk)), ("wrong", "in_person", "-")]


def test_a_device_that_gives_a_wrong_answer(client: Client, caplog: pytest.LogCaptureFixture):
    client.post("/inloggen/sleutel", {"antwoord": "{}"})

    assert events(caplog) == [("wrong", "passkey", "-")]


def test_too_many_tries(client: Client, known: Account, caplog: pytest.LogCaptureFixture):
    for _ in range(6):
        client.post("/inloggen/wachtwoord", {"naam": NAME, "geheim": "fout geheim"})

    assert [event for event, *_ in events(caplog)] == ["wrong"] * 5 + ["too-many"]


def test_a_closed_account(client: Client, known: Account, caplog: pytest.LogCaptureFixture):
    code = paper.new_code(known, timezone.now())
    Account.objects.filter(pk=known.pk).update(is_active=False)

    client.post("/inloggen/papier", {"naam": NAME, "geheim": code})

    assert events(caplog) == [("wrong", "paper_code", str(known.pk))]


def test_a_session_that_ran_out(client: Client, caplog: pytest.LogCaptureFixture):
    account = as_person(client)
    SessionRecord.objects.update(seen=timezone.now() - timedelta(hours=1))

    client.get("/mijn")

    assert events(caplog) == [("ran-out", "-", str(account.pk))]


def test_a_change_and_signing_out_elsewhere(client: Client, caplog: pytest.LogCaptureFixture):
    account = as_role(client)

    client.post("/mijn/inloggen/wachtwoord", {"nieuw": SECRET})
    client.post("/mijn/apparaten/uit")

    mine = str(account.pk)
    assert events(caplog) == [("changed", "-", mine), ("out-elsewhere", "-", mine)]
    assert [line["at"] for line in told(caplog)] == [
        "signing_in:set-password",
        "signing_in:out-there",
    ]


def test_no_line_holds_a_name_a_secret_or_an_address(
    client: Client, known: Account, caplog: pytest.LogCaptureFixture
):
    code = paper.new_code(known, timezone.now())
    for name, secret in ((NAME, code), (NAME, "fout geheim"), (MAIL, "x"), ("weg-999", "y")):
        client.post("/inloggen/papier", {"naam": name, "geheim": secret}, REMOTE_ADDR=ADDRESS)

    assert len(told(caplog)) == 4
    for word in (NAME, MAIL, code, code.replace("-", ""), "fout geheim", ADDRESS, "weg-999"):
        assert word not in caplog.text


def test_from_where_is_another_each_month_and_the_same_within_it(
    client: Client, caplog: pytest.LogCaptureFixture
):
    for address in (ADDRESS, ADDRESS, "145.97.20.2"):
        client.post("/inloggen/sleutel", {"antwoord": "{}"}, REMOTE_ADDR=address)

    one, same, other = (line["origin"] for line in told(caplog))
    assert one == same != other


def test_what_goes_wrong_stands_out(
    client: Client, known: Account, caplog: pytest.LogCaptureFixture
):
    client.post("/inloggen/papier", {"naam": NAME, "geheim": "x"})
    code = paper.new_code(known, timezone.now())
    client.post("/inloggen/papier", {"naam": NAME, "geheim": code})

    levels = [record.levelname for record in caplog.records if record.name == LOGGER]
    assert levels == ["WARNING", "INFO"]
