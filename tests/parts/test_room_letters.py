# SPDX-License-Identifier: EUPL-1.2
"""Silence after a request for room, over a real mail server: reminded once, then what was agreed, never
a yes; nothing lost when the server is away for a day, and nothing left of who was erased."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from ruimbaan.core.discretion.asking import WAITING, State
from ruimbaan.core.kernel.working_days import after_working_days
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.discretion.asking.models import RequestRecord
from ruimbaan.parts.discretion.services import remind_of_requests
from ruimbaan.parts.outbox.services import deliver
from ruimbaan.parts.trust.services import destroyed
from tests.parts.own_files import Other, Person, person, worker
from tests.parts.room_pages import (
    DEPUTY,
    MAIL,
    OWN_ASK,
    WHAT,
    ask,
    ask_for,
    filled,
    link,
    only,
    press,
)
from tests.parts.smtp_server import Arrivals, mail_server
from tests.parts.test_handoff_letters import text_of, to_whom

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals, override_settings(MAIL_AT_ONCE=False):
        yield arrivals


@pytest.fixture
def noor() -> Other:
    one = worker("noor")
    Account.objects.filter(pk=one.account.pk).update(email="noor@example.org")
    return one


@pytest.fixture
def sterre() -> Person:
    one = person()
    Account.objects.filter(pk=one.account.pk).update(email="sterre@example.org")
    return one


def after(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)


def by_deputy() -> dict[str, str]:
    answer = after_working_days(timezone.localdate(), 4)
    return {"antwoord": answer.isoformat(), "stil": "deputy", "vervanger": DEPUTY}


def test_silence_reminds_once_goes_to_the_deputy_and_ends(server: Arrivals, noor: Other):
    ask(noor, **by_deputy())
    deliver(timezone.now())
    for days in range(30):
        remind_of_requests(after(days))
        remind_of_requests(after(days))
        deliver(after(days))

    assert to_whom(server) == [MAIL, MAIL, DEPUTY, "noor@example.org", DEPUTY, "noor@example.org"]
    assert only(noor).kept.request.state is State.UNANSWERED
    assert RequestRecord.objects.get().due is None


def test_after_silence_the_deputy_says_yes_from_the_letter_and_gets_a_receipt(
    server: Arrivals, noor: Other
):
    """The clock, the letter, the tap, the receipt and the news, over a real mail server. The silence
    itself never was a yes."""
    ask(noor, **by_deputy())
    deliver(timezone.now())
    for days in (3, 5, 7):
        remind_of_requests(after(days))
        assert only(noor).kept.request.state in WAITING
        deliver(after(days))
    to_deputy = next(one for one in reversed(server.letters) if one["To"] == DEPUTY)
    path = "/ruimte/vraag/" + text_of(to_deputy).split("/ruimte/vraag/")[1].split()[0]
    before = len(server.letters)

    assert press(path, "ja").status_code == 200
    deliver(after(8))

    receipt, news = sorted(server.letters[before:], key=lambda one: str(one["To"]), reverse=True)
    assert (receipt["To"], receipt["Subject"]) == (DEPUTY, "Bewaard")
    assert news["To"] == "noor@example.org"
    assert "/ruimte/vraag/" not in text_of(news)
    assert path not in text_of(receipt)  # a new link, to come back on it
    assert only(noor).kept.request.state is State.YES
    assert press(path, "nee").status_code == 404


def test_the_deputy_answers_and_the_first_link_is_of_nothing(noor: Other):
    ask(noor, **by_deputy())
    first = link()
    remind_of_requests(after(9))

    assert only(noor).kept.request.state is State.WITH_DEPUTY
    assert press(first, "ja").status_code == 404
    assert link() != first
    RequestRecord.objects.update(due=None)
    found = only(noor)
    assert found.kept.request.answer_by > timezone.localdate()
    assert press(link(), "ja").status_code == 200
    assert only(noor).kept.request.state is State.YES


def test_without_a_deputy_silence_is_no_answer(noor: Other):
    ask(noor)

    done = remind_of_requests(after(20))

    assert (done.ended, done.deputy) == (1, 0)
    page = noor.client.get("/werk/ruimte/vragen").content.decode()
    assert "Stilte is geen ja." in page


def test_what_waits_for_the_person_is_not_sent_by_waiting(noor: Other, sterre: Person):
    ask_for(noor, sterre)
    for days in range(0, 90, 10):
        remind_of_requests(after(days))

    assert only(noor).kept.request.state is State.UNANSWERED
    assert only(noor).kept.token == ""


def test_an_answer_that_came_in_between_is_not_reminded_of(noor: Other):
    ask(noor)
    press(link(), "nee")

    assert remind_of_requests(after(20)).again == 0
    assert only(noor).kept.request.state is State.NO


def test_a_mail_server_that_is_away_for_a_day_loses_nothing(server: Arrivals, noor: Other):
    server.answer = "451 Later"
    now = timezone.now()
    ask(noor)
    for hour in range(24):
        deliver(now + hour * HOURS)
    assert server.letters == []

    server.answer = "250 OK"
    deliver(after(3))

    (letter,) = server.letters
    path = "/ruimte/vraag/" + text_of(letter).split("/ruimte/vraag/")[1].split()[0]
    assert press(path, "ja").status_code == 200


def test_everybody_hears_of_the_answer_and_no_letter_says_what(
    server: Arrivals, noor: Other, sterre: Person
):
    ask_for(noor, sterre)
    sterre.client.post(f"/mijn/ruimte/vragen/{only(noor).id}", {"doe": "mag"})
    press(link(), "ja-maar", maar="Alleen in maart.")
    deliver(timezone.now())

    assert set(to_whom(server)) == {"sterre@example.org", "noor@example.org", MAIL}
    told = " ".join(f"{one['Subject']} {text_of(one)}" for one in server.letters)
    for secret in (WHAT, "Sterre", "Noor", "Kade", "maart", "R52", "Ruimte vragen"):
        assert secret not in told


def test_a_file_that_was_erased_takes_its_requests_along(
    noor: Other, sterre: Person, django_capture_on_commit_callbacks: Any
):
    ask_for(noor, sterre)
    sterre.client.post(f"/mijn/ruimte/vragen/{only(noor).id}", {"doe": "mag"})
    asked, path = only(noor).id, link()

    with django_capture_on_commit_callbacks(execute=True):
        sterre.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})

    assert sterre.journey in destroyed()
    assert Client().get(path).status_code == 404
    assert noor.client.get(f"/werk/ruimte/vragen/{asked}").status_code == 404
    assert WHAT not in noor.client.get("/werk/ruimte/vragen").content.decode()
    assert remind_of_requests(timezone.now()).cleared == 1
    assert not RequestRecord.objects.exists()


def test_a_request_of_somebody_else_stays(
    noor: Other, sterre: Person, django_capture_on_commit_callbacks: Any
):
    ask(noor)
    sterre.client.post(OWN_ASK, filled())
    with django_capture_on_commit_callbacks(execute=True):
        sterre.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})

    assert remind_of_requests(timezone.now()).cleared == 1
    assert only(noor).kept.request.what == WHAT
