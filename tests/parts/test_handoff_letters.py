# SPDX-License-Identifier: EUPL-1.2
"""Reminders and letters of handoffs over a real mail server: neutral, once, and nothing lost when the
server is away for a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from email.message import EmailMessage
from uuid import uuid4

import pytest
from django.test import override_settings
from django.utils import timezone

from ruimbaan.core.handoff.reminding import Nudge
from ruimbaan.core.kernel.working_days import after_working_days
from ruimbaan.parts.accounts.models import Account, MembershipRecord, Organisation
from ruimbaan.parts.handoff import telling
from ruimbaan.parts.handoff.models import HandoffRecord, NudgeRecord, StepRecord
from ruimbaan.parts.handoff.services import tell
from ruimbaan.parts.outbox.services import deliver
from tests.parts.handing_over import (
    MARK,
    ByLink,
    by_link,
    do,
    known,
    link_of,
    only_handoff,
    organisation_of,
    question,
    send,
    to,
)
from tests.parts.own_files import Other, Person, person, worker
from tests.parts.smtp_server import Arrivals, mail_server

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=1)
SECRETS = ("Sterre", "Kribbe", "Kade", "Bram", MARK, "hulp", "overdracht:", "verslaving")


@pytest.fixture
def server() -> Iterator[Arrivals]:
    with mail_server() as arrivals, override_settings(MAIL_AT_ONCE=False):
        yield arrivals


@pytest.fixture
def sterre() -> Person:
    one = person()
    _writes_to(one.account, "sterre@example.org")
    return one


@pytest.fixture
def bram(sterre: Person) -> Other:
    one = worker("bram", organisation=Organisation.objects.create(name="De Kribbe"))
    _writes_to(one.account, "bram@example.org")
    sterre.knows(one.party)
    return one


@pytest.fixture
def noor(sterre: Person) -> Other:
    one = worker("noor", organisation=Organisation.objects.create(name="De Kade"))
    _writes_to(one.account, "noor@example.org")
    return one


def _writes_to(account: Account, address: str) -> None:
    Account.objects.filter(pk=account.pk).update(email=address)


def text_of(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def to_whom(server: Arrivals) -> list[str]:
    return [to for _sender, addresses in server.envelopes for to in addresses]


def in_working_days(count: int) -> datetime:
    day = after_working_days(timezone.localdate(), count)
    return timezone.now() + (day - timezone.localdate())


def test_a_letter_tells_nothing_but_where_to_answer(server: Arrivals, sterre: Person):
    link = by_link(sterre, mail="intake@example.org")
    deliver(timezone.now())

    (letter,) = server.letters
    text = str(letter)
    assert to_whom(server) == ["intake@example.org"]
    found = re.search(r"http\S+(/overdracht/\S+)", text_of(letter))
    assert found is not None
    assert MARK in replace(link, path=found[1]).opens().content.decode()
    assert link.code not in text
    assert [word for word in SECRETS if word in text] == []


def test_silence_reminds_tells_and_calls_each_once(
    server: Arrivals, sterre: Person, bram: Other, noor: Other
):
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram)))
    deliver(timezone.now())
    server.envelopes.clear()
    for days in range(12):
        tell(in_working_days(days))
        tell(in_working_days(days))
    deliver(timezone.now() + 30 * 24 * HOURS)

    assert to_whom(server) == ["noor@example.org", "bram@example.org", "bram@example.org"]
    assert list(NudgeRecord.objects.order_by("id").values_list("nudge", flat=True)) == [
        Nudge.ASK_AGAIN,
        Nudge.SILENT,
        Nudge.SILENT_NAMED,
    ]


def test_what_was_missed_is_made_up_for(sterre: Person, bram: Other, noor: Other):
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram)))

    done = tell(in_working_days(40))

    assert set(done.told) == {Nudge.ASK_AGAIN, Nudge.SILENT, Nudge.SILENT_NAMED}
    assert tell(in_working_days(41)).told == {}


def test_an_answer_ends_the_reminding(sterre: Person, bram: Other, noor: Other):
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram)))
    noor.client.post(f"/werk/overdracht/{only_handoff().pk}", {"doe": "nee", "reden": "area"})

    assert set(tell(in_working_days(9)).told) == {Nudge.NEXT_WAY, Nudge.NEXT_WAY_NAMED}


def test_a_mail_server_that_is_away_for_a_day_loses_nothing(
    server: Arrivals, sterre: Person, bram: Other, noor: Other
):
    now = timezone.now()
    server.answer = "451 Later"
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram)))
    for hour in range(24):
        deliver(now + hour * HOURS)
    assert server.letters == []
    assert only_handoff().state == "requested"
    tell(in_working_days(6))  # silence is noticed, mail or no mail

    server.answer = "250 OK"
    deliver(in_working_days(7))

    assert sorted(set(to_whom(server))) == ["bram@example.org", "noor@example.org"]


def test_who_has_no_address_reads_it_on_the_page(sterre: Person, noor: Other):
    Account.objects.all().update(email=None)
    send(sterre, question(to(organisation_of(noor))))

    done = tell(in_working_days(9))

    assert done.letters == 0
    assert done.told[Nudge.SILENT] == 1
    assert "antwoordt nog niet" in _as_silent(sterre)


def _as_silent(sterre: Person) -> str:
    HandoffRecord.objects.update(answer_by=timezone.localdate() - timedelta(days=3))
    return sterre.read(f"/mijn/overdracht/{only_handoff().pk}")


def test_a_question_that_was_withdrawn_does_not_leave(server: Arrivals, sterre: Person):
    by_link(sterre, mail="intake@example.org")
    do(sterre, only_handoff().pk, "anders")
    deliver(timezone.now())

    (letter,) = server.letters
    assert "/overdracht/" not in text_of(letter)


def test_a_goal_whose_people_left_is_told_to_the_site(sterre: Person, bram: Other, noor: Other):
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram)))
    assert tell(timezone.now()).without_owner == ()

    MembershipRecord.objects.filter(pk=bram.party.id).update(ends=timezone.now())

    assert tell(timezone.now()).without_owner == (only_handoff().pk,)


def test_who_was_named_answers_when_the_sender_left(sterre: Person, bram: Other, noor: Other):
    send(sterre, question(to(organisation_of(noor)), known(bram), "ik"))
    MembershipRecord.objects.filter(pk=bram.party.id).update(ends=timezone.now())

    assert tell(timezone.now()).without_owner == ()


def test_two_runs_at_once_tell_it_once(sterre: Person, noor: Other):
    """The second finds the note of the first."""
    send(sterre, question(to(organisation_of(noor))))
    later = in_working_days(9)
    tell(later)
    NudgeRecord.objects.filter(nudge=Nudge.SILENT).delete()  # as if the first was still busy
    assert set(tell(later).told) == {Nudge.SILENT}
    assert StepRecord.objects.count() == 2


def with_new_link(sterre: Person) -> ByLink:
    return link_of(do(sterre, only_handoff().pk, "nieuwe-link", form=str(uuid4())))


def address_in(letter: EmailMessage) -> str:
    found = re.search(r"http\S+(/overdracht/\S+)", text_of(letter))
    assert found is not None
    return found[1]


def test_a_new_link_is_mailed_too(server: Arrivals, sterre: Person):
    by_link(sterre, mail="intake@example.org")
    deliver(timezone.now())
    server.letters.clear()

    link = with_new_link(sterre)
    deliver(timezone.now())

    (letter,) = server.letters
    assert MARK in replace(link, path=address_in(letter)).opens().content.decode()


def test_of_a_link_that_works_no_longer_no_letter_leaves(server: Arrivals, sterre: Person):
    by_link(sterre, mail="intake@example.org")
    with_new_link(sterre)
    link = with_new_link(sterre)
    deliver(timezone.now())

    (letter,) = server.letters
    assert MARK in replace(link, path=address_in(letter)).opens().content.decode()


def test_a_new_link_of_a_question_that_was_withdrawn_does_not_leave(
    server: Arrivals, sterre: Person
):
    by_link(sterre, mail="intake@example.org")
    with_new_link(sterre)
    do(sterre, only_handoff().pk, "anders")
    deliver(timezone.now())

    (letter,) = server.letters
    assert "/overdracht/" not in text_of(letter)


def subjects_to(server: Arrivals, address: str) -> list[str]:
    return [
        str(letter["Subject"])
        for (_sender, to), letter in zip(server.envelopes, server.letters, strict=True)
        if address in to
    ]


def test_who_is_called_oneself_gets_the_letter_and_the_link_of_a_person(
    server: Arrivals, sterre: Person, noor: Other
):
    send(sterre, question(to(organisation_of(noor))))
    tell(in_working_days(12))
    deliver(in_working_days(13))

    assert subjects_to(server, "sterre@example.org") == ["Er is iets nieuws voor je"]
    (text,) = (text_of(one) for one in server.letters if one["To"] == "sterre@example.org")
    assert "/mijn/overdracht" in text
    assert "/werk" not in text


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ({"doe": "nee", "reden": "area"}, "Nog geen volgende weg"),
        ({"doe": "ja"}, "Nog geen bevestiging"),
        ({"doe": "andere-dag", "reden": "hours"}, "Een dag is voorbij"),
    ],
)
def test_who_stays_is_not_told_of_silence_after_an_answer(
    server: Arrivals,
    sterre: Person,
    bram: Other,
    noor: Other,
    said: dict[str, str],
    subject: str,
):
    send(sterre, question(to(organisation_of(noor)), known(bram)))
    day = {} if said["doe"] == "nee" else {"dag": timezone.localdate().isoformat()}
    noor.client.post(f"/werk/overdracht/{only_handoff().pk}", {**said, **day})

    tell(in_working_days(12))
    deliver(in_working_days(13))

    subjects = subjects_to(server, "bram@example.org")
    assert subject in subjects
    assert "Nog geen antwoord" not in subjects


def test_a_term_that_passed_after_a_yes_is_no_silence(
    server: Arrivals, sterre: Person, bram: Other, noor: Other
):
    send(sterre, question(to(organisation_of(noor)), known(bram), soort="debt-talk"))
    day = timezone.localdate().isoformat()
    noor.client.post(f"/werk/overdracht/{only_handoff().pk}", {"doe": "ja", "dag": day})

    tell(in_working_days(40))
    deliver(in_working_days(41))

    subjects = subjects_to(server, "bram@example.org")
    assert "De tijd is voorbij" in subjects
    assert "Nog geen antwoord" not in subjects


def test_a_reminder_with_a_link_that_works_no_longer_does_not_leave(
    server: Arrivals, sterre: Person
):
    by_link(sterre, mail="intake@example.org")
    deliver(timezone.now())
    tell(in_working_days(5))
    server.letters.clear()

    link = with_new_link(sterre)
    deliver(in_working_days(6))

    (letter,) = server.letters
    assert MARK in replace(link, path=address_in(letter)).opens().content.decode()


def test_a_reminder_of_a_question_that_was_withdrawn_does_not_leave(
    server: Arrivals, sterre: Person, bram: Other
):
    link = question("link", known(bram), known(bram), plek="Elders", mail="intake@example.org")
    send(sterre, link)
    deliver(timezone.now())
    tell(in_working_days(12))
    server.letters.clear()

    do(sterre, only_handoff().pk, "anders")
    deliver(in_working_days(13))

    assert [letter["Subject"] for letter in server.letters] == ["Er is iets veranderd"]


def test_no_letter_of_before_leaves_after_an_answer(
    server: Arrivals, sterre: Person, bram: Other, noor: Other
):
    send(sterre, question(to(organisation_of(noor)), known(bram), known(bram)))
    deliver(timezone.now())
    tell(in_working_days(12))
    server.letters.clear()

    no = {"doe": "nee", "reden": "area"}
    noor.client.post(f"/werk/overdracht/{only_handoff().pk}", no)
    deliver(in_working_days(13))

    subjects = sorted(str(letter["Subject"]) for letter in server.letters)
    assert subjects == ["Er is antwoord", "Er is iets nieuws voor je"]


def test_a_reminder_is_not_written_with_what_changed_meanwhile(
    server: Arrivals, sterre: Person, monkeypatch: pytest.MonkeyPatch
):
    by_link(sterre, mail="intake@example.org")
    deliver(timezone.now())
    server.letters.clear()
    made: list[ByLink] = []

    def new_link_after_looking(*_looked: object) -> bool:
        made.append(with_new_link(sterre))
        return True

    monkeypatch.setattr(telling, "is_shown", new_link_after_looking)

    tell(in_working_days(5))
    deliver(in_working_days(6))

    (letter,), (link,) = server.letters, made
    assert MARK in replace(link, path=address_in(letter)).opens().content.decode()
    assert not NudgeRecord.objects.exists()


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ({"doe": "nee", "reden": "area"}, "Er is nog geen volgende weg."),
        ({"doe": "ja"}, "Er is nog geen bevestiging."),
        ({"doe": "andere-dag", "reden": "hours"}, "De andere dag is voorbij."),
    ],
)
def test_who_was_named_is_not_told_of_silence_after_an_answer(
    server: Arrivals, sterre: Person, bram: Other, noor: Other, said: dict[str, str], reads: str
):
    send(sterre, question(to(organisation_of(noor)), "ik", known(bram)))
    day = {} if said["doe"] == "nee" else {"dag": timezone.localdate().isoformat()}
    noor.client.post(f"/werk/overdracht/{only_handoff().pk}", {**said, **day})

    tell(in_working_days(12))
    deliver(in_working_days(13))

    (text,) = (text_of(one) for one in server.letters if one["To"] == "bram@example.org")
    assert reads in text
    assert "stil" not in text
