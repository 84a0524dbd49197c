# SPDX-License-Identifier: EUPL-1.2
"""Passwords: none that is tried first, and no change without the old one."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError
from django.test import Client

from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in.guessable import AROUND, pieces
from tests.signed_in import as_role, enter

pytestmark = pytest.mark.django_db
PATH = "/mijn/inloggen/wachtwoord"
OLD, NEW = "paarse fiets onder water", "zeven kleine bergen blauw"
SHORTEST = 12


def refused(password: str, account: Account | None = None) -> bool:
    try:
        validate_password(password, account)
    except ValidationError:
        return True
    return False


@pytest.fixture
def worker(client: Client) -> Account:
    account = as_role(client)
    account.set_password(OLD)
    account.save()
    enter(client, account, strong=True)
    return account


def choose(client: Client, **fields: str) -> int:
    return client.post(PATH, fields).status_code


def is_now(account: Account, password: str) -> bool:
    return Account.objects.get(pk=account.pk).check_password(password)


def test_what_is_tried_first_is_refused():
    """The 3,000 that are used most, made as long as we ask, as people do; and all of a longer list
    that are that long by themselves."""
    common = sorted(CommonPasswordValidator().passwords, key=lambda word: (len(word), word))
    long_ones = [word for word in common if len(word) >= SHORTEST]
    tails = ("1234567890", "2026", "123456", "!!!!")
    made = [
        (word + tails[place % len(tails)]).ljust(SHORTEST, "!")
        for place, word in enumerate(
            [one for one in common if one.isascii() and one.isalnum()][-3000:]
        )
    ]

    assert long_ones
    assert [word for word in (*long_ones, *made) if not refused(word)] == []


@pytest.mark.parametrize(
    "password",
    [
        *("password1234", "P@ssw0rd1234", "welkomruimbaan2026", "Zomer2026Zomer2026"),
        *("qwertyuiop12", "aaaaaaaaaaaaaaaa", "123456789012345", "Ruimbaan-Herstel-24"),
        *("hallo hallo hallo", "Welkom01welkom", "abcdefghijklmnop", "buurtteamveenland1"),
    ],
)
def test_what_only_looks_long_is_refused(client: Client, password: str):
    assert refused(password, as_role(client))  # who works at Buurtteam Veenland


@pytest.mark.parametrize(
    "password",
    [NEW, OLD, "correct horse battery staple", "x8Kq2mPz7rTd", "de kat krabt de krullen"],
)
def test_loose_words_are_welcome(client: Client, password: str):
    assert not refused(password, as_role(client))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("password", 1),
        ("dragon2026", 2),
        ("herstel2026", 1),
        ("dcba", 1),
        ("x8kq", 4),
        ("herstelherstel", 0),
        ("", 0),
    ],
)
def test_pieces(text: str, count: int):
    assert pieces(text, AROUND) == count


def test_a_change_asks_for_the_password_of_now(client: Client, worker: Account):
    assert 'name="nu"' in client.get(PATH).content.decode()

    assert choose(client, nieuw=NEW) == 422
    assert choose(client, nieuw=NEW, nu="iets heel anders hier") == 422
    assert is_now(worker, OLD)

    assert choose(client, nieuw=NEW, nu=OLD) == 303
    assert is_now(worker, NEW)
    assert client.get("/werk").status_code == 200  # this session goes on


def test_the_password_of_now_is_not_guessed_there(client: Client, worker: Account):
    statuses = [choose(client, nieuw=NEW, nu=f"gok nummer {number}") for number in range(6)]

    assert statuses == [422] * 5 + [429]


def test_the_first_one_asks_for_none(client: Client):
    account = as_role(client)

    assert 'name="nu"' not in client.get(PATH).content.decode()
    assert choose(client, nieuw=NEW) == 303
    assert is_now(account, NEW)


def test_without_a_key_the_password_stays(client: Client, worker: Account):
    answer = client.post(f"{PATH}/weg")

    assert "Maak eerst een sleutel." in answer.content.decode()
    assert is_now(worker, OLD)


def test_who_forgot_it_takes_it_away_and_chooses_another(client: Client, worker: Account):
    Authenticator.objects.create(user=worker, type=Authenticator.Type.WEBAUTHN, data={"name": "x"})

    assert client.post(f"{PATH}/weg").status_code == 200
    assert not Account.objects.get(pk=worker.pk).has_usable_password()
    assert choose(client, nieuw=NEW) == 303
    assert is_now(worker, NEW)


def test_a_guessable_one_is_explained(client: Client):
    as_role(client)

    page = client.post(PATH, {"nieuw": "password1234"}).content.decode()

    assert "Dit is makkelijk te raden. Kies een paar losse woorden." in page
