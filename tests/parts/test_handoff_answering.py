# SPDX-License-Identifier: EUPL-1.2
"""What a receiver answers on the page: nothing is said that nobody chose, and nothing typed is lost."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from ruimbaan.core.handoff.states import State
from ruimbaan.parts.handoff.models import StepRecord
from tests.parts.handing_over import by_link, only_handoff, organisation_of, question, send, to
from tests.parts.own_files import Other, Person, person, read, worker

pytestmark = pytest.mark.django_db
NOT_CHOSEN = "Hier is nog niets gekozen."


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def noor(sterre: Person) -> Other:
    """Whom Sterre asked something."""
    found = worker("noor")
    send(sterre, question(to(organisation_of(found))))
    return found


def where() -> str:
    return f"/werk/overdracht/{only_handoff().pk}"


def answered(noor: Other, what: str, **more: str) -> Any:
    return noor.client.post(where(), {"doe": what, **more})


def test_no_reason_stands_ready_that_the_receiver_did_not_choose(sterre: Person, noor: Other):
    link = by_link(sterre)

    for page in (read(noor.client, where_of(noor)), link.opens().content.decode()):
        assert 'value="no-place"' in page
        assert not re.search(r"<input[^>]+type=\"radio\"[^>]* checked", page)


def where_of(noor: Other) -> str:
    found = re.search(r"/werk/overdracht/[\w-]{36}", read(noor.client, "/werk/overdracht"))
    assert found is not None
    return found[0]


@pytest.mark.parametrize("what", ["nee", "andere-dag"])
def test_without_a_reason_that_is_said_and_what_was_typed_stays(noor: Other, what: str):
    answer = answered(noor, what, dag=day(11), zeg="Bel De Brug.")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert NOT_CHOSEN in page
    assert page.count('<details class="rb-fold" open>') == 1
    assert (day(11) if what == "andere-dag" else "Bel De Brug.") in page
    assert only_handoff().state != State.REJECTED


def test_a_day_that_is_over_leaves_the_reason_that_was_chosen(noor: Other):
    page = answered(noor, "andere-dag", dag=day(-3), reden="funding").content.decode()

    assert "Deze dag is al voorbij." in page
    assert re.search(r'value="funding" checked', page)


def test_by_a_link_what_was_typed_stays_too(sterre: Person):
    link = by_link(sterre)
    link.opens()

    page = link.answers("nee", zeg="Bel De Brug.").content.decode()

    assert NOT_CHOSEN in page
    assert 'value="Bel De Brug."' in page


def test_another_day_can_be_asked_again(sterre: Person, noor: Other):
    for later in (5, 12):
        assert answered(noor, "andere-dag", dag=day(later), reden="hours").status_code == 302
    again = answered(noor, "andere-dag", dag=day(12), reden="hours")

    assert again.status_code == 302
    held = StepRecord.objects.filter(end=State.ON_HOLD)
    assert [str(one.day) for one in held] == [day(5), day(12)]
    assert only_handoff().state == State.ON_HOLD
    assert "Is een andere dag goed?" in sterre.read(f"/mijn/overdracht/{only_handoff().pk}")


def test_what_cannot_be_is_said_without_the_codes_of_states(noor: Other):
    answered(noor, "ja", dag=day(5))

    told = answered(noor, "nee", reden="hours").content.decode()
    in_english = noor.client.post(f"/en{where()}", {"doe": "nee", "reden": "hours"})

    assert "vanaf “ja gezegd” naar “nee gezegd”." in told
    assert "from “said yes” to “said no”." in in_english.content.decode()


@pytest.mark.parametrize(("dag", "status"), [("9000-01-01", 302), ("9000-01-02", 422)])
def test_a_day_too_far_away_to_count_from_is_not_taken(noor: Other, dag: str, status: int):
    assert answered(noor, "ja", dag=dag).status_code == status
