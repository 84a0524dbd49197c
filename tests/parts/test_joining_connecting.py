# SPDX-License-Identifier: EUPL-1.2
"""A loose initiative becomes part of the network: proposed, agreed by both, and then plans use it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from ruimbaan.core.directory.joining.offer import Offer
from ruimbaan.core.directory.joining.queue import Why
from ruimbaan.core.directory.records.profile import profile_of
from ruimbaan.core.journey.situation import Goal, Situation, Window
from ruimbaan.core.planner.solve import Solver
from ruimbaan.parts.directory.joining.connections import Terms, propose, set_address
from ruimbaan.parts.directory.joining.errors import (
    AlreadyProposed,
    NoAddress,
    NotAnAddress,
    SamePlace,
    UnknownEntry,
    UnknownFact,
)
from ruimbaan.parts.directory.joining.models import Connection, MailLink
from ruimbaan.parts.directory.joining.queries import queue
from ruimbaan.parts.directory.joining.services import list_initiative, put_on_map, stop
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.directory.store.reading import around
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.outbox.services import deliver
from tests.parts.joining_forms import link_in, press

TERMS = Terms("de straatwerker", "een ervaringsdeskundige", "024 1234567")


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def code(now: datetime) -> str:
    """A loose initiative for sport, on the map and connected to nobody."""
    offer = Offer(
        name="Lopen langs de Waal",
        what="We wandelen elke zondag.",
        kind="sport",
        gate="inloop",
        when="elke zondag",
        phone="06 12345678",
        wants_to_work_with=("W41",),
    )
    list_initiative(
        offer, region="waalstad", address="lopen@example.org", language="nl", fresh="aaa111", at=now
    )
    put_on_map(MailLink.objects.get(purpose="list"), now)
    return Listing.objects.get(name="Lopen langs de Waal").code


@pytest.fixture
def proposed(code: str, now: datetime) -> str:
    set_address("waalstad", "W41", "straat@example.org", "nl", now)
    propose("waalstad", "W41", code, TERMS, now)
    deliver(now)
    return code


def link_to(address: str) -> str:
    letters = [one for one in mail.outbox if one.to == [address] and "samen" in one.subject]
    return link_in(letters[-1])


@pytest.fixture
def no_sports_club(now: datetime) -> None:
    """The one other place for sports has stopped."""
    club = set_address("waalstad", "W42", "club@example.org", "nl", now)
    stop(MailLink.objects.get(keeper=club), now)


def in_plans(code: str) -> bool:
    """Does a best plan of somebody on the street who wants to do sports use it?"""
    world = list_regions()["waalstad"].world
    facts = (Window("op-straat-of-opvang"),)
    anna = Situation(id="anna", facts=facts, goals=(Goal("sport", needed_by=120),))
    plans = Solver(world, anna).answer().front
    return any(step.service == code for plan in plans for step in plan.steps)


def test_before_it_is_connected_no_plan_uses_it_and_after_it_is_a_plan_does(
    no_sports_club: None, proposed: str, client: Client
):
    before = in_plans(proposed)

    first = press(client, link_to("straat@example.org"), "agree")
    half = in_plans(proposed)
    press(client, link_to("lopen@example.org"), "agree")

    assert "Mooi" in first.content.decode()
    assert (before, half, in_plans(proposed)) == (False, False, True)


def test_when_both_agreed_each_stands_with_the_other(proposed: str, client: Client):
    for address in ("straat@example.org", "lopen@example.org"):
        press(client, link_to(address), "agree")

    uids = dict(Listing.objects.filter(region="waalstad").values_list("code", "uid"))
    records = around([("service", uids["W41"]), ("service", uids[proposed])])
    sender = profile_of(records.records["service", uids["W41"]])
    receiver = profile_of(records.records["service", uids[proposed]])
    assert proposed in sender.works_with
    assert receiver.works_with == ("W41",)
    assert receiver.wants_to_work_with == ()
    assert receiver.planning["needs"] == [{"fact": "krijgt.W41"}]
    page = client.get(f"/steun/waalstad/{proposed}")
    assert page.status_code == 200


def test_the_page_says_who_sends_who_goes_along_and_whom_to_call(proposed: str, client: Client):
    page = client.get(link_to("lopen@example.org")).content.decode()

    for words in (TERMS.sends, TERMS.goes_along, TERMS.call, "Lopen langs de Waal"):
        assert words in page
    assert Connection.objects.get().receiver_agreed_at is None


def test_no_is_as_easy_as_yes_and_ends_it(proposed: str, client: Client):
    path = link_to("lopen@example.org")
    press(client, link_to("straat@example.org"), "agree")
    response = press(client, path, "decline")

    assert "Nee zeggen mag altijd." in response.content.decode()
    assert client.get(path).status_code == 410
    again = {"sleutel": path.partition("sleutel=")[2], "doe": "agree"}
    assert client.post("/steun/link", again).status_code == 410
    assert not Connection.objects.get().in_force


def test_one_side_cannot_agree_for_both(proposed: str, client: Client):
    for _again in range(2):
        press(client, link_to("straat@example.org"), "agree")

    assert not Connection.objects.get().in_force


def test_what_it_wants_stands_in_the_queue_until_it_is_proposed(code: str, now: datetime):
    def wanted() -> list[str]:
        items = queue("waalstad", timezone.localdate(now))
        return [item.note for item in items if item.why is Why.CONNECTION and item.code == code]

    before = wanted()
    set_address("waalstad", "W41", "straat@example.org", "nl", now)
    propose("waalstad", "W41", code, TERMS, now)

    assert before == ["with W41"]
    assert wanted() == []


def test_what_cannot_be_proposed_says_why_and_writes_nobody(code: str, now: datetime):
    letters = Letter.objects.count()

    with pytest.raises(NoAddress):
        propose("waalstad", "W41", code, TERMS, now)
    with pytest.raises(UnknownEntry):
        propose("waalstad", "nowhere", code, TERMS, now)
    with pytest.raises(SamePlace):
        propose("waalstad", code, code, TERMS, now)
    with pytest.raises(NotAnAddress):
        set_address("waalstad", "W41", "straat", "nl", now)
    assert Letter.objects.count() == letters
    set_address("waalstad", "W41", "straat@example.org", "nl", now)
    propose("waalstad", "W41", code, TERMS, now)
    with pytest.raises(AlreadyProposed):
        propose("waalstad", "W41", code, TERMS, now)


def test_a_coordinator_may_say_what_is_so_of_who_comes(code: str, now: datetime, client: Client):
    set_address("waalstad", "W41", "straat@example.org", "nl", now)
    with pytest.raises(UnknownFact):
        propose("waalstad", "W41", code, replace(TERMS, gives="vliegen"), now)
    propose("waalstad", "W41", code, replace(TERMS, gives="dag-plek"), now)
    deliver(now)
    for address in ("straat@example.org", "lopen@example.org"):
        press(client, link_to(address), "agree")

    uid = Listing.objects.get(region="waalstad", code=code).uid
    planning = profile_of(around([("service", uid)]).records["service", uid]).planning
    assert planning["gives"] == [{"fact": "dag-plek", "while_receiving": True}]
