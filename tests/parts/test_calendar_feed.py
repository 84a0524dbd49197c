# SPDX-License-Identifier: EUPL-1.2
"""The own appointments by a secret address: shown once, neutral, logged, and gone when it is stopped."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import icalendar
import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Step
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.accounts.models import Account, Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.handoff import answering
from ruimbaan.parts.handoff.models import HandoffRecord
from ruimbaan.parts.journey import filling_in
from ruimbaan.parts.journey.calendar.views import SHOWN
from ruimbaan.parts.journey.services import weekday
from ruimbaan.parts.trust.files.models import GrantRecord
from ruimbaan.parts.trust.links.models import LinkRecord
from ruimbaan.parts.trust.log.looks import looks_at
from ruimbaan.parts.trust.log.whole import every_entry
from tests.parts.handing_over import do, organisation_of, question, send, to
from tests.parts.own_files import Person, close_one, person, worker

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r'value="http://testserver(/agenda/[\w-]+\.ics)"')
MEETING = timezone.localdate() + timedelta(days=9)
MEETING_IN_WORDS = weekday(MEETING, timezone.localdate()).capitalize()
SECRETS = ("Intake-geheim", "Kerkstraat-geheim", "Noor-geheim", "Briefje-geheim")


@pytest.fixture
def sterre() -> Person:
    found = person()
    day = timezone.localdate() + timedelta(days=3)
    what, where, who, words = SECRETS
    found.writes(
        "afspraken",
        what=what,
        day=day.isoformat(),
        time="10:30",
        where=where,
        words=words,
        **{"with": who},
    )
    return found


def make(sterre: Person, **chosen: str) -> Any:
    return sterre.client.post(
        "/mijn/agenda", {"form": str(uuid4()), "tot": "kwartaal", "dag": "", **chosen}
    )


def address(sterre: Person, **chosen: str) -> str:
    page = make(sterre, **chosen)
    assert page.status_code == 200
    (found,) = ADDRESS.findall(page.content.decode())
    return str(found)


def fetched(path: str) -> tuple[str, icalendar.Calendar]:
    """As a phone asks for it: no cookie, no account."""
    answer = Client().get(path)
    assert answer.status_code == 200
    assert answer.cookies == {}
    text = answer.content.decode()
    found = icalendar.Calendar.from_ical(text)
    assert isinstance(found, icalendar.Calendar)
    return text, found


def test_a_calendar_holds_when_it_is_and_no_word_more(sterre: Person):
    text, calendar = fetched(address(sterre))
    (event,) = calendar.events

    assert event["SUMMARY"] == "Afspraak"
    assert f"{event.start:%H:%M}" == "10:30"
    assert not any(secret in text for secret in SECRETS)
    assert "LOCATION" not in event


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ({"woorden": "ja"}, SECRETS[:1]),
        ({"plekken": "ja"}, SECRETS[1:2]),
        ({"woorden": "ja", "plekken": "ja"}, SECRETS[:2]),
    ],
)
def test_more_stands_in_it_only_when_it_was_chosen(
    sterre: Person, chosen: dict[str, str], shown: tuple[str, ...]
):
    text, _calendar = fetched(address(sterre, **chosen))

    assert tuple(secret for secret in SECRETS if secret in text) == shown


def test_a_far_day_is_refused_and_one_that_was_kept_already_breaks_no_calendar(
    sterre: Person, monkeypatch: pytest.MonkeyPatch
):
    far = {"what": "Ooit", "day": date.max.isoformat()}
    assert sterre.writes("afspraken", **far).status_code == 422
    with monkeypatch.context() as before:
        before.setattr(filling_in, "LAST_DAY", date.max)
        assert sterre.writes("afspraken", **far).status_code == 302

    _text, calendar = fetched(address(sterre))

    assert [event.start for event in calendar.events][1:] == [date.max]


def test_in_english_it_is_an_appointment(sterre: Person):
    _text, calendar = fetched("/en" + address(sterre))

    assert [event["SUMMARY"] for event in calendar.events] == ["Appointment"]


def test_the_address_is_shown_once_and_not_kept(sterre: Person):
    form = str(uuid4())
    first = make(sterre, form=form)
    again = make(sterre, form=form)
    path = ADDRESS.findall(first.content.decode())[0]

    assert (first.status_code, again.status_code) == (200, 422)
    assert ADDRESS.findall(again.content.decode()) == []
    assert path not in sterre.read("/mijn/agenda")
    assert LinkRecord.objects.count() == 1


def test_from_the_next_request_it_is_the_address_of_nothing(sterre: Person):
    path = address(sterre)
    fetched(path)
    (link,) = LinkRecord.objects.all()

    sterre.client.post(f"/mijn/agenda/{link.id}/stop")

    gone, never = Client().get(path), Client().get("/agenda/never-there.ics")
    assert (gone.status_code, never.status_code) == (404, 404)
    assert gone.content == never.content
    assert sorted(gone.headers.items()) == sorted(never.headers.items())


@pytest.mark.parametrize("why", ["closed", "ended", "stopped sharing", "erased"])
def test_whatever_ends_it_it_answers_as_what_was_never_there(sterre: Person, why: str):
    path = address(sterre)
    if why == "closed":
        sterre.client.post("/mijn/dicht", {"doe": "dicht"})
    elif why == "ended":
        past = timezone.now() - timedelta(days=1)
        LinkRecord.objects.update(made=past - timedelta(days=1), ends=past)
    elif why == "erased":
        sterre.client.post("/mijn/wis", {"doe": "wis", "zeker": "ja"})
    else:
        page = sterre.read("/mijn/delen")
        for grant in set(re.findall(r"/mijn/delen/([0-9a-f-]{36})/stop", page)):
            sterre.client.post(f"/mijn/delen/{grant}/stop")

    gone = Client().get(path)
    assert gone.status_code == 404
    assert gone.content == Client().get("/agenda/never-there.ics").content


def test_each_time_it_is_asked_for_is_in_the_log(sterre: Person):
    path = address(sterre)
    before = timezone.now()
    for _ in range(3):
        Client().get(path)

    looks = looks_at(sterre.journey, sterre.account.pk, before, timezone.now())
    (link,) = LinkRecord.objects.all()
    assert [(one.first.link, one.times) for one in looks.by_others] == [(link.id, 3)]
    assert looks.by_others[0].parts == (Part.APPOINTMENTS, Part.HANDOFF)
    page = sterre.read("/mijn/wie-keek")
    assert "Een agenda van jou keek naar je afspraken en je overdracht." in page
    assert "Dat was 3 keer op die dag." in page
    rows = [entry for rows in every_entry(sterre.journey, timezone.now()) for entry in rows]
    assert sum(entry.link == link.id for entry in rows) == 3 * len(SHOWN)


def test_a_calendar_that_asks_often_hides_no_look_of_a_person(
    sterre: Person, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("ruimbaan.parts.trust.log.looks.MOST", 2)
    before = timezone.now()
    oma = close_one()
    sterre.knows(oma.party)
    sterre.shows(oma.party, "appointments")
    oma.look(sterre)
    path = address(sterre)
    for _ in range(5):
        Client().get(path)

    looks = looks_at(sterre.journey, sterre.account.pk, before, timezone.now())

    assert [(one.first.actor, one.times) for one in looks.by_others] == [
        (None, 5),
        (oma.account.pk, 1),
    ]
    assert not looks.earlier


def test_the_list_of_who_sees_something_calls_it_a_calendar(sterre: Person):
    make(sterre)

    assert "Een agenda van jou" in sterre.read("/mijn/delen")


def test_somebody_elses_link_cannot_be_stopped(sterre: Person):
    path = address(sterre)
    (link,) = LinkRecord.objects.all()
    other = person("karim", "Karim")

    answers = [other.client.post(f"/mijn/agenda/{one}/stop") for one in (link.id, uuid4())]

    assert [one.status_code for one in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    fetched(path)


@pytest.mark.parametrize(
    "wrong",
    [{"tot": ""}, {"tot": "dag", "dag": "2999-01-01"}, {"tot": "dag", "dag": "x"}, {"x": "y"}],
)
def test_what_cannot_be_chosen_makes_nothing(sterre: Person, wrong: dict[str, str]):
    assert make(sterre, **wrong).status_code == 422
    assert not LinkRecord.objects.exists()


def test_what_is_long_over_stands_in_it_no_more(sterre: Person):
    today = timezone.localdate()
    for days, what in ((31, "nog"), (32, "niet meer")):
        day = (today - timedelta(days=days)).isoformat()
        sterre.writes("afspraken", what=what, day=day)

    text, calendar = fetched(address(sterre, woorden="ja"))

    assert "SUMMARY:nog" in text
    assert "niet meer" not in text
    assert [type(event.start).__name__ for event in calendar.events] == ["date", "datetime"]


def test_it_can_only_be_read(sterre: Person):
    path = address(sterre)

    assert Client().post(path).status_code == 405
    assert Client().head(path).status_code == 200


@pytest.fixture
def agreed(sterre: Person) -> HandoffRecord:
    """De Kade said yes to a question of hers, with a first meeting in nine days."""
    noor = worker("noor", organisation=Organisation.objects.create(name="Kade-geheim"))
    asked = question(to(organisation_of(noor)), doel="Doel-geheim", waar="Plein-geheim")
    send(sterre, asked)
    row = HandoffRecord.objects.get()
    yes = {"doe": "ja", "dag": MEETING.isoformat()}
    assert noor.client.post(f"/werk/overdracht/{row.pk}", yes).status_code == 302
    return row


def days_in(path: str) -> list[date]:
    _text, calendar = fetched(path)
    return [event.start for event in calendar.events if type(event.start) is date]


def test_a_first_meeting_stands_in_it_as_any_other_appointment(
    sterre: Person, agreed: HandoffRecord
):
    text, calendar = fetched(address(sterre))

    assert days_in(address(sterre)) == [MEETING]
    assert {event["SUMMARY"] for event in calendar.events} == {"Afspraak"}
    assert "geheim" not in text
    assert str(agreed.pk) not in text
    more, _calendar = fetched(address(sterre, woorden="ja", plekken="ja"))
    assert "SUMMARY:Doel-geheim" in more
    assert "LOCATION:Plein-geheim" in more
    assert "Kade-geheim" not in more


@pytest.mark.parametrize("how", ["stopped", "refused after all", "shown no longer", "met"])
def test_a_first_meeting_is_gone_at_the_next_request(
    sterre: Person, agreed: HandoffRecord, how: str
):
    path = address(sterre)
    assert days_in(path) == [MEETING]

    if how == "stopped":
        do(sterre, agreed.pk, "anders")
    elif how == "met":
        do(sterre, agreed.pk, "ontmoet")
    elif how == "refused after all":
        noor = Account.objects.get(code_name="noor")
        answering.answer(actor_for(noor.pk), agreed.pk, failed(), said="")
    else:
        assert agreed.receiver is not None
        shown = GrantRecord.objects.get(party=agreed.receiver, part="handoff")
        sterre.client.post(f"/mijn/delen/{shown.pk}/stop")

    assert days_in(path) == []
    assert len(fetched(path)[1].events) == 1
    assert MEETING_IN_WORDS not in sterre.read("/mijn/agenda")


def test_stopping_to_show_what_is_handed_over_leaves_the_appointments(
    sterre: Person, agreed: HandoffRecord
):
    path = address(sterre)
    (link,) = LinkRecord.objects.filter(kind="calendar")
    shown = GrantRecord.objects.get(party=link.id, part="handoff")

    sterre.client.post(f"/mijn/delen/{shown.pk}/stop")

    assert days_in(path) == []
    assert len(fetched(path)[1].events) == 1


def test_the_own_page_tells_the_days_with_their_words(sterre: Person, agreed: HandoffRecord):
    page = sterre.read("/mijn/agenda")

    assert MEETING_IN_WORDS in page
    assert f"/mijn/overdracht/{agreed.pk}" in page
    assert "Intake-geheim" in page


def failed() -> Step:
    return Step(State.FAILED, By.RECEIVER, timezone.now(), Reason.HOURS)
