# SPDX-License-Identifier: EUPL-1.2
"""After a change of the secret key of the site: who is signed in, apps and emergency codes."""

from __future__ import annotations

import logging
from http import HTTPStatus

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import LazySettings, settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord
from ruimbaan.parts.accounts.signing_in import sealed, second_step
from ruimbaan.parts.accounts.signing_in.guarding import Guard, SignedIn, who
from ruimbaan.parts.accounts.signing_in.models import SessionRecord
from ruimbaan.parts.accounts.signing_in.quick_sessions import SessionStore
from tests.signed_in import as_person, as_role

NEW = "another-key-" * 6
PASSWORD = "vier losse woorden samen"
SECOND = "/inloggen/tweede-stap"


def code_now(secret: str, ahead: int = 0) -> str:
    counter = int(timezone.now().timestamp()) // 30 + ahead
    return str(format_hotp_value(hotp_value(secret, counter)))


def change_key(settings: LazySettings) -> None:
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = NEW


@pytest.fixture
def noor(client: Client) -> tuple[Account, str, list[str]]:
    """A worker with a password, an app and emergency codes, signed out."""
    account = as_role(client, Role.WORKER)
    account.set_password(PASSWORD)
    account.save()
    secret = second_step.new_secret()
    assert second_step.set_app(account, secret, code_now(secret, -1))
    codes = second_step.new_emergency_codes(account)
    client.logout()
    return account, secret, codes


def test_a_code_of_the_app_moves_the_emergency_codes_as_well(noor: tuple[Account, str, list[str]]):
    account, secret, codes = noor
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert second_step.check(account, code_now(secret))

    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[]):
        assert second_step.emergency_codes_left(account) == 10
        assert second_step.check(account, codes[0])
        assert second_step.check(account, code_now(secret, 1))


def test_an_emergency_code_moves_the_app_as_well_and_works_once(
    noor: tuple[Account, str, list[str]],
):
    account, secret, codes = noor
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert second_step.check(account, codes[0])

    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[]):
        assert not second_step.check(account, codes[0])
        assert second_step.check(account, codes[1])
        assert second_step.check(account, code_now(secret))


def test_what_is_under_the_newest_key_is_not_sealed_again(noor: tuple[Account, str, list[str]]):
    account, _, codes = noor
    kept = Authenticator.objects.get(user=account, type="totp").data
    with override_settings(SECRET_KEY_FALLBACKS=[NEW]):
        assert second_step.check(account, codes[0])

    assert Authenticator.objects.get(user=account, type="totp").data == kept


def test_a_wrong_code_moves_nothing(noor: tuple[Account, str, list[str]]):
    account, _, _ = noor
    kept = list(Authenticator.objects.order_by("id").values_list("data", flat=True))
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert not second_step.check(account, "000")

    assert list(Authenticator.objects.order_by("id").values_list("data", flat=True)) == kept


def test_what_no_key_opens_is_a_wrong_code_with_a_line_in_the_log(
    client: Client,
    noor: tuple[Account, str, list[str]],
    caplog: pytest.LogCaptureFixture,
):
    account, secret, codes = noor
    with override_settings(SECRET_KEY=NEW), caplog.at_level(logging.WARNING, "ruimbaan.signing_in"):
        client.post("/inloggen/wachtwoord", {"naam": account.code_name, "geheim": PASSWORD})
        app = client.post(SECOND, {"code": code_now(secret)})
        emergency = client.post(SECOND, {"code": codes[0]})

    assert app.status_code == emergency.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    lines = [line for line in caplog.messages if line.startswith("event=unopened")]
    assert lines == 2 * [
        f"event=unopened what={what} account={account.pk}" for what in ("totp", "recovery_codes")
    ]
    assert codes[0] not in caplog.text
    assert account.code_name not in caplog.text


def test_emergency_codes_work_when_the_app_alone_cannot_be_opened(
    noor: tuple[Account, str, list[str]],
):
    account, secret, _ = noor
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=["a-third-key-" * 6]):
        codes = second_step.new_emergency_codes(account)

        assert not second_step.check(account, code_now(secret))
        assert second_step.check(account, codes[0])  # leaves the app as it is

    assert second_step.check(account, code_now(secret))


def test_the_page_about_ways_counts_none_of_what_cannot_be_opened(client: Client):
    account = as_role(client, Role.WORKER)
    second_step.new_emergency_codes(account)
    row = Authenticator.objects.get(user=account, type="recovery_codes")
    with override_settings(SECRET_KEY=NEW):
        other = sealed.seal("a seed of another key")
    Authenticator.objects.filter(pk=row.pk).update(data=row.data | {"seed": other})

    page = client.get("/mijn/inloggen")

    assert page.status_code == HTTPStatus.OK
    assert "Nog 0 codes over." in page.content.decode()


def test_without_the_earlier_key_a_worker_comes_back_when_the_role_was_ended(
    client: Client, noor: tuple[Account, str, list[str]], settings: LazySettings
):
    """As the page about keys says: in without a second step, and then the app anew."""
    account, _, _ = noor
    settings.SECRET_KEY = NEW
    MembershipRecord.objects.filter(account=account).update(ends=timezone.now())
    client.post("/inloggen/wachtwoord", {"naam": account.code_name, "geheim": PASSWORD})
    shown = client.get("/mijn/inloggen/app").context["secret"].replace(" ", "")
    client.post("/mijn/inloggen/app", {"code": code_now(shown, -1)})
    MembershipRecord.objects.filter(account=account).update(ends=None)

    client = Client()
    client.post("/inloggen/wachtwoord", {"naam": account.code_name, "geheim": PASSWORD})
    second = client.post(SECOND, {"code": code_now(shown)})

    assert second["Location"] == "/werk"


@pytest.mark.parametrize("page", ["/inloggen/sleutel", "/inloggen/mail"])
def test_a_page_of_signing_in_that_comes_first_signs_nobody_out(
    client: Client, settings: LazySettings, page: str
):
    as_person(client)
    change_key(settings)

    if page.endswith("mail"):
        assert client.post(page, {"mail": "s@example.nl"}).status_code == HTTPStatus.SEE_OTHER
    else:
        assert client.get(page).status_code == HTTPStatus.OK

    assert client.get("/mijn").status_code == HTTPStatus.OK
    settings.SECRET_KEY_FALLBACKS = []
    assert client.get("/mijn").status_code == HTTPStatus.OK


def test_two_pages_at_once_go_on_in_one_session(client: Client, settings: LazySettings):
    """The second has read its session before the first has answered."""
    account = as_person(client)
    key = client.session.session_key
    change_key(settings)
    found: list[SignedIn | None] = []

    def answer(request: HttpRequest) -> HttpResponse:
        found.append(who(request, timezone.now()))
        return HttpResponse()

    second = RequestFactory().get("/mijn")
    second.session = SessionStore(key)
    assert second.session["_auth_user_id"] == str(account.pk)
    first = client.get("/mijn")
    Guard(answer)(second)
    second.session.save()

    assert first.status_code == HTTPStatus.OK
    assert found[0] is not None
    assert found[0].account == account.pk
    assert client.get("/mijn").status_code == HTTPStatus.OK
    assert Session.objects.get().session_key == SessionRecord.objects.get().key == key


def test_without_the_earlier_key_a_session_is_over(client: Client, settings: LazySettings):
    as_person(client)
    settings.SECRET_KEY = NEW

    assert client.get("/mijn")["Location"] == "/inloggen?next=%2Fmijn"
