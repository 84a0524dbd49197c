# SPDX-License-Identifier: EUPL-1.2
"""Strange questions in the address, in a header or with another method: an answer in plain words,
never a fault of ours. docs/reference/bad-input.md says which answer belongs to which."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.addresses import read as read_addresses

OPEN_LISTS = ("/hsds/services?{}", "/api/v1/regions/waalstad/services?{}")
NOT_COUNTS = ("-1", "0", "1.0", "1_0", "+1", "true", "1e400", "NaN", "-0", "%D9%A1", "9" * 40)
MANY = "&".join(f"a{number}=1" for number in range(10_000))
LONG = "x" * 1_000_000


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


@pytest.mark.parametrize("count", NOT_COUNTS)
@pytest.mark.parametrize("address", OPEN_LISTS)
def test_a_page_is_a_whole_number_in_digits(visitor: Client, address: str, count: str):
    response = visitor.get(address.format(f"page={count}"))

    assert response.status_code == 422
    assert response.json()["detail"] == "Look at: page."


@pytest.mark.parametrize(
    ("address", "name"), [(OPEN_LISTS[0], "per_page"), (OPEN_LISTS[1], "pageSize")]
)
def test_nobody_gets_a_thousand_million_at_once(visitor: Client, address: str, name: str):
    response = visitor.get(address.format(f"{name}=1000000000"))

    assert response.status_code == 422
    assert response.json()["detail"] == f"Look at: {name}."


@pytest.mark.parametrize("path", ["/steun/waalstad", "/regels", "/inloggen", "/hsds/services"])
def test_ten_thousand_questions_are_not_read(visitor: Client, path: str):
    response = visitor.get(f"{path}?{MANY}")

    assert response.status_code == 400
    assert "<h1>Dit lukte niet</h1>" in response.content.decode()


@pytest.mark.parametrize("strange", [LONG, "%00", "%ED%A0%80", "%FF", "-1", "..%2F..%2Fetc"])
@pytest.mark.parametrize(
    "address",
    [
        "/steun/waalstad?zoek={}",
        "/steun/waalstad/kaart?postcode={}",
        "/regels?zoek={}",
        "/kaart/waalstad?plan={}",
        "/inloggen?next={}",
        "/?a={}",
        "/hsds/services?search={}",
    ],
)
def test_strange_words_in_a_question_are_no_fault(visitor: Client, address: str, strange: str):
    assert visitor.get(address.format(strange)).status_code in {200, 422}


@pytest.mark.parametrize("path", ["/%00", "/steun/%00", "/steun/waalstad/%FF", "/regels/%ED%A0%80"])
def test_a_path_that_cannot_be_is_not_there(visitor: Client, path: str):
    assert visitor.get(path).status_code == 404


@pytest.mark.parametrize("cookie", [f"sessionid={LONG}", 'sessionid="a\\000b"', f"a={LONG}", ";;="])
def test_a_strange_cookie_opens_nothing_and_breaks_nothing(visitor: Client, cookie: str):
    assert visitor.get("/", headers={"cookie": cookie}).status_code == 200
    private = visitor.get("/mijn", headers={"cookie": cookie})

    assert (private.status_code, private["Location"]) == (303, "/inloggen?next=%2Fmijn")


def test_a_name_of_another_site_is_refused(visitor: Client):
    response = visitor.get("/", headers={"host": "elsewhere.example"})

    assert response.status_code == 400
    assert "elsewhere" not in response.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"range": "bytes=-1"},
        {"if-none-match": '"'},
        {"if-modified-since": "x" * 10_000},
        {"accept-language": "\xff" * 500},
        {"accept-encoding": "gzip;q=1e400"},
        {"content-length": "-1"},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_a_strange_header_changes_nothing(visitor: Client, headers: dict[str, str]):
    assert visitor.get("/", headers=headers).status_code in {200, 304}


READ_ONLY = [row for row in read_addresses() if row.login == "no" and row.takes != "form"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
def test_what_can_only_be_read_takes_nothing(visitor: Client, method: str):
    """403: it lacked the token of a form, which is looked at first."""
    call: Callable[..., Any] = getattr(visitor, method)
    answers = {row.path: call(row.path).status_code for row in READ_ONLY if row.name != "gallery"}

    assert len(answers) > 30
    assert {path: found for path, found in answers.items() if found not in {403, 405}} == {}


@pytest.mark.parametrize("trick", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
def test_a_header_or_field_makes_no_other_method(visitor: Client, trick: str):
    before = visitor.get("/hsds/services").content
    response = visitor.get("/hsds/services?_method=DELETE", headers={trick: "DELETE"})

    assert (response.status_code, response.content) == (200, before)


def test_an_address_longer_than_a_redirect_may_be_is_refused(visitor: Client):
    assert visitor.get(f"/mijn?a={LONG}").status_code == 400


def test_the_same_question_twice_counts_as_the_last(visitor: Client):
    twice = visitor.get("/hsds/services?page=1&page=2").json()

    assert twice["page_number"] == 2


def test_limits_are_those_of_the_page_about_bad_input():
    assert settings.DATA_UPLOAD_MAX_NUMBER_FIELDS == 1_000
    assert settings.DATA_UPLOAD_MAX_MEMORY_SIZE == 2_621_440
