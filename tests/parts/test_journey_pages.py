# SPDX-License-Identifier: EUPL-1.2
"""The own file on its pages: begin, write, read, change, take away."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from ruimbaan.parts.journey.kinds import OF_PATH
from ruimbaan.parts.journey.models import Entry, Wish
from tests.parts.own_files import Person, close_one, person, read, send_bytes
from tests.signed_in import as_person

FILLED = {
    "afspraken": {"what": "Kennismaken", "day": "2027-03-12", "time": "14:00", "where": "Thuis"},
    "wensen": {"words": "Mijn zoon weer thuis."},
    "ik-nu": {"domain": "PSY", "words": "Rustiger dan vorige week."},
    "mensen": {"name": "Oma", "who": "Mijn moeder", "reach": "Bellen na zes uur"},
    "verhaal": {"title": "Bami", "words": "Mijn hond logeerde bij de buren."},
    "noodkaart": {"helps": "Bel Noor en zet thee.", "hurts": "Veel vragen."},
    "notities": {"words": "Dit is alleen voor mij."},
}


@pytest.fixture
def sterre() -> Person:
    return person()


def links(page: str, end: str) -> list[str]:
    return re.findall(rf'href="(/mijn/[^"]*{end})"', page)


def rows(table: type[Entry]) -> int:
    """Past the wall on purpose: how many rows there are, whoever's they are."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table._meta.db_table}"')  # noqa: S608 -- own name
        return int(cursor.fetchone()[0])


def test_a_person_begins_with_one_button(client: Client):
    as_person(client)
    assert "Begin mijn reis" in read(client, "/mijn")

    response = client.post("/mijn/begin", follow=True)

    assert "Dag Sterre" in response.content.decode()
    assert "Begin mijn reis" not in response.content.decode()


def test_beginning_twice_gives_one_file(client: Client):
    as_person(client)

    client.post("/mijn/begin")
    response = client.post("/mijn/begin")

    assert response.status_code == 302


def test_without_a_file_a_part_leads_to_the_beginning(client: Client):
    as_person(client)

    response = client.get("/mijn/wensen")

    assert (response.status_code, response["Location"]) == (302, "/mijn")


@pytest.mark.parametrize("path", FILLED)
def test_what_is_written_stands_there(sterre: Person, path: str):
    response = sterre.writes(path, **FILLED[path])
    page = sterre.read(f"/mijn/{path}")

    assert (response.status_code, response["Location"]) == (302, f"/mijn/{path}")
    for name, text in FILLED[path].items():
        if name not in {"day", "time", "domain"}:
            assert text in page


def test_every_kind_of_entry_is_tried_above():
    assert set(FILLED) == set(OF_PATH)


def test_day_and_domain_are_said_in_words(sterre: Person):
    sterre.writes("afspraken", **FILLED["afspraken"])
    sterre.writes("ik-nu", **FILLED["ik-nu"])

    assert "Vrijdag 12 maart 2027, 14.00 uur" in sterre.read("/mijn/afspraken")
    assert "Je hoofd" in sterre.read("/mijn/ik-nu")


def test_the_home_page_shows_what_comes_first_and_everything_counts(sterre: Person):
    sterre.writes("wensen", words="Rust.")
    sterre.writes("wensen", words="Geld op orde.")
    sterre.writes("afspraken", what="Later", day="2091-05-01")
    sterre.writes("afspraken", what="Eerst", day="2090-05-01")
    sterre.writes("afspraken", what="Geweest", day="2020-05-01")

    assert re.search(r'rb-first__what">Eerst<', sterre.read("/mijn"))
    assert "2 wensen" in sterre.read("/mijn/alles")


def test_sealed_rows_hold_nothing_that_can_be_read(sterre: Person):
    sterre.writes("wensen", words="Mijn zoon weer thuis.")
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT sealed FROM "{Wish._meta.db_table}"')  # noqa: S608 -- own name
        (sealed,) = cursor.fetchone()

    assert b"zoon" not in bytes(sealed)
    assert b"words" not in bytes(sealed)


def test_a_change_takes_the_place_of_what_stood_there(sterre: Person):
    sterre.writes("wensen", words="Rust.")
    (url,) = links(sterre.read("/mijn/wensen"), "[0-9a-f]{12}")

    response = sterre.client.post(url, {"version": "1", "words": "Rust in mijn hoofd."})

    assert response.status_code == 302
    assert "Rust in mijn hoofd." in sterre.read("/mijn/wensen")
    assert rows(Wish) == 1


def test_a_retried_change_is_fine(sterre: Person):
    sterre.writes("wensen", words="Rust.")
    (url,) = links(sterre.read("/mijn/wensen"), "[0-9a-f]{12}")

    for _again in range(2):
        response = sterre.client.post(url, {"version": "1", "words": "Rust in mijn hoofd."})

    assert response.status_code == 302


def test_two_windows_do_not_overwrite_each_other_unseen(sterre: Person):
    sterre.writes("wensen", words="Rust.")
    (url,) = links(sterre.read("/mijn/wensen"), "[0-9a-f]{12}")
    sterre.client.post(url, {"version": "1", "words": "Uit het ene venster."})

    response = sterre.client.post(url, {"version": "1", "words": "Uit het andere venster."})
    page = response.content.decode()

    assert response.status_code == 422
    assert "Uit het andere venster." in page
    assert 'name="version" value="2"' in page
    assert "Uit het ene venster." in sterre.read("/mijn/wensen")


def test_taking_away_asks_first_and_may_be_sent_twice(sterre: Person):
    sterre.writes("wensen", words="Rust.")
    (url,) = links(sterre.read("/mijn/wensen"), "/weg")

    assert "Rust." in sterre.read(url)
    for _again in range(2):
        response = sterre.client.post(url)

    assert (response.status_code, response["Location"]) == (302, "/mijn/wensen")
    assert "Er staat nog geen wens." in sterre.read("/mijn/wensen")


def test_the_same_form_twice_gives_one_row(sterre: Person):
    sent = {"form": str(uuid4()), "words": "Rust."}

    first = sterre.client.post("/mijn/wensen/nieuw", sent)
    again = sterre.client.post("/mijn/wensen/nieuw", sent)

    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"])
    assert rows(Wish) == 1


def test_the_same_form_with_other_words_loses_nothing(sterre: Person):
    form = str(uuid4())
    sterre.client.post("/mijn/wensen/nieuw", {"form": form, "words": "Rust."})

    response = sterre.client.post("/mijn/wensen/nieuw", {"form": form, "words": "Rust en geld."})

    assert response.status_code == 422
    assert "Rust en geld." in response.content.decode()
    assert rows(Wish) == 1


def test_the_same_form_of_two_people_is_two_rows(sterre: Person):
    karim = person("karim", "Karim")
    sent = {"form": str(uuid4()), "words": "Rust."}

    for one in (sterre, karim):
        assert one.client.post("/mijn/wensen/nieuw", sent).status_code == 302

    assert rows(Wish) == 2
    assert "Rust." in karim.read("/mijn/wensen")


def test_there_is_one_emergency_card(sterre: Person):
    sterre.writes("noodkaart", helps="Bel Noor.")

    response = sterre.writes("noodkaart", helps="Bel oma.")

    assert response.status_code == 422
    assert "Bel oma." in response.content.decode()
    assert "Noodkaart maken" not in sterre.read("/mijn/noodkaart")


@pytest.mark.parametrize(
    "text",
    [
        "emoji 🐕‍🦺 en vlag 🇳🇱",
        "\u202eomgekeerd\u202c",
        "on\u200bzichtbaar\u00adhier",
        "  spaties  \r\n\r\n en regels \t",
        "<script>alert(1)</script> & [x](javascript:alert(1))",
        "\ufffd stond er al",
        "x" * 4_000,
    ],
    ids=["emoji", "direction", "zero width", "white space", "script", "replaced", "longest"],
)
def test_words_are_kept_sign_for_sign(sterre: Person, text: str):
    response = send_bytes(sterre.client, "/mijn/wensen/nieuw", text.encode(), form=str(uuid4()))
    (url,) = links(sterre.read("/mijn/wensen"), "[0-9a-f]{12}")
    kept = re.findall(r"<textarea[^>]*>\n(.*?)</textarea>", sterre.read(url), re.DOTALL)

    assert response.status_code == 302
    assert [html.unescape(one) for one in kept] == [text]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "Hier staat nog niets."),
        (b"   \r\n", "Hier staat nog niets."),
        (b"x" * 4_001, "Dit is te lang. Er passen 4000 tekens in."),
        (b"voor\x00na", "een teken dat we niet kunnen bewaren"),
        (b"half \xed\xa0\x80 teken", "een teken dat we niet kunnen bewaren"),
        (b"latijn \xe9\xe9n", "een teken dat we niet kunnen bewaren"),
    ],
    ids=["empty", "white", "too long", "NUL", "half a sign", "latin-1"],
)
def test_what_cannot_be_kept_is_said_kindly(sterre: Person, raw: bytes, says: str):
    response = send_bytes(sterre.client, "/mijn/wensen/nieuw", raw, form=str(uuid4()))

    assert response.status_code == 422
    assert says in response.content.decode()
    assert rows(Wish) == 0


def test_what_was_typed_stays_on_the_screen(sterre: Person):
    response = sterre.writes("afspraken", what="Kennismaken", day="12 maart", where="Thuis")
    page = response.content.decode()

    assert response.status_code == 422
    assert "Dit is geen dag of tijd." in page
    assert 'value="Kennismaken"' in page
    assert 'value="Thuis"' in page


@pytest.mark.parametrize(
    "day", ["2027-02-30", "20270312", "2027-W10-5", "0000-01-01", "12-03-2027"]
)
def test_only_a_real_day_is_a_day(sterre: Person, day: str):
    assert sterre.writes("afspraken", what="Kennismaken", day=day).status_code == 422


def test_a_domain_outside_the_list_is_no_choice(sterre: Person):
    response = sterre.writes("ik-nu", domain="XXX", words="Goed.")

    assert response.status_code == 422
    assert "Kies er één uit de lijst." in response.content.decode()


def test_an_unknown_field_is_named(sterre: Person):
    response = sterre.writes("wensen", words="Rust.", journey=str(uuid4()))

    assert response.status_code == 422
    assert "Het veld &quot;journey&quot; hoort hier niet." in response.content.decode()
    assert rows(Wish) == 0


@pytest.mark.parametrize("end", ["", "/weg"])
def test_a_row_of_another_file_is_as_unknown_as_one_that_is_not_there(sterre: Person, end: str):
    karim = person("karim", "Karim")
    karim.writes("wensen", words="Een deur die van mij is.")
    (url,) = links(karim.read("/mijn/wensen"), "[0-9a-f]{12}")
    there = sterre.client.get(url + end)
    unknown = sterre.client.get(f"/mijn/wensen/{uuid4()}{end}")

    assert there.status_code == unknown.status_code == 404
    assert _without_address(there.content) == _without_address(unknown.content)
    assert sterre.client.post(url, {"version": "1", "words": "Weg."}).status_code == 404
    assert "Een deur die van mij is." in karim.read("/mijn/wensen")


def test_pages_are_never_kept(sterre: Person):
    for path in ("/mijn", "/mijn/alles", "/mijn/wensen", "/mijn/wensen/nieuw", "/mijn/delen"):
        assert sterre.client.get(path).headers["Cache-Control"] == "no-store"


def _without_address(page: bytes) -> bytes:
    return re.sub(rb"[0-9a-f]{8}-[0-9a-f-]{27}", b"", page)


def test_what_is_still_to_come_stands_first_and_what_was_after_it(sterre: Person):
    today = timezone.localdate()
    for what, days in (("Lang geleden", -40), ("Gisteren", -1), ("Later", 9), ("Vandaag", 0)):
        day = today + timedelta(days=days)
        sterre.writes("afspraken", what=what, day=day.isoformat())
    oma = close_one()
    sterre.knows(oma.party)
    sterre.shows(oma.party, "appointments")

    order = r"Vandaag.*Later.*Geweest.*Gisteren.*Lang geleden"
    assert re.search(order, sterre.read("/mijn/afspraken"), re.DOTALL)
    assert re.search(order, read(oma.client, f"/gedeeld/{sterre.journey}/steun"), re.DOTALL)
