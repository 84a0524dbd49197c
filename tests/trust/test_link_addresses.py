# SPDX-License-Identifier: EUPL-1.2
"""Addresses by a secret link: for everybody who holds it the same, and for who does not, the same as
what was never there."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.trust import services
from ruimbaan.parts.trust.queries import LinkKind
from tests.addresses import Address, read
from tests.trust.people import account
from tests.trust.test_permissions import READERS

pytestmark = pytest.mark.django_db
BY_LINK = [address for address in read() if address.login == "link"]
KIND = {
    "calendar:feed": LinkKind.CALENDAR,
    "summary:opened": LinkKind.SUMMARY,
}
TOKEN = re.compile(r"[\w-]{32}")
OURS = [address for address in BY_LINK if address.name in KIND]


def link_to(address: Address) -> str:
    """The address of a link that opens something, of somebody who is none of the readers."""
    owner = account()
    now = timezone.now()
    journey = services.begin(owner.id, now)
    wanted = services.LinkWanted(
        uuid4(),
        KIND[address.name],
        (Part.APPOINTMENTS,),
        Purpose.SUPPORT,
        now + timedelta(days=1),
        with_code=False,
    )
    whole = frozenset(Part)
    with services.open_file(
        actor_for(owner.id), journey, whole, action=Action.SHARE, now=now
    ) as opening:
        return TOKEN.sub(services.make_link(opening, wanted, now).token, address.path)


def test_every_kind_of_link_of_the_own_file_has_its_address():
    assert {address.name for address in OURS} == set(KIND)
    assert len(BY_LINK) == len(LinkKind) + 1  # a request for room opens nothing of a file
    assert all(
        (address.kept, address.who) == ("never", "holder of the link") for address in BY_LINK
    )


@pytest.mark.parametrize("address", BY_LINK, ids=lambda address: address.name)
def test_for_every_reader_a_link_of_nothing_is_what_was_never_there(address: Address):
    answers = []
    for reader in READERS.values():
        browser = reader()
        before = len(browser.cookies)
        for path in (address.path, address.path.replace("Kq3v", "Kq3w")):
            answer = browser.get(path)
            answers.append((answer.status_code, answer.content, sorted(answer.headers.items())))
        assert len(browser.cookies) == before

    assert answers[0][0] == 404
    assert all(answer == answers[0] for answer in answers)


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_a_link_shows_everybody_who_holds_it_the_same(address: Address):
    path = link_to(address)

    answers = [reader().get(path) for reader in READERS.values()]

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert {answer.headers["Cache-Control"] for answer in answers} == {"no-store"}


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_a_link_only_takes_what_its_row_says(address: Address, method: str):
    path = link_to(address)

    assert getattr(Client(), method)(path).status_code == 405
    assert (Client().post(path).status_code == 405) is (address.takes != "form")
