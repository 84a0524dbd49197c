# SPDX-License-Identifier: EUPL-1.2
"""Who looked in my file: all of it, in plain words, and only mine."""

from __future__ import annotations

import csv
import html
import io
import re
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.anchors import Kept, read_lines
from ruimbaan.core.trust.deciding import Action, Because
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Role
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.trust.log import looks, services
from ruimbaan.parts.trust.log.anchoring import make_anchor
from ruimbaan.parts.trust.queries import looks_at
from tests.parts.own_files import Other, Person, person, worker
from tests.parts.reading import sentences

PAGE = "/mijn/wie-keek"


@pytest.fixture
def sterre() -> Person:
    sterre = person()
    sterre.writes("wensen", words="Mijn zoon weer thuis.")
    return sterre


@pytest.fixture
def noor(sterre: Person) -> Other:
    noor = worker()
    sterre.knows(noor.party)
    sterre.shows(noor.party, "wishes")
    return noor


def all_looks(person: Person):
    now = timezone.now()
    period = (now - timedelta(days=99), now + timedelta(days=1))
    return looks_at(person.journey, person.account.pk, *period)


def test_nobody_looked_yet(sterre: Person):
    page = sterre.read(PAGE)

    assert "Er heeft niemand anders gekeken." in page
    assert "Je was zelf in je reis." in page


def test_a_look_stands_there_with_who_where_and_what_for(sterre: Person, noor: Other):
    assert noor.look(sterre).status_code == 200

    page = sterre.read(PAGE)

    assert "Noor keek naar je wensen." in page
    assert "ervaringsdeskundige bij Herstelplek De Kade" in page
    assert "Dit was voor steun onderweg." in page
    assert "Mijn zoon" not in page


def test_a_look_that_was_refused_stands_there_too(sterre: Person, noor: Other):
    assert noor.look(sterre, "aanvraag").status_code == 404

    page = sterre.read(PAGE)

    assert "Noor probeerde te kijken naar" in page
    assert "Dat mocht niet." in page


def test_one_visit_is_one_line_whatever_it_showed(sterre: Person, noor: Other):
    sterre.writes("verhaal", words="Zo begon het.")
    sterre.shows(noor.party, "story")
    noor.look(sterre)

    (look,) = all_looks(sterre).by_others

    assert look.parts == (Part.STORY, Part.WISHES)
    assert "Noor keek naar je verhaal en je wensen." in sterre.read(PAGE)


def test_looking_at_the_log_is_logged(sterre: Person):
    before = all_looks(sterre).own_count

    sterre.read(PAGE)
    sterre.read(f"{PAGE}/tabel.csv")

    assert all_looks(sterre).own_count == before + 2


def test_a_look_in_another_file_is_not_shown(sterre: Person, noor: Other):
    karim = person("karim", "Karim")
    noor.look(karim)

    assert "Noor" not in sterre.read(PAGE)
    assert len(all_looks(karim).by_others) == 1


def entry(person: Person, **other: object) -> Entry:
    usual: dict[str, object] = {
        "at": timezone.now(),
        "journey": person.journey,
        "action": Action.LOOK,
        "outcome": Because.NO_GRANT,
        "part": Part.STORY,
        "request": uuid4().hex,
    }
    return Entry(**(usual | other))  # type: ignore[arg-type]


def test_who_is_no_longer_there_or_has_no_name_is_said_so(sterre: Person):
    services.write(
        [
            entry(sterre, actor=uuid4(), role=Role.WORKER),
            entry(sterre, outcome=Because.NOT_SIGNED_IN),
            entry(sterre, link=uuid4(), outcome=Because.GRANT),
        ]
    )

    page = sterre.read(PAGE)

    assert "Iemand die hier niet meer is probeerde te kijken naar je verhaal." in page
    assert "Iemand die niet was ingelogd probeerde te kijken naar je verhaal." in page
    assert "Iemand met een link van jou keek naar je verhaal." in page


def test_every_action_and_part_has_its_words(sterre: Person):
    now = timezone.now()
    services.write(
        [
            entry(sterre, action=action, part=part, outcome=outcome, at=now)
            for action in Action
            for part in (None, *Part)
            for outcome in (Because.GRANT, Because.NO_GRANT)
        ]
    )

    day = timezone.localdate(now)
    for path in (PAGE, f"/en{PAGE}"):
        assert sum(map(rows, pages(sterre, path))) == 2 * len(Action)
        apart = pages(sterre, f"{path}?dag={day}&wie=onbekend")
        assert sum(map(rows, apart)) == 2 * len(Action) * (len(Part) + 1)


def pages(person: Person, path: str) -> list[str]:
    """From the newest to the oldest, by the link on each."""
    found = [person.read(path)]
    while (older := re.search(r'href="([^"]+)">(?:Ouder|Older)</a>', found[-1])) is not None:
        found.append(person.read(html.unescape(older[1])))
    return found


def rows(page: str) -> int:
    return page.split('id="looks"')[1].split("</section>")[0].count("<li>")


def looks_of(person: Person, who: Account, count: int, at: datetime) -> None:
    services.write(
        [entry(person, actor=who.pk, at=at - timedelta(minutes=number)) for number in range(count)]
    )


def at_noon(days_ago: int) -> datetime:
    day = timezone.localdate() - timedelta(days=days_ago)
    return datetime.combine(day, time(12), timezone.get_current_timezone())


def test_equal_looks_of_a_day_are_one_line_and_each_can_be_seen(sterre: Person):
    anna = Account.objects.create_account("anna", called="Anna")
    looks_of(sterre, anna, 40, at_noon(3))

    page = sterre.read(PAGE)
    (apart,) = re.findall(r'href="([^"]+)">Bekijk elke keer', page)
    each = pages(sterre, html.unescape(apart))

    assert page.count("Anna probeerde te kijken") == 1
    assert "Dat was 40 keer op die dag." in page
    assert "11.21 tot 12.00 uur" in page.replace(" uur tot", " tot")
    assert sum(one.count("Anna probeerde te kijken") for one in each) == 40


def test_another_outcome_purpose_or_person_is_a_line_of_its_own(sterre: Person):
    anna = Account.objects.create_account("anna", called="Anna")
    bert = Account.objects.create_account("bert", called="Bert")
    seen = {"outcome": Because.GRANT, "grant": uuid4(), "at": at_noon(3)}
    services.write(
        [
            entry(sterre, actor=anna.pk, at=at_noon(3)),
            entry(sterre, actor=bert.pk, at=at_noon(3)),
            entry(sterre, actor=bert.pk, at=at_noon(3), purpose=Purpose.SUPPORT),
            entry(sterre, actor=bert.pk, at=at_noon(3), purpose=Purpose.HANDOFF),
            entry(sterre, actor=anna.pk, **seen, purpose=Purpose.SUPPORT),
            entry(sterre, actor=anna.pk, **seen, purpose=Purpose.HANDOFF),
        ]
    )

    assert rows(sterre.read(PAGE)) == 4


def test_however_much_there_is_every_look_is_on_some_page_and_no_page_is_long(
    sterre: Person, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(looks, "MOST", 20)
    people = [Account.objects.create_account(f"p{n}", called=f"P{n}e") for n in range(4)]
    for ago in range(1, 13):
        for one in people:
            looks_of(sterre, one, 3, at_noon(ago))
    looks_of(sterre, people[0], 50, at_noon(13))

    found = pages(sterre, PAGE)
    table = sterre.client.get(f"{PAGE}/tabel.csv").content.decode("utf-8-sig")

    told = [re.findall(r"(P\de) probeerde", page) for page in found]
    for number in range(4):
        assert sum(page.count(f"P{number}e") for page in told) >= 12
    assert max(len(page.encode()) for page in found) <= 60_000
    assert max(map(rows, found)) <= 10
    minutes = {tuple(row[:3]) for row in csv.reader(io.StringIO(table)) if len(row) > 3}
    assert len(minutes) == 1 + 12 * 4 * 3 + 50


@pytest.mark.parametrize("query", ["bladzij=0", "bladzij=x", "voor=gisteren", "voor=2026-11-01"])
def test_a_page_that_cannot_be_is_said_and_nothing_breaks(sterre: Person, query: str):
    assert sterre.client.get(f"{PAGE}?{query}").status_code == 422


def test_a_period_can_be_chosen(sterre: Person):
    now = timezone.now()
    old = Account.objects.create_account("anna", called="Anna")
    services.write([entry(sterre, actor=old.pk, at=now - timedelta(days=200))])
    day = timezone.localdate(now - timedelta(days=200))

    assert "Anna" not in sterre.read(PAGE)
    assert "Anna" in sterre.read(f"{PAGE}?van={day}&tot={day}")
    assert "Anna" not in sterre.read(
        f"{PAGE}?van={day - timedelta(days=9)}&tot={day - timedelta(days=1)}"
    )


@pytest.mark.parametrize(
    "query",
    [
        "van=gisteren",
        "van=2026-02-30",
        "van=2026-11-22&tot=2026-11-01",
        "tot=9999-12-31",
        "van=0001-01-01",
    ],
)
def test_days_that_cannot_be_are_said_and_nothing_breaks(sterre: Person, query: str):
    response = sterre.client.get(f"{PAGE}?{query}")

    assert response.status_code == 422
    assert "Deze dagen kloppen niet." in response.content.decode()


def test_the_table_has_a_row_for_each_look_and_no_formula(sterre: Person):
    bad = Account.objects.create_account("evil", called="=1+1")
    services.write([entry(sterre, actor=bad.pk)])

    response = sterre.client.get(f"{PAGE}/tabel.csv")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert response.headers["Content-Type"].startswith("text/csv")
    assert rows[0][0] == "Dag"
    assert rows[1][2] == "'=1+1"
    assert rows[1][-1] == "nee"


def test_who_saves_the_table_has_the_newest_anchor(sterre: Person):
    anchor = make_anchor(timezone.now())

    table = sterre.client.get(f"{PAGE}/tabel.csv").content.decode()

    assert anchor is not None
    assert read_lines(table) == (Kept(anchor.nr, anchor.at, anchor.digest),)


def test_without_a_file_of_ones_own_there_is_no_log(client: Client):
    noor = worker("zonder")

    assert noor.client.get(PAGE).status_code == 302
    assert client.get(PAGE).status_code == 303


def test_the_sentences_are_short(sterre: Person, noor: Other):
    noor.look(sterre)
    noor.look(sterre, "aanvraag")

    long = [one for one in sentences(sterre.read(PAGE)) if len(one.split()) > 12]

    assert long == []


def test_when_the_log_is_down_there_is_no_page(sterre: Person, monkeypatch: pytest.MonkeyPatch):
    services.close()
    monkeypatch.setattr("ruimbaan.parts.trust.log.writer.add", fails)
    try:
        response = sterre.client.get("/mijn/wensen")
        log = sterre.client.get(PAGE)
    finally:
        monkeypatch.undo()

    assert (response.status_code, log.status_code) == (503, 503)
    assert response.headers["Retry-After"] == "60"
    assert "Mijn zoon" not in response.content.decode()
    assert "Noor" not in log.content.decode()
    assert sterre.client.get("/mijn/wensen").status_code == 200


def fails(*_: object) -> None:
    raise OSError("No space left on device")
