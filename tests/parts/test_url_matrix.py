# SPDX-License-Identifier: EUPL-1.2
"""Every address has a row in docs/reference/urls.md, and answers as that row says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from tests.addresses import Address, read

KEPT = {"asked again": "public, no-cache", "never": "no-store"}
ROWS = read()
PUBLIC = [row for row in ROWS if row.is_public]
PRIVATE = [row for row in ROWS if row.login == "yes"]
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
every_public_row = pytest.mark.parametrize("row", PUBLIC, ids=lambda row: row.name)


def names(resolver: URLResolver, namespaces: tuple[str, ...] = ()) -> Iterator[str]:
    inside = (*namespaces, resolver.namespace) if resolver.namespace else namespaces
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield ":".join((*inside, pattern.name or "without a name"))
        else:
            yield from names(pattern, inside)


def test_every_address_has_one_row_and_no_row_is_left_over():
    assert sorted(names(get_resolver())) == sorted(row.name for row in ROWS)


@every_row
def test_the_path_leads_to_the_name(row: Address):
    assert resolve(row.path).view_name == row.name


@every_public_row
def test_everyone_sees_it_without_login_and_without_cookie(client: Client, row: Address):
    response = client.get(row.path)

    assert row.who == "everyone"
    assert response.status_code in {200, 303}
    assert response.cookies == {}


@pytest.mark.parametrize("row", PRIVATE, ids=lambda row: row.name)
def test_who_is_not_signed_in_is_sent_to_the_door(client: Client, row: Address):
    response = client.get(row.path)

    assert row.who != "everyone"
    assert (response.status_code, response.headers["Cache-Control"]) == (303, "no-store")
    assert response.headers["Location"].startswith("/inloggen?next=")


@every_public_row
def test_it_is_kept_as_the_row_says(client: Client, row: Address):
    response = client.get(row.path)

    assert response.headers["Cache-Control"] == KEPT[row.kept]
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
@every_public_row
def test_it_can_only_be_read_unless_the_row_says_that_it_takes_a_form(
    client: Client, row: Address, method: str
):
    takes_it = method == "post" and row.takes == "form"

    assert (getattr(client, method)(row.path).status_code == 405) is not takes_it
