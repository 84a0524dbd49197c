# SPDX-License-Identifier: EUPL-1.2
"""The people of a demo are signed in with one click, and only in a demo."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts import checks, demo
from ruimbaan.parts.accounts.models import (
    Account,
    MembershipRecord,
    Organisation,
)
from ruimbaan.parts.trust.queries import file_of
from tests.parts.accounts_browser import CODE, PERSONAS, be, code_on, people, read, send  # noqa: F401

pytestmark = pytest.mark.usefixtures("people")


@contextmanager
def no_demo() -> Iterator[None]:
    with override_settings(ENVIRONMENT=replace(settings.ENVIRONMENT, demo=False)):
        yield


@pytest.mark.parametrize("persona", demo.PERSONAS, ids=lambda persona: persona.name)
def test_everyone_of_the_demo_is_signed_in_with_one_click(persona: demo.Persona):
    client = be(persona.name)

    home = "/werk" if persona.role else "/mijn"
    assert persona.called in read(client.get(home, follow=True))
    assert (client.get("/beheer").status_code == 200) is (persona.role is Role.ADMINISTRATOR)


def test_every_role_and_every_kind_of_person_is_there():
    roles = {persona.role for persona in demo.PERSONAS}

    assert roles == {*Role, None}
    assert file_of(PERSONAS["sterre"].id)
    assert file_of(PERSONAS["riet"].id) is None


def test_preparing_twice_changes_nothing():
    before = (Account.objects.count(), MembershipRecord.objects.count())

    demo.prepare(timezone.now())

    assert (Account.objects.count(), MembershipRecord.objects.count()) == before


def test_organisations_of_the_demo_stand_on_the_map():
    assert Organisation.objects.get(name="De Kribbe").directory_code


@pytest.mark.parametrize("who", ["", "nobody", "sterre\x00"])
def test_somebody_who_is_not_of_the_demo_cannot_be_chosen(client: Client, who: str):
    Account.objects.create_account("nobody")

    assert client.post("/inloggen/voorbeeld", {"wie": who}).status_code == 404


def test_outside_a_demo_the_page_is_not_there_and_the_site_does_not_start(client: Client):
    with no_demo():
        assert client.get("/inloggen/voorbeeld").status_code == 404
        assert client.post("/inloggen/voorbeeld", {"wie": "sterre"}).status_code == 404
        faults = checks.check_no_demo_people(None, databases=["default"])

    assert [fault.id for fault in faults] == ["ruimbaan.E020"]
    assert checks.check_no_demo_people(None, databases=["default"]) == []
