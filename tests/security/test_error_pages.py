# SPDX-License-Identifier: EUPL-1.2
"""Every error gets a kind page in plain words, in both languages, that shows nothing of the inside."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client

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
    assert visitor.get("/503").headers["Retry-After"] == errors.RETRY_AFTER


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
