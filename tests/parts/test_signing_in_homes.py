# SPDX-License-Identifier: EUPL-1.2
"""Where each begins after signing in, and the shell around it."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from ruimbaan.core.trust.parties import Role
from tests.addresses import Address, read
from tests.signed_in import as_person, as_role, enter


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_a_person_has_an_own_page(client: Client):
    as_person(client)

    page = text(client, "/mijn")

    assert '<a href="/mijn" aria-current="page">' in page
    assert "Je bent ingelogd als Sterre." in page


def test_the_title_says_nothing(client: Client):
    as_person(client)

    assert re.findall("<title>(.*?)</title>", text(client, "/mijn")) == ["Mijn pagina"]


@pytest.mark.parametrize("role", Role)
def test_who_works_somewhere_begins_at_work(client: Client, role: Role):
    as_role(client, role)

    assert "Dag Noor" in text(client, "/werk")


def test_who_works_nowhere_does_not_even_learn_that_there_is_work(client: Client):
    as_person(client)
    unknown = client.get("/werkx")

    refused = client.get("/werk")

    assert refused.status_code == 404
    assert refused.content == unknown.content


def test_without_a_second_step_work_waits(client: Client):
    account = as_role(client)
    enter(client, account, strong=False)

    response = client.get("/werk")

    assert (response.status_code, response["Location"]) == (
        303,
        "/mijn/inloggen/nodig?next=%2Fwerk",
    )


def test_english_stays_english(client: Client):
    as_person(client)

    assert '<html lang="en"' in text(client, "/en/mijn")


def test_a_public_page_does_not_look_at_the_session(client: Client):
    as_person(client)

    response = client.get("/")

    assert "Vary" not in response.headers or "Cookie" not in response.headers["Vary"]
    assert response.headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize(
    ("role", "sees"), [(Role.WORKER, True), (Role.EXPERIENCE_EXPERT, True), (Role.STEWARD, False)]
)
def test_only_who_may_be_shown_something_has_a_door_to_it(client: Client, role: Role, sees: bool):
    as_role(client, role)

    assert ('href="/gedeeld"' in text(client, "/werk")) is sees


@pytest.mark.parametrize("row", [row for row in read() if row.login == "starts"], ids=str)
def test_a_page_of_signing_in_is_kept_nowhere_and_gives_no_session_of_somebody(
    client: Client, row: Address
):
    response = client.get(row.path)

    assert row.who == "everyone"
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.wsgi_request.user.is_authenticated
