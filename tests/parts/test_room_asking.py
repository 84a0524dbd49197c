# SPDX-License-Identifier: EUPL-1.2
"""Asking for room: only where somebody else must say yes, only with the person's yes, answered in one
tap by a link that then is of nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.discretion.asking import Effect, State
from ruimbaan.parts.discretion.asking import answering, records, slots
from ruimbaan.parts.discretion.asking.choosing import places
from ruimbaan.parts.discretion.asking.models import RequestRecord
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.trust.services import digest_of
from tests.parts.agreeing_people import LETTER, letter, side
from tests.parts.own_files import Other, Person, person, worker
from tests.parts.room_pages import (
    ASK,
    DEPUTY,
    MAIL,
    OWN_ASK,
    RULE,
    WHAT,
    WHY,
    ask,
    ask_for,
    day,
    filled,
    letters,
    link,
    only,
    press,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def noor() -> Other:
    return worker("noor")


@pytest.fixture
def sterre() -> Person:
    return person()


def state(who: Other) -> State:
    return only(who).kept.request.state


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("H01-W", "Gewoon doen. U hoeft niets te vragen."),
        ("R27", "Hier hoeft niemand ja te zeggen"),
        ("N05", "Hier kan niemand ja zeggen"),
    ],
)
def test_where_nobody_has_to_say_yes_there_is_no_form(noor: Other, rule: str, says: str):
    page = noor.client.get(f"{ASK}?regel={rule}").content.decode()
    sent = noor.client.post(ASK, filled(regel=rule))

    assert says in page
    assert "<textarea" not in page
    assert sent.status_code == 200
    assert not RequestRecord.objects.exists()


def test_three_sentences_leave_by_mail_that_says_nothing(noor: Other):
    ask(noor)

    (letter,) = letters()
    assert letter.to == MAIL
    for secret in (WHAT, WHY, "Noor", "Kade", "ruimte vragen", "R52"):
        assert secret not in letter.subject + letter.text
    assert state(noor) is State.ASKED


def test_opening_the_link_never_answers_and_asks_no_account(noor: Other):
    ask(noor)
    browser = Client()

    pages = [getattr(browser, method)(link()) for method in ("get", "head", "get")]

    assert {page.status_code for page in pages} == {200}
    assert all(sentence in pages[0].content.decode() for sentence in (WHAT, WHY, "Noor van"))
    assert not browser.cookies
    assert state(noor) is State.ASKED


@pytest.mark.parametrize(
    ("button", "field", "ends"),
    [("ja", "", State.YES), ("ja-maar", "maar", State.YES_BUT), ("nee", "want", State.NO)],
)
def test_one_tap_answers_and_then_the_link_is_of_nothing(
    noor: Other, button: str, field: str, ends: State
):
    ask(noor)
    path = link()
    done = press(path, button, None, **({field: "Graag tot maart."} if field else {}))

    assert done.status_code == 200
    assert state(noor) is ends
    assert only(noor).kept.request.words == ("Graag tot maart." if field else "")
    nothing = Client().get("/ruimte/vraag/nooitgeweest")
    for after in (Client().get(path), press(path, "nee")):
        assert (after.status_code, after.content) == (404, nothing.content)
    assert state(noor) is ends


def test_the_same_page_sent_twice_is_one_answer_and_one_letter(noor: Other):
    ask(noor)
    path, form = link(), str(uuid4())

    first, second = (Client().post(path, {"form": form, "doe": "ja"}) for _ in range(2))

    assert first.status_code == second.status_code == 200
    assert [one.subject for one in letters() if one.to == MAIL] == ["Bewaard"]


def test_of_two_different_answers_the_first_one_counts(
    noor: Other, monkeypatch: pytest.MonkeyPatch
):
    ask(noor)
    path = link()
    found = records.by_link(path.rsplit("/", 1)[1])
    press(path, "nee")
    monkeypatch.setattr(answering, "open_link", lambda *_: found)  # as who opened it just before

    late = press(path, "ja")

    assert late.status_code == 422
    assert state(noor) is State.NO


def test_a_yes_can_be_taken_back_with_a_reason_and_stays_readable(noor: Other):
    ask(noor)
    press(link(), "ja")
    back = link()

    without, done = press(back, "terug"), press(back, "terug", terug="Het huis sluit.")

    assert (without.status_code, done.status_code) == (422, 200)
    request = only(noor).kept.request
    assert (request.state, request.reason) == (State.TAKEN_BACK, "Het huis sluit.")
    assert request.answered == timezone.localdate()
    assert press(back, "terug", terug="Nog eens.").status_code == 404


def test_withdrawn_or_too_late_the_link_is_of_nothing(noor: Other, sterre: Person):
    ask(noor)
    path = link()
    noor.client.post(f"/werk/ruimte/vragen/{only(noor).id}", {"doe": "intrekken"})

    assert Client().get(path).status_code == 404
    assert press(path, "ja").status_code == 404
    assert state(noor) is State.WITHDRAWN
    assert [one.subject for one in letters() if one.to == MAIL] == ["Er is iets veranderd"]
    sterre.client.post(OWN_ASK, filled())
    later = timezone.now() + timedelta(days=12)
    assert answering.open_link(link().rsplit("/", 1)[1], later) is None


def test_nothing_about_a_person_leaves_before_that_one_says_yes(noor: Other, sterre: Person):
    ask_for(noor, sterre)

    assert state(noor) is State.PROPOSED
    assert not [one for one in letters() if one.to == MAIL]
    page = sterre.read("/mijn/ruimte")
    assert WHAT in page
    assert "Noor van Herstelplek De Kade wil dit voor je vragen" in page
    sterre.client.post(f"/mijn/ruimte/vragen/{only(noor).id}", {"doe": "mag"})
    assert [one.to for one in letters() if "/ruimte/vraag/" in one.text] == [MAIL]
    assert (
        "Noor van Herstelplek De Kade vraagt dit voor Sterre"
        in Client().get(link()).content.decode()
    )


def test_rather_not_sends_nothing_ever(noor: Other, sterre: Person):
    ask_for(noor, sterre)
    own = f"/mijn/ruimte/vragen/{only(noor).id}"

    sterre.client.post(own, {"doe": "liever-niet"})
    again = sterre.client.post(own, {"doe": "mag"})

    assert again.status_code == 422
    assert state(noor) is State.DECLINED
    assert not [one for one in letters() if "/ruimte/vraag/" in one.text]


def test_only_of_somebody_who_shows_them_something(noor: Other, sterre: Person):
    refused = ask(noor, over=str(sterre.journey))

    assert refused.status_code == 422
    assert not RequestRecord.objects.exists()


def test_the_person_sees_who_asked_whom_what_and_the_answer(noor: Other, sterre: Person):
    ask_for(noor, sterre)
    own = f"/mijn/ruimte/vragen/{only(noor).id}"
    sterre.client.post(own, {"doe": "mag"})
    press(link(), "nee")

    page = sterre.read(own)

    for told in (WHAT, WHY, "Noor van", "coördinator opvang", "Het antwoord is nee.", "6:7"):
        assert told in page
    assert "Er staat geen reden bij." in page
    assert "cliëntondersteuning" in page


def test_the_person_asks_without_waiting_for_anybody(sterre: Person):
    done = sterre.client.post(OWN_ASK, filled())
    again = sterre.client.post(OWN_ASK, {**filled(), "form": done.wsgi_request.POST["form"]})

    assert done["Location"] == again["Location"]
    assert len(letters()) == 1
    press(link(), "ja-maar", maar="Bel eerst.")
    assert "Bel eerst." in sterre.read(done["Location"])


def test_the_person_withdraws_what_somebody_else_asked(noor: Other, sterre: Person):
    ask_for(noor, sterre)
    own = f"/mijn/ruimte/vragen/{only(noor).id}"
    sterre.client.post(own, {"doe": "mag"})

    sterre.client.post(own, {"doe": "intrekken"})

    assert state(noor) is State.WITHDRAWN
    assert not [one for one in letters() if "/ruimte/vraag/" in one.text]  # it had not left yet


def test_a_closed_file_closes_the_link_too(noor: Other, sterre: Person):
    ask_for(noor, sterre)
    sterre.client.post(f"/mijn/ruimte/vragen/{only(noor).id}", {"doe": "mag"})
    path = link()

    sterre.client.post("/mijn/dicht", {"doe": "dicht"})

    assert Client().get(path).status_code == 404


def test_after_a_yes_one_looks_back_in_one_tap(noor: Other):
    ask(noor)
    press(link(), "ja")
    path = f"/werk/ruimte/vragen/{only(noor).id}"

    noor.client.post(path, {"doe": "terugkijken", "dag": day(30)})
    noor.client.post(path, {"doe": "deed", "effect": "helped"})

    request = only(noor).kept.request
    assert request.effect is Effect.HELPED
    assert request.look_back is not None
    assert request.look_back.isoformat() == day(30)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"wat": ""}, "Schrijf iets op."),
        ({"tot": "morgen"}, "Deze dag kan niet."),
        ({"tot": day(0)}, "Deze dag kan niet."),
        ({"antwoord": day(61)}, "Het antwoord komt dan na de dag"),
        ({"mail": "geen adres"}, "Dit is geen mailadres."),
        ({"mail": ""}, "Er is nog niemand gekozen."),
        ({"wie": "9"}, "Er is nog niemand gekozen."),
        ({"stil": "deputy"}, "Er is geen mailadres van de vervanger."),
        ({"over": "x"}, "Van deze persoon ziet u nu niets."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(noor: Other, wrong: dict[str, Any], code: str):
    answer = ask(noor, **wrong)
    page = answer.content.decode()

    assert answer.status_code == 422
    assert code in page
    assert (WHAT in page) is ("wat" not in wrong)
    assert not RequestRecord.objects.exists()


@pytest.mark.parametrize("path", [ASK, OWN_ASK])
def test_a_place_of_the_map_is_found_and_chosen_without_script(
    noor: Other, sterre: Person, path: str
):
    """Seeking asks nothing yet, and keeps what was typed."""
    who: Other | Person = noor if path == ASK else sterre
    seeking = filled(mail="", doe="zoek", zoek="uiterwaard")

    page = who.client.post(path, seeking).content.decode()

    values = re.findall(r'type="radio" name="plek" value="([^"]+)"', page)
    mails = {one.url: one.mail for one in places(None, "uiterwaard")}
    assert len(values) > len(set(mails.values()))  # they share an address
    assert set(values) == set(mails)
    assert all(words in page for words in (WHAT, WHY, "De Uiterwaard"))
    assert not RequestRecord.objects.exists()
    nothing = who.client.post(path, {**seeking, "zoek": "bestaat niet"}).content.decode()
    assert "We vonden geen plek met een mailadres." in nothing
    chosen = {**seeking, "doe": "", "plek": values[0]}
    again = who.client.post(path, {**chosen, "waarom": ""}).content.decode()
    assert re.findall(r'name="plek" value="([^"]+)"[^>]* checked', again) == [values[0]]
    assert who.client.post(path, chosen).status_code == 302
    assert [one.to for one in letters()] == [mails[values[0]]]


def test_the_same_form_twice_asks_once(noor: Other):
    once = filled(vervanger=DEPUTY, stil="deputy")

    first, second = noor.client.post(ASK, once), noor.client.post(ASK, once)

    assert first["Location"] == second["Location"]
    assert (RequestRecord.objects.count(), len(letters())) == (1, 1)


def test_who_has_a_full_list_asks_again_once_one_is_over(
    noor: Other, sterre: Person, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(slots, "MOST", 2)
    ask_for(noor, sterre)
    ask(noor)
    full = ask(noor)
    assert (full.status_code, "Er staan al 2 vragen open." in full.content.decode()) == (422, True)

    for found in records.asked_by(noor.account.pk):
        answering.withdraw(found, timezone.now())
    for _each in range(2):
        assert ask(noor).status_code == 302

    assert {one.kept.request.state for one in records.asked_by(noor.account.pk)} == {State.ASKED}
    (about,) = records.about(sterre.journey)  # it stays with the person
    assert about.kept.request.state is State.WITHDRAWN
    assert RequestRecord.objects.count() == 3
    assert ask(noor).status_code == 422


def over_long_ago(found: Found, **more: Any) -> None:
    """A yes about nobody whose last day has passed."""
    today = timezone.localdate()
    request = replace(
        found.kept.request,
        state=State.YES,
        answered=today - timedelta(days=40),
        until=today - timedelta(days=30),
        **more,
    )
    records.put(found, lambda kept: kept.moved(request))


def test_what_is_still_to_be_looked_back_on_stays_on_a_full_list(
    noor: Other, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(slots, "MOST", 3)
    for what in ("Straks terugkijken.", "Nu terugkijken.", "Al teruggekeken."):
        assert ask(noor, wat=what).status_code == 302
    today = timezone.localdate()
    found = {one.kept.request.what: one for one in records.asked_by(noor.account.pk)}
    over_long_ago(found["Straks terugkijken."], look_back=today + timedelta(days=9))
    over_long_ago(found["Nu terugkijken."], look_back=today - timedelta(days=30))
    over_long_ago(found["Al teruggekeken."], look_back=today, effect=Effect.HELPED)

    left = []
    for _each in range(2):
        assert ask(noor).status_code == 302
        left.append({one.kept.request.what for one in records.asked_by(noor.account.pk)})

    assert left == [{WHAT, "Nu terugkijken.", "Straks terugkijken."}, {WHAT, "Straks terugkijken."}]
    assert ask(noor).status_code == 422


def test_an_answer_that_just_came_does_not_make_room_for_the_next_question(
    noor: Other, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(slots, "MOST", 2)
    ask(noor, wat="Lang geleden gevraagd.")
    press(link(), "nee", want="Er is geen bed.")
    ask(noor, wat="Over, en gelezen.")
    rows = {one.kept.request.what: one for one in records.asked_by(noor.account.pk)}
    over_long_ago(rows["Over, en gelezen."], effect=Effect.HELPED)
    early = timezone.localdate() - timedelta(days=300)
    records.put(rows["Lang geleden gevraagd."], lambda kept: replace(kept, made=early))

    assert ask(noor).status_code == 302

    told = {one.kept.request.what: one for one in records.asked_by(noor.account.pk)}
    assert told.keys() == {WHAT, "Lang geleden gevraagd."}
    assert told["Lang geleden gevraagd."].kept.request.words == "Er is geen bed."


def test_another_worker_and_another_person_find_nothing(noor: Other, sterre: Person):
    ask_for(noor, sterre)
    mo, wim = worker("mo"), person("wim", "Wim")
    asked = only(noor).id

    for one, path in (
        (mo, f"/werk/ruimte/vragen/{asked}"),
        (wim, f"/mijn/ruimte/vragen/{asked}"),
    ):
        for answer in (one.client.get(path), one.client.post(path, {"doe": "intrekken"})):
            assert answer.status_code == 404
    assert WHAT not in mo.client.get("/werk/ruimte/vragen").content.decode()
    assert WHAT not in wim.read("/mijn/ruimte")


def test_a_row_says_nothing(noor: Other, sterre: Person):
    ask_for(noor, sterre)
    row = RequestRecord.objects.get()
    told = " ".join(
        str(bytes(value) if isinstance(value, memoryview) else value)
        for value in vars(row).values()
    )

    for secret in (
        WHAT,
        str(noor.account.pk),
        str(sterre.journey),
        noor.account.pk.hex,
        MAIL,
        "prop",
    ):
        assert secret not in told
    assert row.link != digest_of("")


@pytest.fixture
def counter() -> str:
    """The mail address of the only one who may say yes, by letter."""
    kribbe, reach = side("De Kribbe"), "balie@example.org"
    given = letter(kribbe, regel=RULE, bereik=reach)
    assert kribbe.speaker.client.post(LETTER, given).status_code == 302
    return reach


@pytest.mark.parametrize("path", [ASK, OWN_ASK])
def test_a_place_that_is_no_longer_found_is_said_and_nobody_else_is_asked(
    noor: Other, sterre: Person, path: str, counter: str
):
    who: Other | Person = noor if path == ASK else sterre
    place = places(None, "uiterwaard")[0].url
    changed = filled(mail="", zoek="kade", plek=place)

    answer = who.client.post(path, changed)

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "De gekozen plek staat niet meer in de lijst." in page
    assert re.search(r'<a [^>]*href="#zoek"', page)
    assert re.search(r'id="zoek"[^>]* aria-describedby="zoek-error"', page)
    assert "Er is nog niemand gekozen." not in page
    assert not RequestRecord.objects.exists()


def mail_in(page: str) -> str:
    found = re.search(r'id="mail" name="mail" value="([^"]*)"', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("path", [ASK, OWN_ASK])
def test_a_chosen_place_goes_before_the_address_that_stood_there_already(
    noor: Other, sterre: Person, path: str, counter: str
):
    who: Other | Person = noor if path == ASK else sterre
    first = who.client.get(path, {"regel": RULE}).content.decode()
    assert mail_in(first) == counter
    seeking = filled(mail=counter, doe="zoek", zoek="uiterwaard")

    page = who.client.post(path, seeking).content.decode()

    assert mail_in(page) == ""
    place = places(None, "uiterwaard")[0]
    assert place.mail != counter
    sent = who.client.post(path, {**seeking, "doe": "", "plek": place.url})
    assert sent.status_code == 302
    assert [one.to for one in letters()] == [place.mail]


def test_an_address_that_was_typed_stays_and_goes_before_the_place(noor: Other, counter: str):
    seeking = filled(doe="zoek", zoek="uiterwaard")

    assert mail_in(noor.client.post(ASK, seeking).content.decode()) == MAIL
    place = places(None, "uiterwaard")[0]
    noor.client.post(ASK, {**seeking, "doe": "", "plek": place.url})
    assert [one.to for one in letters()] == [MAIL]
