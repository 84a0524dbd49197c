# SPDX-License-Identifier: EUPL-1.2
"""Getting in: paper, mail, password with a second step. First that it works, then each refusal."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.signing_in import paper, second_step
from ruimbaan.parts.accounts.signing_in.models import PaperCode, SessionRecord
from ruimbaan.parts.outbox.content import unseal
from ruimbaan.parts.outbox.models import Letter
from tests.signed_in import as_person, as_role

PASSWORD = "vier losse woorden samen"
CODE_IN_LETTER = re.compile(r"\b(\d{4}) (\d{4})\b")


def code_now(secret: str, ahead: int = 0) -> str:
    counter = int(timezone.now().timestamp()) // 30 + ahead
    return str(format_hotp_value(hotp_value(secret, counter)))


def code_in(letter: str) -> str:
    found = CODE_IN_LETTER.search(letter)
    assert found
    return "".join(found.groups())


def letters(kind: str) -> list[str]:
    rows = Letter.objects.filter(kind=kind).order_by("posted_at")
    return [unseal(bytes(row.sealed), row.key).text for row in rows]


@pytest.fixture
def sterre() -> Account:
    return Account.objects.create_account("blauwe-reiger-1234", called="Sterre")


@pytest.fixture
def noor(client: Client) -> tuple[Account, str]:
    """A worker with a password and an app, signed out."""
    account = as_role(client, Role.WORKER)
    account.set_password(PASSWORD)
    account.save()
    secret = second_step.new_secret()
    assert second_step.set_app(account, secret, code_now(secret, -1))
    client.logout()
    return account, secret


def test_a_code_on_paper_opens_the_own_page(client: Client, sterre: Account):
    code = paper.new_code(sterre, timezone.now())

    response = client.post(
        "/inloggen/papier", {"naam": "Blauwe-Reiger-1234", "geheim": code.lower().replace("-", " ")}
    )

    assert (response.status_code, response["Location"]) == (303, "/mijn")
    assert client.get("/mijn").status_code == HTTPStatus.OK
    assert SessionRecord.objects.get().how == "paper_code"


def test_a_new_code_replaces_the_old_one(client: Client, sterre: Account):
    old = paper.new_code(sterre, timezone.now())
    paper.new_code(sterre, timezone.now())

    response = client.post("/inloggen/papier", {"naam": sterre.code_name, "geheim": old})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_code_on_paper_is_kept_as_a_hash_only(sterre: Account):
    code = paper.new_code(sterre, timezone.now())

    kept = PaperCode.objects.get().hashed

    assert kept.startswith("argon2$argon2id$")
    assert paper.plain(code) not in kept


def test_a_mailed_code_opens_the_own_page(client: Client, sterre: Account):
    Account.objects.filter(pk=sterre.pk).update(email="s@example.nl")

    asked = client.post("/inloggen/mail", {"mail": "S@example.nl "})
    code = code_in(letters("accounts.code")[0])
    entered = client.post("/inloggen/mail/code", {"code": code})

    assert asked["Location"] == "/inloggen/mail/code"
    assert entered["Location"] == "/mijn"


def test_a_mailed_code_works_once_and_in_this_browser_only(client: Client, sterre: Account):
    Account.objects.filter(pk=sterre.pk).update(email="s@example.nl")
    client.post("/inloggen/mail", {"mail": "s@example.nl"})
    code = code_in(letters("accounts.code")[0])
    other = Client()
    other.post("/inloggen/mail", {"mail": "s@example.nl"})

    elsewhere = other.post("/inloggen/mail/code", {"code": code})
    here = client.post("/inloggen/mail/code", {"code": code})
    again = client.post("/inloggen/mail/code", {"code": code})

    assert elsewhere.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert here["Location"] == "/mijn"
    assert again["Location"] == "/inloggen/mail"


def test_a_mailed_code_may_be_tried_five_times(client: Client, sterre: Account):
    Account.objects.filter(pk=sterre.pk).update(email="s@example.nl")
    client.post("/inloggen/mail", {"mail": "s@example.nl"})
    code = code_in(letters("accounts.code")[0])
    for _ in range(5):
        client.post("/inloggen/mail/code", {"code": "00000000"})

    right_but_late = client.post("/inloggen/mail/code", {"code": code})

    assert right_but_late.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_password_is_half_of_the_way_for_a_worker(client: Client, noor: tuple[Account, str]):
    account, secret = noor

    first = client.post("/inloggen/wachtwoord", {"naam": account.code_name, "geheim": PASSWORD})
    between = client.get("/mijn")
    second = client.post("/inloggen/tweede-stap", {"code": code_now(secret)})

    assert first["Location"] == "/inloggen/tweede-stap"
    assert between["Location"] == "/inloggen?next=%2Fmijn"
    assert second["Location"] == "/werk"
    assert client.get("/werk").status_code == HTTPStatus.OK


def test_a_code_of_the_app_works_once(client: Client, noor: tuple[Account, str]):
    account, secret = noor
    code = code_now(secret)
    assert second_step.check(account, code)

    assert not second_step.check(account, code)


def test_after_a_change_of_the_sites_key_nobody_signs_in_again_and_the_app_goes_on(
    client: Client, noor: tuple[Account, str], settings: LazySettings
):
    """The code that works seals the app anew, so that it no longer needs the earlier key."""
    account, secret = noor
    as_person(client)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 6

    for _ in range(2):
        assert client.get("/mijn").status_code == HTTPStatus.OK
    assert second_step.check(account, code_now(secret))
    settings.SECRET_KEY_FALLBACKS = []
    assert second_step.check(account, code_now(secret, 1))


def test_an_emergency_code_works_once(client: Client, noor: tuple[Account, str]):
    account, _ = noor
    code = second_step.new_emergency_codes(account)[3]

    assert second_step.check(account, code)
    assert not second_step.check(account, code)
    assert second_step.emergency_codes_left(account) == 9


def test_without_the_first_step_there_is_no_second(client: Client):
    assert client.get("/inloggen/tweede-stap")["Location"] == "/inloggen"


def test_the_secret_of_an_app_is_not_readable_in_the_database(noor: tuple[Account, str]):
    from allauth.mfa.models import Authenticator

    _, secret = noor

    assert secret not in str(Authenticator.objects.get(type="totp").data)


def test_a_code_name_is_enough_to_begin(client: Client):
    page = client.get("/inloggen/nieuw").content.decode()
    sealed, name = re.findall(r'value="([^"]+)"><span>([a-z]+-[a-z]+-\d{4})', page)[0]

    made = client.post("/inloggen/nieuw", {"codenaam": sealed, "noem": "Sterre"})
    code = re.findall(r'rb-secret">([A-Z0-9-]+)<', made.content.decode())[0]
    back = Client().post("/inloggen/papier", {"naam": name, "geheim": code})

    assert client.get("/mijn").status_code == HTTPStatus.OK
    assert back["Location"] == "/mijn"


def test_a_code_name_of_ones_own_making_is_not_taken(client: Client):
    response = client.post("/inloggen/nieuw", {"codenaam": "blauwe-reiger-1234"})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Account.objects.exists()


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(client: Client, sterre: Account, to: str):
    code = paper.new_code(sterre, timezone.now())

    response = client.post(
        "/inloggen/papier", {"naam": sterre.code_name, "geheim": code, "next": to}
    )

    assert response["Location"] == "/mijn"


def test_signing_in_leads_to_the_page_that_was_asked_for(client: Client, sterre: Account):
    code = paper.new_code(sterre, timezone.now())

    response = client.post(
        "/inloggen/papier",
        {"naam": sterre.code_name, "geheim": code, "next": "/mijn/apparaten"},
    )

    assert response["Location"] == "/mijn/apparaten"


def test_a_closed_account_stays_out(client: Client, sterre: Account):
    code = paper.new_code(sterre, timezone.now())
    Account.objects.filter(pk=sterre.pk).update(is_active=False)

    response = client.post("/inloggen/papier", {"naam": sterre.code_name, "geheim": code})

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_mail_address_counts_after_its_code(client: Client):
    account = as_person(client)
    client.post("/mijn/inloggen/mail", {"mail": "nieuw@example.nl"})
    code = code_in(letters("accounts.code")[0])
    before = Account.objects.get(pk=account.pk).email

    client.post("/mijn/inloggen/mail", {"code": code})

    assert before is None
    assert Account.objects.get(pk=account.pk).email == "nieuw@example.nl"
    assert len(letters("accounts.changed")) == 1


def test_the_address_of_somebody_else_looks_as_if_it_were_free(client: Client):
    Account.objects.create_account("witte-eend-5555", email="van-een-ander@example.nl")
    as_person(client)

    free = client.post("/mijn/inloggen/mail", {"mail": "vrij@example.nl"})
    taken = client.post("/mijn/inloggen/mail", {"mail": "van-een-ander@example.nl"})

    assert free.status_code == taken.status_code == HTTPStatus.OK
    assert len(letters("accounts.code")) == 1
