# SPDX-License-Identifier: EUPL-1.2
"""Nobody keeps the public pages busy alone, and nobody is kept from help."""

from __future__ import annotations

from time import monotonic

import pytest
from django.conf import LazySettings
from django.test import Client

from ruimbaan.project import pacing
from ruimbaan.project.buckets import Buckets
from tests.addresses import Address, read

HASTY, CALM = "9.9.9.9", "8.8.8.8"
EXEMPT = {"pages", "routes", "rights", ""}  # plain pages: help, promises, examples, the way out
WIDE = "2a00:1450:1:2::7"


@pytest.fixture(autouse=True)
def nobody_asked_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = Buckets(pacing.AT_ONCE, pacing.A_SECOND, pacing.MOST_ADDRESSES)
    monkeypatch.setattr(pacing, "buckets", fresh)


def ask_all(address: str) -> None:
    """As if everything that may be asked at once was just asked."""
    who = pacing.asker(address)
    assert who is not None
    assert pacing.buckets.take(who, pacing.AT_ONCE, monotonic()) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/steun/waalstad?zoek=slapen", "Er komen nu heel veel vragen van jouw plek."),
        ("/en/steun/waalstad?zoek=sleep", "Very many questions come from your place right now."),
        ("/kaart/waalstad", "Probeer het over een minuut weer."),
    ],
)
def test_a_page_asks_to_wait_in_plain_words(client: Client, path: str, says: str):
    ask_all(HASTY)

    hasty = client.get(path, REMOTE_ADDR=HASTY)
    calm = client.get(path, REMOTE_ADDR=CALM)

    assert (hasty.status_code, calm.status_code) == (429, 200)
    assert 1 <= int(hasty["Retry-After"]) <= 60
    assert says in hasty.content.decode()
    assert hasty["Cache-Control"] == "no-store"
    assert not hasty.cookies


@pytest.mark.django_db
def test_answers_of_the_routecheck_are_not_lost(client: Client):
    ask_all(HASTY)

    answer = client.post("/routecheck/vraag", {"own": "Ik slaap buiten."}, REMOTE_ADDR=HASTY)

    assert answer.status_code == 429
    assert "Ik slaap buiten.</textarea>" in answer.content.decode()
    assert 'method="post" action="/routecheck/vraag"' in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/hsds/services", "/api/v1/regions/waalstad/services?search=bed"])
def test_a_program_gets_a_problem(client: Client, path: str):
    ask_all(HASTY)

    answer = client.get(path, REMOTE_ADDR=HASTY)

    assert answer.status_code == 429
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["API-Version"] == client.get(path)["API-Version"]
    assert 1 <= int(answer["Retry-After"]) <= 60
    assert answer.json()["status"] == 429
    assert "bed" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/hulp-nu", "/snel-weg", "/weg", "/inloggen"])
def test_help_and_the_way_out_are_never_counted(client: Client, path: str):
    ask_all(HASTY)

    assert client.get(path, REMOTE_ADDR=HASTY).status_code in {200, 302, 303}


@pytest.mark.django_db
def test_a_room_full_of_people_is_welcome(client: Client):
    """Thirty people who each look at four pages in one second."""
    statuses = {client.get("/regels", REMOTE_ADDR=HASTY).status_code for _ in range(120)}

    assert statuses == {200}


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.9", "::1", "a proxy's socket", ""])
def test_what_may_be_everybody_is_not_limited(address: str):
    assert pacing.asker(address) is None


def test_a_proxy_says_for_whom_it_asks(client: Client, settings: LazySettings):
    settings.BEHIND_PROXY = True
    ask_all(HASTY)

    through_proxy = {
        said: client.get("/hsds", headers={"x-forwarded-for": said}).status_code
        for said in (f"{CALM}, {HASTY}", f"{HASTY}, {CALM}")
    }

    assert list(through_proxy.values()) == [429, 200]


def test_who_is_written_as_an_address_of_the_other_kind_is_the_same_one(client: Client):
    """A server that listens to both kinds writes 9.9.9.9 as ::ffff:9.9.9.9."""
    ask_all(HASTY)

    statuses = [
        client.get("/hsds", REMOTE_ADDR=f"::ffff:{address}").status_code
        for address in (HASTY, CALM)
    ]

    assert statuses == [429, 200]


def test_no_address_can_be_read_back():
    """Of a wide address the half that belongs to one connection counts."""
    who = pacing.asker(HASTY)

    assert who is not None
    assert HASTY.encode() not in who
    assert who != pacing.asker(CALM)


def test_turns_come_back_with_time():
    buckets = Buckets(size=10, a_second=2, most=5)

    assert [buckets.take(b"a", 5, 0.0) for _ in range(3)] == [0, 0, 2.5]
    assert buckets.take(b"b", 5, 0.0) == 0
    assert buckets.take(b"a", 5, 2.4) == pytest.approx(0.1)
    assert buckets.take(b"a", 5, 2.5) == 0
    assert buckets.take(b"a", 10, 1000.0) == 0
    assert buckets.take(b"a", 1, 1000.0) == 0.5


def test_memory_does_not_grow_with_the_number_of_askers():
    buckets = Buckets(size=2, a_second=1, most=3)
    for number in range(100):
        buckets.take(str(number).encode(), 1, 0.0)

    assert len(buckets) == 3


@pytest.mark.parametrize(
    "address", [one for one in read() if one.is_public], ids=lambda one: one.name
)
def test_each_public_address_is_counted_or_left_out_on_purpose(address: Address):
    """A new part of the site is one of both from its first day."""
    namespace = address.name.rpartition(":")[0]

    counted = namespace in pacing.PAGES | pacing.INTERFACES.keys()
    assert counted != (namespace in EXEMPT)
