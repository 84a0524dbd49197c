# SPDX-License-Identifier: EUPL-1.2
"""Reminders, the queue of a coordinator, and what anyone may say about a place."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from ruimbaan.core.directory.joining.queue import Why
from ruimbaan.core.directory.joining.reminders import REMIND_AFTER
from ruimbaan.core.directory.records.changes import Origin, Source
from ruimbaan.core.directory.records.record import Record
from ruimbaan.parts.directory import services as directory
from ruimbaan.parts.directory.duplicates.models import CandidatePair
from ruimbaan.parts.directory.joining.connections import set_address
from ruimbaan.parts.directory.joining.models import (
    Attempt,
    Keeper,
    MailLink,
    Remark,
    Weights,
)
from ruimbaan.parts.directory.joining.queries import queue
from ruimbaan.parts.directory.joining.remarks import settle
from ruimbaan.parts.directory.joining.reminding import list_due, remind_all
from ruimbaan.parts.directory.joining.services import still_right
from ruimbaan.parts.directory.joining.weights import routes_of
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.search.gaps import LEAST, record
from ruimbaan.parts.directory.store.reading import around
from ruimbaan.parts.directory.upkeep.verifying import verify
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.outbox.services import deliver
from tests.parts.joining_forms import link_in

WRONG = "/steun/waalstad/W06/klopt-niet"


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def kept(now: datetime) -> Keeper:
    """Somebody looks after W34, and just said that it is right."""
    keeper = set_address("waalstad", "W34", "wiel@example.org", "nl", now)
    still_right(keeper.links.get(), now)
    deliver(now)
    mail.outbox.clear()
    return Keeper.objects.get(pk=keeper.pk)


def why(code: str, today: date) -> list[Why]:
    return [item.why for item in queue("waalstad", today) if item.code == code]


def test_that_somebody_looked_changes_no_route(now: datetime):
    """Who looks at twenty places one after another does not wait for the planner each time."""
    routes_of("waalstad")
    Weights.objects.filter(region="waalstad").update(routes={"kept": 1})

    verify("waalstad", "W06", now)
    assert routes_of("waalstad") == {"kept": 1}
    uid = Listing.objects.get(region="waalstad", code="W06").uid
    service = around([("service", uid)]).records["service", uid]
    closed = Record("service", uid, {**service.values, "status": "defunct"})
    origin = Origin(Source.COORDINATOR, timezone.localdate(now))
    directory.write("waalstad", [closed], origin=origin, at=now)

    assert "kept" not in routes_of("waalstad")


def test_reminders_come_three_times_grow_gentler_and_end_in_the_queue(kept: Keeper, now: datetime):
    today = timezone.localdate(now)
    written = []
    for days in range(0, 320, 4):
        moment = now + timedelta(days=days)
        if remind_all(moment):
            written.append(days)
            deliver(moment)

    assert len(written) == len(REMIND_AFTER)
    assert all(
        after.days <= day < after.days + 4 for day, after in zip(written, REMIND_AFTER, strict=True)
    )
    bodies = [str(letter.body) for letter in mail.outbox]
    assert [len(bodies), len(set(bodies))] == [3, 3]
    assert "Geen tijd? Dat geeft niet." in bodies[1]
    assert "de laatste keer" in bodies[2]
    assert Why.STALE not in why("W34", today + timedelta(days=300))
    assert Why.STALE in why("W34", today + timedelta(days=304))


def test_who_answers_is_left_alone_for_three_months(kept: Keeper, now: datetime):
    later = now + REMIND_AFTER[0]
    remind_all(later)
    still_right(MailLink.objects.get(ended=False), later)

    assert list_due(timezone.localdate(later + REMIND_AFTER[0] - timedelta(days=1))) == ()
    assert len(list_due(timezone.localdate(later + REMIND_AFTER[0]))) == 1


def test_a_reminder_is_written_once_however_often_one_runs_it(kept: Keeper, now: datetime):
    later = now + REMIND_AFTER[0]
    before = Letter.objects.count()

    for _again in range(3):
        remind_all(later)

    assert Letter.objects.count() == before + 1


def test_looking_who_is_due_changes_nothing(kept: Keeper, now: datetime):
    later = timezone.localdate(now + REMIND_AFTER[0])

    assert list_due(later) == list_due(later)
    assert [due.number for due in list_due(later)] == [1]
    assert Keeper.objects.get(pk=kept.pk).reminders == 0


def test_the_link_of_a_reminder_is_one_tap(kept: Keeper, now: datetime, client: Client):
    later = now + REMIND_AFTER[0]
    remind_all(later)
    deliver(later)

    page = client.get(link_in(mail.outbox[-1])).content.decode()

    assert "Klopt dit nog?" in page
    assert page.index("Klopt nog") < page.index("Verander iets")


def test_the_queue_has_most_routes_first(now: datetime):
    counted = routes_of("waalstad")

    items = queue("waalstad", timezone.localdate(now))

    routes = [item.routes for item in items]
    assert routes == sorted(routes, reverse=True)
    assert routes == [counted.get(item.code, 0) for item in items]
    assert routes[0] > 0


def test_a_place_that_nobody_looked_at_for_long_is_stale(now: datetime):
    today = timezone.localdate(now)
    Listing.objects.filter(region="waalstad", code="W34").update(verified_on=None)
    Listing.objects.filter(region="waalstad", code="W35").update(verified_on=today)

    assert Why.STALE in why("W34", today)
    assert Why.STALE not in why("W35", today)


def test_routes_are_counted_again_only_when_the_directory_changed(now: datetime):
    first = routes_of("waalstad")
    Weights.objects.update(routes={"W34": 1})
    kept = routes_of("waalstad")
    package = around([("service", Listing.objects.get(region="waalstad", code="W34").uid)])
    service = package.of("service")[0]
    changed = Record("service", service.id, {**service.values, "alert": "Dicht met kerst."})
    origin = Origin(Source.COORDINATOR, timezone.localdate(now))
    directory.write("waalstad", [changed], origin=origin, at=now)

    assert kept == {"W34": 1}
    assert routes_of("waalstad") == first


def test_fragile_places_stand_in_the_queue(now: datetime):
    today = timezone.localdate(now)
    Listing.objects.filter(region="waalstad", code="W34").update(
        funding_until=today + timedelta(days=100)
    )
    Listing.objects.filter(region="waalstad", code="W35").update(one_key_person=True)

    assert Why.FRAGILE in why("W34", today)
    assert Why.FRAGILE in why("W35", today)


def test_doubles_take_their_place_by_routes_and_gaps_come_last(now: datetime):
    today = timezone.localdate(now)
    for _question in range(LEAST):
        record("waalstad", ["need:teeth"], today)
    pair = Listing.objects.filter(region="waalstad", code__in=["W34", "W35"])
    first, second = sorted(pair.values_list("uid", flat=True))
    CandidatePair.objects.create(
        region="waalstad", first=first, second=second, score=0.9, reasons=[]
    )

    items = queue("waalstad", today)

    doubles = [item for item in items if item.why is Why.DOUBLE]
    assert [item.routes for item in doubles] == [routes_of("waalstad").get(doubles[0].code, 0)]
    assert (items[-1].why, items[-1].code) == (Why.GAP, "need:teeth")


def test_anyone_may_say_that_something_is_wrong(client: Client, now: datetime):
    client.post(WRONG, {"kind": "wrong", "text": "De deur is op maandag dicht."})

    remark = Remark.objects.get()
    assert (remark.kind, remark.text, remark.address) == (
        "wrong",
        "De deur is op maandag dicht.",
        "",
    )
    assert Why.DISPUTE in why("W06", timezone.localdate(now))
    assert "maandag dicht" not in client.get("/steun/waalstad/W06").content.decode()


def test_a_claim_asks_where_to_answer(client: Client, now: datetime):
    without = client.post(WRONG, {"kind": "ours"})
    client.post(WRONG, {"kind": "ours", "address": "poli@example.org"})

    assert without.status_code == 422
    assert "Daar antwoorden we op." in without.content.decode()
    assert Remark.objects.get().address == "poli@example.org"
    assert Why.CLAIM in why("W06", timezone.localdate(now))


def test_what_was_settled_is_thrown_away(client: Client, now: datetime):
    client.post(WRONG, {"kind": "wrong", "text": "Klopt niet."})
    number = Remark.objects.get().pk

    assert not settle("grachtstad", number, now)
    assert settle("waalstad", number, now)
    assert Remark.objects.get().text == ""
    assert Why.DISPUTE not in why("W06", timezone.localdate(now))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Kies wat er aan de hand is."),
        ({"kind": "wrong"}, "Schrijf wat er niet klopt."),
        ({"kind": "wrong", "text": "a" * 1_001}, "Dit is te lang."),
        ({"kind": "wrong", "text": "x\x00y"}, "Hier staat een vreemd teken in."),
        ({"kind": "nothing", "text": "x"}, "Kies wat er aan de hand is."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_kept(client: Client, fields, said):
    response = client.post(WRONG, fields)

    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Remark.objects.exists()


def test_it_warns_not_to_write_about_people(client: Client):
    assert "Schrijf niets over mensen." in client.get(WRONG).content.decode()


def test_markup_in_a_text_is_text(client: Client):
    response = client.post(WRONG, {"kind": "", "text": "<script>alert(1)</script>"})

    assert "<script>alert" not in response.content.decode()
    assert "&lt;script&gt;" in response.content.decode()


def test_too_many_from_one_place_is_said_and_what_was_written_stays(client: Client):
    for number in range(20):
        client.post(WRONG, {"kind": "wrong", "text": f"Regel {number}"})

    response = client.post(WRONG, {"kind": "wrong", "text": "Nog een"})
    elsewhere = client.post(
        WRONG, {"kind": "wrong", "text": "Van elders"}, REMOTE_ADDR="203.0.113.9"
    )

    assert response.status_code == 429
    assert "Nog een" in response.content.decode()
    assert elsewhere.status_code == 200
    assert Remark.objects.count() == 21


def test_a_wide_address_counts_by_its_first_half_and_old_attempts_are_forgotten(client: Client):
    for number in range(20):
        client.post(
            WRONG,
            {"kind": "wrong", "text": f"Regel {number}"},
            REMOTE_ADDR=f"2001:db8::{number + 1}",
        )
    blocked = client.post(WRONG, {"kind": "wrong", "text": "x"}, REMOTE_ADDR="2001:db8::ffff")
    Attempt.objects.update(at=timezone.now() - timedelta(days=3))
    client.post(WRONG, {"kind": "wrong", "text": "y"}, REMOTE_ADDR="2001:db8::ffff")

    assert blocked.status_code == 429
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize("place", ["nowhere", "W-nergens"])
def test_a_place_that_is_not_there_has_no_form(client: Client, place: str):
    assert client.get(f"/steun/waalstad/{place}/klopt-niet").status_code == 404
