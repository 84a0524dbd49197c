# SPDX-License-Identifier: EUPL-1.2
"""What the tables of a region are counted from: each handoff once, with kinds and weeks, and nobody."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

import pytest
from django.utils import timezone

from ruimbaan.core.directory.joining.becoming import SEEN
from ruimbaan.core.handoff.receipts import week_of
from ruimbaan.core.insight.courses import Cohort, Course
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.handoff.models import HandoffRecord, Receipt
from ruimbaan.parts.insight.services import courses_in
from tests.parts.handing_over import organisation_of, question, send, to
from tests.parts.own_files import Other, person, worker

pytestmark = pytest.mark.django_db
MONDAY = week_of(timezone.localdate())
COHORT = Cohort(MONDAY - timedelta(weeks=104), MONDAY + timedelta(weeks=1), MONDAY)


def place(name: str, *kinds: int, region: str = "waalstad") -> Organisation:
    """On the Kaart, with a place of each of these kinds."""
    for number, kind in enumerate(kinds):
        Listing.objects.create(
            region=region,
            uid=f"{name}-{number}",
            code=f"{name}-{number}",
            name=name,
            organisation_uid=name,
            status=SEEN,
            kind=kind,
        )
    return Organisation.objects.create(name=name, region=region, directory_code=name)


def trace(sender: Organisation | None, receiver: Organisation | None, **more: object) -> None:
    kept = {
        "region": "waalstad",
        "ask": "support",
        "asked": MONDAY - timedelta(weeks=3),
        "ended": MONDAY,
        "outcome": "met",
    }
    Receipt.objects.create(
        sender=sender.pk if sender else None,
        receiver=receiver.pk if receiver else None,
        **(kept | more),
    )


def pairs() -> list[tuple[str, str, str]]:
    return sorted((one.van, one.naar, one.way) for one in courses_in("waalstad", COHORT))


def test_the_kind_of_a_sender_is_what_it_mostly_offers_on_the_map():
    trace(place("kade", 9, 6, 6), place("brug", 23), service_type=40)

    assert pairs() == [("6", "40", "week-03")]


def test_where_nobody_said_what_was_asked_it_is_what_the_receiver_offers():
    trace(None, place("brug", 23))
    trace(place("nieuw"), None)

    assert pairs() == [("anders", "anders", "week-03"), ("zelf", "23", "week-03")]


def test_another_region_and_other_weeks_are_not_counted():
    brug = place("brug", 23)
    trace(None, brug, region="vestingstad")
    trace(None, brug, region="")
    trace(None, brug, asked=COHORT.first - timedelta(weeks=1))
    trace(None, brug, asked=COHORT.end)

    assert pairs() == []


def test_who_still_waits_counts_once_and_who_met_counts_once():
    brug = place("brug", 23)
    noor: Other = worker("noor", organisation=brug)
    waits, met, hurt = person("wim"), person("mo"), person("ada")
    for one in (waits, met, hurt):
        assert send(one, question(to(organisation_of(noor)))).status_code == 302
    rows = {row.journey_id: row for row in HandoffRecord.objects.all()}
    answer = {"doe": "nee", "reden": "no-place"}
    path = f"/werk/overdracht/{rows[hurt.journey].pk}"
    assert noor.client.post(path, answer).status_code == 302
    yes = {"doe": "ja", "dag": (timezone.localdate() + timedelta(days=1)).isoformat()}
    noor.client.post(f"/werk/overdracht/{rows[met.journey].pk}", yes)
    met.client.post(f"/mijn/overdracht/{rows[met.journey].pk}", {"doe": "ontmoet"})

    assert Receipt.objects.filter(region="waalstad").count() == 2
    assert pairs() == [
        ("zelf", "23", "nee-plek"),
        ("zelf", "23", "wacht"),
        ("zelf", "23", "week-00"),
    ]


def test_a_course_has_nothing_of_a_person():
    brug = place("brug", 23)
    noor = worker("noor", organisation=brug)
    one = person("wim")
    send(one, question(to(organisation_of(noor))))
    (course,) = courses_in("waalstad", COHORT)

    assert [field.name for field in fields(Course)] == [
        *("van", "naar", "asked", "way", "sender", "receiver")
    ]
    assert course.sender == ""
    assert course.receiver == str(brug.pk)
    assert course.asked.weekday() == 0
    assert not {str(one.account.pk), str(one.journey)} & {course.sender, course.receiver}
