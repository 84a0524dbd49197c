# SPDX-License-Identifier: EUPL-1.2
"""Signing in at an organisation's own site, against a real OpenID provider on this machine."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any, NoReturn, cast

import pytest
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import LazySettings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client

from ruimbaan.parts.accounts.models import Account, MembershipRecord
from ruimbaan.parts.accounts.signing_in import sealed, second_step
from ruimbaan.parts.accounts.signing_in.models import OtherSiteLink, SessionRecord
from ruimbaan.project import environment
from ruimbaan.project.signing_in import OtherSite, other_site
from tests.other_site import CLIENT, SECRET, Provider, running
from tests.signed_in import as_person, as_role

NOOR = {"sub": "n-1", "email": "Noor@example.nl", "email_verified": True, "amr": ["pwd", "mfa"]}


class StayHere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@pytest.fixture
def provider(settings: LazySettings) -> Iterator[Provider]:
    with running() as provider:
        settings.OIDC = OtherSite(provider.issuer, CLIENT, SECRET, "gemeente Waalstad")
        provider.claims = dict(NOOR)
        yield provider


@pytest.fixture
def noor(client: Client) -> Account:
    """A worker with a mail address, signed out."""
    account = as_role(client)
    Account.objects.filter(pk=account.pk).update(email="noor@example.nl")
    client.logout()
    SessionRecord.objects.all().delete()
    return account


def page_of(url: str) -> str:
    """The provider's page, as a browser gets it: where it sends us."""
    opener = urllib.request.build_opener(StayHere)
    try:
        opener.open(url)
    except urllib.error.HTTPError as answer:
        return str(answer.headers["Location"])
    return no_detour()


def no_detour() -> NoReturn:
    pytest.fail("The provider sent us nowhere")


def come_back(client: Client, wanted: str = "") -> HttpResponse:
    gone = client.get("/inloggen/werk", {"next": wanted} if wanted else {})
    assert gone.status_code == 303
    return cast(HttpResponse, client.get(page_of(gone["Location"])))


def test_who_works_here_comes_in_with_the_sign_in_of_work(
    client: Client, provider: Provider, noor: Account
):
    response = come_back(client)

    assert response.status_code == 200
    assert 'content="0; url=/werk"' in response.content.decode()
    assert client.get("/werk").status_code == 200
    assert SessionRecord.objects.get().strong


def test_the_door_is_there_when_it_is_set(client: Client, provider: Provider):
    assert "Met de inlog van gemeente Waalstad" in client.get("/inloggen").content.decode()


def test_without_settings_there_is_no_door(client: Client):
    assert "/inloggen/werk" not in client.get("/inloggen").content.decode()
    assert client.get("/inloggen/werk").status_code == 404
    assert client.get("/inloggen/werk/terug").status_code == 404


def test_the_link_outlives_the_mail_address(client: Client, provider: Provider, noor: Account):
    come_back(client)
    provider.claims["email"] = "anders@example.nl"

    again = come_back(Client())

    assert again.status_code == 200
    assert OtherSiteLink.objects.count() == 1


def test_without_a_second_step_there_our_own_is_asked(
    client: Client, provider: Provider, noor: Account
):
    provider.claims["amr"] = ["pwd"]
    secret = second_step.new_secret()
    Authenticator.objects.create(
        user=noor, type="totp", data={"secret": sealed.seal(secret), "used": 0}
    )

    response = come_back(client)

    assert 'content="0; url=/inloggen/tweede-stap"' in response.content.decode()
    assert "/inloggen" in client.get("/werk")["Location"]


def test_without_any_second_step_work_waits(client: Client, provider: Provider, noor: Account):
    del provider.claims["amr"]

    come_back(client)

    assert client.get("/werk")["Location"].startswith("/mijn/inloggen/nodig")


@pytest.mark.parametrize("wrong", [{"email_verified": False}, {"email": "x@example.nl"}])
def test_an_unknown_person_is_told_kindly(
    client: Client, provider: Provider, noor: Account, wrong: dict[str, Any]
):
    provider.claims |= wrong

    response = come_back(client)

    assert response.status_code == 403
    assert "Wij kennen je nog niet" in response.content.decode()
    assert not SessionRecord.objects.exists()


def test_a_person_is_never_found_by_mail_address(client: Client, provider: Provider):
    account = as_person(client)
    Account.objects.filter(pk=account.pk).update(email="noor@example.nl")

    assert come_back(Client()).status_code == 403


def test_who_no_longer_works_here_is_not_found(client: Client, provider: Provider, noor: Account):
    record = MembershipRecord.objects.get()
    record.ends = record.starts
    record.save()

    assert come_back(client).status_code == 403


@pytest.mark.parametrize(
    "claims",
    [
        {"aud": "another"},
        {"aud": [CLIENT, "another"]},
        {"iss": "https://elsewhere.example"},
        {"nonce": "of another time"},
        {"exp": 1},
        {"iat": 99_999_999_999},
        {"sub": ""},
        {"sub": 7},
    ],
)
def test_a_token_that_is_not_for_us_now_opens_nothing(
    client: Client, provider: Provider, noor: Account, claims: dict[str, Any]
):
    provider.claims |= claims

    response = come_back(client)

    assert response.status_code == 422
    assert "Dit lukte niet" in response.content.decode()
    assert not SessionRecord.objects.exists()


@pytest.mark.parametrize("header", [{"alg": "none"}, {"alg": "HS256"}, {"kid": "two"}])
def test_a_token_does_not_choose_how_it_is_checked(
    client: Client, provider: Provider, noor: Account, header: dict[str, Any]
):
    provider.header = header

    assert come_back(client).status_code == 422


def test_a_token_signed_by_somebody_else_opens_nothing(
    client: Client, provider: Provider, noor: Account
):
    provider.signs_with = rsa.generate_private_key(65537, 2048)

    assert come_back(client).status_code == 422


def test_an_answer_for_another_browser_opens_nothing(
    client: Client, provider: Provider, noor: Account
):
    gone = client.get("/inloggen/werk")
    back = page_of(gone["Location"])

    assert Client().get(back).status_code == 422


def test_an_answer_counts_once(client: Client, provider: Provider, noor: Account):
    gone = client.get("/inloggen/werk")
    back = page_of(gone["Location"])
    client.get(back)

    assert client.get(back).status_code == 422


def test_a_site_that_is_away_is_told_kindly(client: Client, settings: LazySettings):
    settings.OIDC = OtherSite("http://127.0.0.1:9", CLIENT, SECRET, "gemeente Waalstad")

    response = client.get("/inloggen/werk")

    assert response.status_code == 422
    assert "Probeer het over een paar minuten weer." in response.content.decode()


def test_an_address_without_https_is_not_asked(client: Client, settings: LazySettings):
    settings.OIDC = OtherSite("http://login.example.nl", CLIENT, SECRET, "gemeente Waalstad")

    assert client.get("/inloggen/werk").status_code == 422


def test_half_of_the_settings_is_refused():
    half = environment.read({"RUIMBAAN_OIDC_ISSUER": "https://login.example.nl"})

    with pytest.raises(ImproperlyConfigured, match="_CLIENT"):
        other_site(half)
