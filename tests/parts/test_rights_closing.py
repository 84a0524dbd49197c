# SPDX-License-Identifier: EUPL-1.2
"""Closing an account: nobody can read or sign in any more, and the log still holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.conf import LazySettings
from django.utils import timezone

from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Account, MembershipRecord
from ruimbaan.parts.accounts.signing_in import paper, proving
from ruimbaan.parts.accounts.signing_in.models import PaperCode, SessionRecord
from ruimbaan.parts.trust import services as trust
from ruimbaan.parts.trust.files.models import Acquaintance, Journey
from ruimbaan.parts.trust.log import auditing, services
from ruimbaan.parts.trust.log.whole import every_entry
from ruimbaan.parts.trust.rights import requests
from tests.parts.access_logs import begin_empty
from tests.parts.own_files import Person, close_one, person, worker

CLOSE = "/mijn/rechten/weg"
YES = {"zeker": "ja"}


@pytest.fixture(autouse=True)
def own_log(settings: LazySettings, tmp_path: Path) -> Iterator[None]:
    """Without what other tests left in theirs."""
    begin_empty(settings, tmp_path)
    yield
    services.close()


@pytest.fixture
def closes(django_capture_on_commit_callbacks):
    def close(client):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(CLOSE, YES)

    return close


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    sterre.writes("wensen", words="Mijn zoon weer thuis.")
    return sterre


def test_nothing_to_sign_in_with_is_left(sterre: Person, closes):
    code = paper.new_code(sterre.account, timezone.now())
    Authenticator.objects.create(user=sterre.account, type="totp", data={})
    Account.objects.filter(pk=sterre.account.pk).update(email="sterre@example.org")

    answer = closes(sterre.client)

    row = Account.objects.get(pk=sterre.account.pk)
    assert answer.status_code == 200
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert (row.email, row.called, row.is_active) == (None, "", False)
    assert "sterre" not in row.code_name
    assert proving.by_paper("sterre", code) is None
    assert not PaperCode.objects.exists()
    assert not Authenticator.objects.exists()
    assert not SessionRecord.objects.filter(account=sterre.account).exists()


def test_what_was_written_can_no_longer_be_read(sterre: Person, closes):
    sealed = trust.seal(sterre.journey, "test.test:1", "Mijn zoon weer thuis.")

    closes(sterre.client)

    assert Journey.objects.get(id=sterre.journey).owner is None
    with pytest.raises(trust.KeyGone):
        trust.unseal(sterre.journey, "test.test:1", sealed)


def test_a_question_nobody_can_read_any_more_does_not_wait_for_an_answer(sterre: Person, closes):
    """With the account goes the key of the text, and who would read the answer."""
    office = worker("bea", Role.ADMINISTRATOR).client
    now = timezone.now()
    made = requests.ask(sterre.account.pk, uuid4(), "other", "Dit klopt niet.", now)
    before = sterre.read(CLOSE)

    closes(sterre.client)

    found = requests.find(made)
    page = office.get(f"/beheer/verzoeken/{made}").content.decode()
    answer = office.post(f"/beheer/verzoeken/{made}", {"uitkomst": "done", "antwoord": "Ja."})
    assert found is not None
    assert (found.text, found.is_open, found.asked) == ("", False, now)
    assert "Je krijgt daar dan geen antwoord meer op." in before
    assert "Er is geen open verzoek." in office.get("/beheer/verzoeken").content.decode()
    assert "De tekst is weg. Wie dit vroeg, heeft het account weggehaald." in page
    assert "Teruggetrokken door wie het vroeg" in page
    assert "<form" not in page[page.index("<h1") : page.index("</main>")]
    assert answer.status_code == 422


def test_what_was_answered_before_stays_answered(sterre: Person, closes):
    made = requests.ask(sterre.account.pk, uuid4(), "other", "Dit klopt niet.", timezone.now())
    requests.reply(made, "done", "Het klopt nu.", timezone.now())
    before = sterre.read(CLOSE)

    closes(sterre.client)

    found = requests.find(made)
    assert found is not None
    assert (found.outcome, found.answer, found.withdrawn) == ("done", "", None)
    assert "geen antwoord meer" not in before


def test_the_log_still_holds_and_has_the_erasing_in_it(sterre: Person, closes):
    closes(sterre.client)

    report = auditing.look_through([])
    rows = [one for some in every_entry(sterre.journey, timezone.now()) for one in some]
    assert report.faults == ()
    assert rows[-1].action == "erase"
    assert rows[-1].actor == sterre.account.pk


def test_a_second_time_there_is_nobody(sterre: Person, closes):
    closes(sterre.client)

    again = sterre.client.post(CLOSE, YES)

    assert (again.status_code, again.headers["Location"]) == (303, "/inloggen")


def test_it_asks_first_and_says_what_stays(sterre: Person):
    page = sterre.read(CLOSE)
    without = sterre.client.post(CLOSE)

    assert "Minstens 5 jaar." in page
    assert without.status_code == 422
    assert "Zet eerst het vinkje." in without.content.decode()
    assert Account.objects.get(pk=sterre.account.pk).is_active


def test_it_needs_a_fresh_proof(sterre: Person, closes):
    SessionRecord.objects.update(proved=timezone.now() - timedelta(minutes=11))

    assert closes(sterre.client).status_code == 303
    assert Account.objects.get(pk=sterre.account.pk).is_active


def test_others_no_longer_find_who_left(sterre: Person, closes):
    oma = close_one()
    sterre.knows(oma.party)

    closes(oma.client)

    assert not Acquaintance.objects.exists()
    assert "gone-" not in sterre.read("/mijn/delen/nieuw")


def test_the_last_administrator_stays_and_loses_nothing(closes):
    bea = worker("bea", Role.ADMINISTRATOR)
    journey = trust.begin(bea.account.pk, timezone.now())

    answer = closes(bea.client)

    assert answer.status_code == 422
    assert MembershipRecord.objects.get().ends is None
    assert Journey.objects.get(id=journey).owner == bea.account
    assert Account.objects.get(pk=bea.account.pk).is_active


def test_who_works_somewhere_no_longer_does(closes):
    noor = worker()

    assert closes(noor.client).status_code == 200
    assert MembershipRecord.objects.get().ends is not None
