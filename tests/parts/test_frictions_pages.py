# SPDX-License-Identifier: EUPL-1.2
"""Frictions on screen: saying it without a name, judging it, deciding at a table, and who reads what."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.frictions.reports import MOST_WORDS
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import MembershipRecord, Organisation
from ruimbaan.parts.frictions import queries, reporting
from ruimbaan.parts.frictions.models import MeetingRecord, ReportRecord, ReportTally
from tests.parts.upkeep_people import keeper

pytestmark = pytest.mark.django_db
SAY, HERE = "/hier-wringt-het", "/werk/fricties/waalstad"
WORDS = "Na de detox wist niemand wie mij zou bellen."


def page(browser: Client, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def say(browser: Client, **fields: object) -> Any:
    return browser.post(SAY, {"regio": "waalstad", "doe": "meld", **fields})


@pytest.fixture
def nadia() -> Client:
    return keeper(Role.STEWARD, name="Nadia")[0]


@pytest.fixture
def between() -> tuple[str, str]:
    one, other, *_rest = queries.organisations_on_map("waalstad")
    return one, other


def test_anyone_says_where_it_chafes_without_a_login_or_a_cookie(between: tuple[str, str]):
    anyone = Client()
    answer = say(anyone, wat="F07", woorden=WORDS, tussen=list(between), helpt=["earlier"])

    assert answer.status_code == 200
    assert "We weten niet van wie" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    assert not anyone.cookies
    assert ReportRecord.objects.get().between == list(between)


def test_first_the_region_is_asked_then_the_rest():
    first = Client().get(SAY).content.decode()
    then = Client().post(SAY, {"regio": "waalstad"}).content.decode()

    assert "Waar is het?" in first
    assert "Wat had geholpen?" not in first
    assert "Wat had geholpen?" in then
    assert not ReportRecord.objects.exists()


def test_from_a_friction_it_is_filled_in_already():
    shown = Client().post(SAY, {"regio": "waalstad", "wat": "F07"}).content.decode()

    assert '<option value="F07" selected>' in shown


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "We weten nog niet waar het wringt."),
        ({"woorden": "Bel mij: 06-12345678"}, "een lang nummer"),
        ({"woorden": "x" * (MOST_WORDS + 1)}, "Dit is te lang."),
        ({"wat": "F99"}, "staat niet in de lijst"),
        ({"wat": "F07", "tussen": ["nergens"]}, "staat niet in de lijst"),
        ({"wat": "F07", "helpt": ["alles"]}, "staat niet in de lijst"),
    ],
)
def test_what_is_not_right_is_said_kindly_and_nothing_typed_is_lost(
    fields: dict[str, object], says: str
):
    answer = say(Client(), **fields)
    shown = answer.content.decode()

    assert answer.status_code == 422
    assert says in shown
    assert str(fields.get("woorden", "")) in shown
    assert not ReportRecord.objects.exists()


def test_a_form_of_another_site_is_refused():
    answer = Client().post(
        SAY, {"regio": "waalstad", "doe": "meld", "wat": "F07"}, HTTP_ORIGIN="https://elders.test"
    )

    assert answer.status_code == 403
    assert not ReportRecord.objects.exists()


def test_the_pages_are_the_same_for_everybody_and_name_what_is_known():
    listed, one = Client().get("/fricties/waalstad"), Client().get("/fricties/waalstad/F02")

    assert listed.headers["Cache-Control"] == one.headers["Cache-Control"] == "public, no-cache"
    assert "Geen adres, geen uitkering" in listed.content.decode()
    shown = one.content.decode()
    assert "Minder dan tien keer. Dat tonen we niet." in shown
    assert "R27" in shown
    assert "Hier is nog niet samen over besloten." in shown
    assert Client().get("/fricties/nergens").status_code == 404
    assert Client().get("/fricties/waalstad/F99").status_code == 404


def test_a_steward_counts_one_and_takes_the_other_away(nadia: Client):
    say(Client(), wat="F07")
    say(Client(), woorden="Mijn buurvrouw Els deed vervelend.")
    first, second = (str(one.pk) for one in ReportRecord.objects.order_by("friction"))  # "" first

    assert "buurvrouw Els" in page(nadia, HERE)
    taken = nadia.post(HERE, {"melding": first, "doe": "weg", "waarom": "about-a-person"})
    counted = nadia.post(HERE, {"melding": second, "doe": "tel", "wat": "F07"})

    assert taken.status_code == counted.status_code == 302
    assert not ReportRecord.objects.exists()
    assert [(one.friction, one.waiting) for one in ReportTally.objects.all()] == [("F07", 1)]
    again = nadia.post(HERE, {"melding": second, "doe": "tel", "wat": "F07"})
    assert again.status_code == 422
    assert "Een collega was u net voor." in again.content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {"melding": "geen", "doe": "tel", "wat": "F07"},
        {"doe": "weg", "waarom": "zomaar"},
        {"doe": "tel", "wat": ""},
    ],
)
def test_a_judgement_that_is_not_whole_changes_nothing(nadia: Client, sent: dict[str, str]):
    say(Client(), wat="F07")
    report = str(ReportRecord.objects.get().pk)

    assert nadia.post(HERE, {"melding": report, **sent}).status_code == 422
    assert ReportRecord.objects.count() == 1


def test_the_two_organisations_read_it_when_the_reporter_wants_and_no_other_does(
    nadia: Client, between: tuple[str, str]
):
    say(Client(), wat="F07", woorden=WORDS, tussen=list(between), lezen="ja")
    report = ReportRecord.objects.get()
    inside = _works_at(between[1], "Bram")
    outside = _works_at(list(queries.organisations_on_map("waalstad"))[2], "Joke")

    assert WORDS not in page(inside, "/werk/fricties")  # not before somebody looked at it
    reporting.count(report.pk, "waalstad", "F07", timezone.now())
    assert WORDS in page(inside, "/werk/fricties")
    assert WORDS not in page(outside, "/werk/fricties")
    assert WORDS not in page(nadia, "/werk/fricties")
    assert WORDS not in page(nadia, HERE)
    left = MembershipRecord.objects.get(name="Bram")
    MembershipRecord.objects.create(
        account=left.account,
        organisation=Organisation.objects.create(name="Elders", region="waalstad"),
        role=Role.WORKER,
        name="Bram nu",
        starts=left.starts,
    )
    assert WORDS in page(inside, "/werk/fricties")
    MembershipRecord.objects.filter(pk=left.pk).update(ends=timezone.now())
    assert WORDS not in page(inside, "/werk/fricties")  # at the very next request


def test_a_table_decides_everyone_reads_it_and_later_what_came_of_it(nadia: Client):
    places = _places()
    today = timezone.localdate()
    sent = {
        "dag": (today - timedelta(days=2)).isoformat(),
        "plaats": ["experience-expert", "worker"],
        "organisatie": [str(one) for one in places],
        "gewicht": "jammed",
        "besluit": "agree",
        "afspraak": "We melden in week één.",
        "wie": "De behandelaar",
        "terugkijken": (today + timedelta(days=90)).isoformat(),
    }

    assert nadia.post(f"{HERE}/F01/tafel", sent).status_code == 302
    shown = page(Client(), "/fricties/waalstad/F01")
    assert "We melden in week één." in shown
    assert "een ervaringsdeskundige, iemand van de uitvoering" in shown
    assert "vastgelopen" in shown
    assert "Nadia" not in shown
    made = MeetingRecord.objects.get()
    back = f"{HERE}/besluit/{made.pk}"
    assert nadia.post(back, {"uitkomst": "a-bit", "les": "Nog niet op vrijdag."}).status_code == 302
    assert "Het hielp een beetje" in page(Client(), "/fricties/waalstad/F01")
    assert "Nog niet op vrijdag." in page(Client(), "/fricties/waalstad/F01")
    assert nadia.post(back, {"uitkomst": "helped"}).status_code == 422


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"plaats": ["worker", "manager"]}, "iemand die het zelf meemaakte"),
        ({"organisatie": []}, "een tweede organisatie"),
        ({"organisatie": ["geen"]}, "staat niet in de lijst"),
        ({"besluit": "room"}, "om welke regel het gaat"),
        ({"besluit": "iets"}, "staat niet in de lijst"),
        ({"regel": "niets"}, "staat niet in de lijst"),
        ({"dag": "morgen"}, "Deze dag kan niet"),
        ({"afspraak": ""}, "We weten nog niet"),
    ],
)
def test_a_decision_that_is_not_of_those_concerned_is_not_kept(
    nadia: Client, changed: dict[str, object], says: str
):
    today = timezone.localdate()
    sent = {
        "dag": today.isoformat(),
        "plaats": ["client", "worker"],
        "organisatie": [str(one) for one in _places()],
        "gewicht": "normal",
        "besluit": "leave",
        "afspraak": "Het hoort erbij, en <b>niets</b> gaat mis.",
        "terugkijken": (today + timedelta(days=30)).isoformat(),
        **changed,
    }
    answer = nadia.post(f"{HERE}/F01/tafel", sent)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "<b>niets</b>" not in answer.content.decode()
    assert not MeetingRecord.objects.exists()


def test_a_steward_of_another_region_finds_nothing_here():
    elsewhere = keeper(Role.STEWARD, "vestingstad", "Piet")[0]

    assert elsewhere.get(HERE).status_code == 404
    assert elsewhere.get(f"{HERE}/F01/tafel").status_code == 404
    assert elsewhere.get("/werk/fricties/vestingstad").status_code == 200


def _places() -> list[UUID]:
    return [
        Organisation.objects.create(name=name, region="waalstad").id for name in ("Kade", "Stad")
    ]


def _works_at(code: str, name: str) -> Client:
    browser, work = keeper(Role.WORKER, name=name)
    Organisation.objects.filter(pk=work.organisation_id).update(directory_code=code)
    return browser


def test_a_rule_of_the_country_and_one_of_the_region_lead_to_the_waits_behind_them():
    """F05 is only about the four weeks of R09, which holds everywhere; F08 about rules of the region."""
    browser = Client()

    assert "Vier weken zelf zoeken" in page(browser, "/fricties/waalstad/F05")
    assert "Onderzoek en besluit over opvang" in page(browser, "/fricties/waalstad/F08")
