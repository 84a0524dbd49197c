# SPDX-License-Identifier: EUPL-1.2
"""Every error gets a kind page in plain words, in both languages, that shows nothing of the inside."""

from __future__ import annotations

import errno

import pytest
from django.conf import LazySettings
from django.db import InterfaceError, OperationalError
from django.test import Client

from ruimbaan.parts.trust.log.errors import LogDown
from ruimbaan.project import errors

pytestmark = pytest.mark.urls("tests.security.failing_urls")


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/400", 400, "Dit lukte niet"),
        ("/403", 403, "Dit kon niet"),
        ("/nergens", 404, "Deze pagina is er niet"),
        ("/500", 500, "Er ging bij ons iets mis"),
        ("/503", 503, "We zijn er zo weer"),
        ("/en/nowhere", 404, "This page is not here"),
        ("/en/503", 503, "We will be back soon"),
    ],
)
def test_each_error_has_its_page(visitor: Client, path: str, status: int, says: str):
    response = visitor.get(path)
    html = response.content.decode()

    assert response.status_code == status
    assert f"<h1>{says}</h1>" in html
    assert f'lang="{"en" if path.startswith("/en/") else "nl"}"' in html
    assert "/hulp-nu" in html
    assert "/weg" in html
    assert "secret" not in html
    assert response.headers["Cache-Control"] == "no-store"


def test_a_form_without_its_token_gets_the_page_too(visitor: Client):
    response = visitor.post("/form", {"a": "b"})

    assert response.status_code == 403
    assert "<h1>Dit kon niet</h1>" in response.content.decode()


def test_a_database_that_is_away_says_when_to_come_back(visitor: Client):
    assert visitor.get("/503").headers["Retry-After"] == str(errors.RETRY_AFTER)


WROTE = "Ik slaap bij een vriend.\n<b>En dan?</b>"
FORM = {"words": WROTE, "form": "1f3c", "password": "geheim woord", "code": "123 456"}


@pytest.fixture
def browser() -> Client:
    """That brings a token along, or has none to bring."""
    return Client(raise_request_exception=False)


def test_what_was_typed_is_not_lost_when_it_cannot_be_kept(browser: Client):
    response = browser.post("/503", FORM)
    html = response.content.decode()

    assert response.status_code == 503
    assert response.headers["Cache-Control"] == "no-store"
    assert 'method="post" action="/503"' in html
    assert "Ik slaap bij een vriend.\n&lt;b&gt;En dan?&lt;/b&gt;</textarea>" in html
    assert '<input type="hidden" name="form" value="1f3c">' in html
    assert "geheim" not in html
    assert "123 456" not in html


def test_a_form_without_login_gets_no_cookie_when_it_fails(browser: Client):
    response = browser.post("/503", FORM)

    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()


def test_who_is_signed_in_can_send_it_again(browser: Client):
    browser.cookies["sessionid"] = "of-somebody"

    html = browser.post("/503", FORM).content.decode()

    assert "csrfmiddlewaretoken" in html


@pytest.mark.parametrize(
    "error",
    [
        OperationalError(),
        InterfaceError(),
        LogDown(),
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EROFS, "Read-only file system"),
    ],
    ids=repr,
)
def test_what_falls_down_around_a_page_is_told_the_same_way(
    browser: Client, error: Exception, monkeypatch: pytest.MonkeyPatch
):
    def fall(*_: object) -> None:
        raise error

    monkeypatch.setattr("django.middleware.gzip.GZipMiddleware.process_response", fall)

    response = browser.post("/steun/meedoen", FORM)

    assert response.status_code == 503
    assert response.headers["Retry-After"] == str(errors.RETRY_AFTER)
    assert "Ik slaap bij een vriend." in response.content.decode()


def test_an_error_page_that_fails_itself_still_answers(visitor: Client, settings: LazySettings):
    settings.TEMPLATES = [
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": False}
    ]

    response = visitor.get("/500")

    assert response.status_code == 500
    assert response.content.decode() == errors.LAST_RESORT


def test_an_unknown_page_links_to_the_other_front_door(visitor: Client):
    html = visitor.get("/nergens").content.decode()

    assert 'href="/en/" lang="en" hreflang="en"' in html
