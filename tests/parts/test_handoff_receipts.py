# SPDX-License-Identifier: EUPL-1.2
"""What the system leaves behind of a handoff leads back to nobody."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import models
from django.utils import timezone

from ruimbaan.core.handoff.receipts import week_of
from ruimbaan.core.handoff.states import State
from ruimbaan.parts.accounts.models import Account, Organisation
from ruimbaan.parts.handoff.models import HandoffRecord, Receipt, StepRecord
from ruimbaan.parts.handoff.services import names_in, raw_weeks
from ruimbaan.parts.trust.files.models import GrantRecord, Journey
from tests.parts.handing_over import organisation_of, question, send, to
from tests.parts.own_files import Other, Person, person, worker
from tools.paths import ROOT

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
KEPT = {
    "id": models.UUIDField,
    "sender": models.UUIDField,
    "receiver": models.UUIDField,
    "region": models.CharField,
    "ask": models.CharField,
    "service_type": models.PositiveSmallIntegerField,
    "asked": models.DateField,
    "ended": models.DateField,
    "outcome": models.CharField,
    "reason": models.CharField,
}
"""Nothing more: whoever adds a column says here what it is."""


@pytest.fixture
def noor() -> Other:
    return worker("noor", organisation=Organisation.objects.create(name="De Kade"))


def no(noor: Other, one: Person) -> None:
    assert send(one, question(to(organisation_of(noor)))).status_code == 302
    row = HandoffRecord.objects.get(journey=one.journey)
    answer = {"doe": "nee", "reden": "area"}
    assert noor.client.post(f"/werk/overdracht/{row.pk}", answer).status_code == 302


def test_a_receipt_holds_two_organisations_two_weeks_and_words_of_closed_lists_only():
    fields = {field.name: type(field) for field in Receipt._meta.get_fields()}

    assert fields == KEPT
    for name in ("ask", "outcome", "reason"):
        assert getattr(Receipt._meta.get_field(name), "choices", None), name
    assert not [field for field in Receipt._meta.get_fields() if field.is_relation]


def test_no_value_in_it_stands_in_a_row_of_somebody(noor: Other):
    people = [person(f"persoon-{number}") for number in range(3)]
    for one in people:
        no(noor, one)
    of_people: set[UUID] = set()
    for model in (Account, Journey, HandoffRecord, StepRecord, GrantRecord):
        of_people |= set(model._base_manager.values_list("pk", flat=True))

    for receipt in Receipt.objects.values():
        values = {value for name, value in receipt.items() if name != "receiver"}
        assert values.isdisjoint(of_people)
        assert {receipt["asked"].weekday(), receipt["ended"].weekday()} == {0}
        assert receipt["sender"] is None  # the person alone: no account stands there
        assert receipt["receiver"] == organisation_of(noor).pk
    rows = [tuple(one.values())[1:] for one in Receipt.objects.values()]
    assert len(rows) == 3
    assert len(set(rows)) == 1  # of three people one cannot tell which is which


def test_its_order_is_that_of_chance_and_not_of_what_happened():
    """The id is the only order there is, and it does not grow."""
    made = [
        Receipt.objects.create(
            ask="support", asked=week_of(TODAY), ended=week_of(TODAY), outcome=State.MET
        ).pk
        for _ in range(20)
    ]

    assert [row.pk for row in Receipt.objects.order_by("pk")] != made
    assert {one.version for one in made} == {4}


def test_after_erasing_the_same_receipt_is_all_there_is(noor: Other):
    sterre = person()
    no(noor, sterre)
    (before,) = Receipt.objects.values()

    sterre.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})

    assert list(Receipt.objects.values()) == [before]


def test_the_keeper_reads_them_together_by_pair_and_week(noor: Other):
    no(noor, person())

    (week,) = found = raw_weeks(week_of(TODAY), week_of(TODAY) + timedelta(weeks=1))

    assert (week.pair.sender, week.pair.receiver) == (None, organisation_of(noor).pk)
    assert (week.outcomes, week.median_wait) == ({State.REJECTED: 1}, 0)
    assert names_in(found, timezone.now()) == {organisation_of(noor).pk: "De Kade"}


def test_only_the_weeks_that_were_asked_for():
    for weeks in range(3):
        ended = week_of(TODAY) - timedelta(weeks=weeks)
        Receipt.objects.create(ask="support", asked=ended, ended=ended, outcome=State.MET)
    since = week_of(TODAY) - timedelta(weeks=1)

    assert [one.week for one in raw_weeks(since, week_of(TODAY))] == [since]


def test_no_part_of_the_site_asks_for_the_raw_figures():
    """Only the command does, and the analytics may; a page would have to pass here."""
    asking = {
        path.name
        for path in (ROOT / "src" / "ruimbaan" / "parts").rglob("*.py")
        if "raw_weeks" in path.read_text(encoding="utf-8")
    }

    assert asking == {"receipt_queries.py", "services.py"}
