# SPDX-License-Identifier: EUPL-1.2
"""What every answer tells the browser: nothing from elsewhere, nothing inline, nothing kept by default."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from ruimbaan.project.security import HEADERS, SafeHeaders
from tests.addresses import read

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
ADDRESSES = [*(row.path for row in read()), "/nergens", "/en/nowhere"]
every_address = pytest.mark.parametrize("path", ADDRESSES)


@every_address
def test_the_policy_is_strict(client: Client, path: str):
    policy = client.get(path).headers["Content-Security-Policy"]

    assert {part.strip() for part in policy.split(";")} == POLICY


@every_address
def test_the_other_locks_are_on(client: Client, path: str):
    headers = client.get(path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] in {"same-origin", "no-referrer"}
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=()" in headers["Permissions-Policy"]
    assert "camera=()" in headers["Permissions-Policy"]


def test_a_page_that_says_nothing_is_kept_nowhere():
    silent = SafeHeaders(lambda _: HttpResponse("private"))
    speaking = SafeHeaders(lambda _: HttpResponse("public", headers={"Cache-Control": "public"}))

    assert silent(HttpRequest()).headers["Cache-Control"] == HEADERS["Cache-Control"] == "no-store"
    assert speaking(HttpRequest()).headers["Cache-Control"] == "public"


def test_a_page_that_did_not_change_is_not_sent_again(client: Client):
    tag = client.get("/").headers["ETag"]

    again = client.get("/", headers={"If-None-Match": tag})

    assert again.status_code == 304
    assert again.content == b""


def test_leaving_empties_the_browser_and_says_nothing_of_where_one_was(client: Client):
    response = client.get("/weg")

    assert response.status_code == 303
    assert response.headers["Location"].startswith("https://")
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.content == b""
