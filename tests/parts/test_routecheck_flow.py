# SPDX-License-Identifier: EUPL-1.2
"""From question to question: choosing, skipping, going back, changing, and mending what is wrong."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.parts.routecheck_forms import Visitor, walk

CHECK = "Kloppen je antwoorden?"


@pytest.fixture
def visitor(client: Client) -> Visitor:
    return Visitor(client)


@pytest.fixture
def at_goals(visitor: Visitor) -> Visitor:
    return visitor.open().press("next")


def test_the_first_page_leads_to_the_first_question(visitor: Visitor):
    visitor.open()

    assert visitor.title == "Jouw route in 12 vragen"
    assert visitor.press("next").title == "Wat wil je graag?"


def test_every_question_can_be_skipped_and_the_number_goes_up(at_goals: Visitor):
    numbers = []
    while at_goals.title != CHECK:
        numbers.append(at_goals.html.split('<progress id="progress" value="')[1].split('"')[0])
        at_goals.press("skip")

    assert numbers == [str(number) for number in range(1, 13)]


def test_wishes_are_followed_by_their_order_and_their_days(at_goals: Visitor):
    at_goals.press("next", q__goals="own-door monthly-money")
    assert at_goals.title == "Wat is voor jou het belangrijkst?"

    at_goals.press("next", q__first="own-door")
    assert at_goals.title == "Wanneer is dit nodig: een deur die van mij is?"
    assert "elke maand geld?" in at_goals.words

    assert at_goals.press("next").title == "Waar slaap je nu?"


def test_one_wish_has_no_order(at_goals: Visitor):
    at_goals.press("next", q__goals="own-door")

    assert at_goals.title == "Wanneer is dit nodig: een deur die van mij is?"


def test_the_rest_can_be_skipped_at_once(at_goals: Visitor):
    at_goals.press("check", q__goals="own-door")

    assert at_goals.title == CHECK
    assert "Een deur die van mij is" in at_goals.words


def test_going_back_keeps_what_was_filled_in(at_goals: Visitor):
    at_goals.press("skip").press("back", q__sleep="sofa")
    assert at_goals.title == "Wat wil je graag?"

    at_goals.press("next")

    assert at_goals.form.filled["q-sleep"] == ["sofa"]


def test_going_back_from_the_first_question_leads_to_the_first_page(at_goals: Visitor):
    at_goals.press("back", q__goals="own-door").press("next")

    assert at_goals.form.filled["q-goals"] == ["own-door"]


def test_skipping_takes_an_answer_away(at_goals: Visitor):
    at_goals.press("next", q__goals="own-door").press("back").press("skip")

    assert "Een deur" not in walk_on(at_goals).words


def walk_on(visitor: Visitor) -> Visitor:
    return visitor.press("check")


def test_at_most_three_wishes_and_what_was_chosen_stays(at_goals: Visitor):
    at_goals.press("next", q__goals="own-door own-house keep-home monthly-money")

    assert at_goals.status == 422
    assert "Kies hoogstens 3 dingen. De andere bewaar je voor later." in at_goals.words
    assert 'href="#q-goals"' in at_goals.html
    assert at_goals.form.filled["q-goals"] == [
        "own-door",
        "own-house",
        "keep-home",
        "monthly-money",
    ]


def test_nothing_and_something_do_not_go_together(visitor: Visitor):
    walk(visitor, goals="own-door").press("page:debts").press("next", q__debts="none some")

    assert visitor.status == 422
    assert "“Nee” en “Ja, rekeningen die ik niet kan betalen”" in visitor.words
    assert "Kijk nog even" in visitor.words
    assert "Er ontbreekt nog iets" not in visitor.words


def test_a_day_that_is_chosen_has_to_be_filled_in(at_goals: Visitor):
    at_goals.press("next", q__goals="own-door").press("next", q__when__own__door="before-date")

    assert at_goals.status == 422
    assert "Welke dag is het? Vul hem in, of kies iets anders." in at_goals.words


@pytest.mark.parametrize("value", ["nergens", "", "own-door\x00", "<b>"])
def test_an_answer_that_is_not_there_is_asked_again(at_goals: Visitor, value: str):
    fields = {**{n: v[0] for n, v in at_goals.form.filled.items()}, "q-goals": value}

    at_goals.send("/routecheck/vraag", **fields)

    assert at_goals.status == 422
    assert "Kies een antwoord, of sla over." in at_goals.words
    assert value == "" or value not in at_goals.html


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("2027-13-40", "Deze dag lukt niet. Schrijf hem zo: 23 juni 2027."),
        ("morgen", "Deze dag lukt niet. Schrijf hem zo: 23 juni 2027."),
        ("2020-01-01", "Deze dag is al geweest. Kies een dag die nog komt."),
        ("9999-01-01", "Deze dag is te ver weg. Kies een dag dichterbij."),
    ],
)
def test_a_day_that_cannot_be_is_said_kindly(at_goals: Visitor, day: str, says: str):
    at_goals.press("next", q__goals="own-door")
    fields = {"q-when-own-door": "before-date", "day-when-own-door-before-date": day}

    at_goals.send(
        "/routecheck/vraag", **{n: v[0] for n, v in at_goals.form.filled.items()} | fields
    )

    assert at_goals.status == 422
    assert says in at_goals.words


@pytest.mark.parametrize("day", ["2027-06-23", "23 juni 2027", "23-06-2027", " 23  June 2027 "])
def test_a_day_is_read_as_people_write_it(at_goals: Visitor, day: str):
    at_goals.press("next", q__goals="own-door")
    fields = {"q-when-own-door": "before-date", "day-when-own-door-before-date": day}

    at_goals.send(
        "/routecheck/vraag", **{n: v[0] for n, v in at_goals.form.filled.items()} | fields
    )

    assert at_goals.title == "Waar slaap je nu?"
    assert "Vóór een dag die ik kies: 23 juni 2027" in at_goals.press("check").words


@pytest.mark.parametrize("words", ["a" * 301, "a\x00b", "a\x1bb"])
def test_own_words_that_cannot_be_kept_are_said_and_stay_in_the_field(
    at_goals: Visitor, words: str
):
    fields = {n: v[0] for n, v in at_goals.form.filled.items()} | {"own-words": words}

    at_goals.send("/routecheck/vraag", **fields)

    assert at_goals.status == 422
    assert "Dit is te lang, of er staat een vreemd teken in." in at_goals.words


@pytest.mark.parametrize(
    "words", ["Mijn zoon weer thuis.", "<script>alert(1)</script>", "👩‍👦 طفلي"]
)
def test_own_words_are_shown_back_as_text(at_goals: Visitor, words: str):
    fields = {n: v[0] for n, v in at_goals.form.filled.items()} | {"own-words": words}

    at_goals.send("/routecheck/vraag", go="check", **fields)

    assert (
        words in at_goals.words.replace("&quot;", '"')
        or words in at_goals.html
        or "&lt;" in at_goals.html
    )
    assert "<script>alert" not in at_goals.html


def test_answers_can_be_changed_and_one_comes_back_to_all_of_them(visitor: Visitor):
    walk(visitor, goals="own-door", sleep="sofa").press("page:sleep")
    assert visitor.form.filled["q-sleep"] == ["sofa"]

    visitor.press("next", q__sleep="shelter")

    assert visitor.title == CHECK
    assert "In de opvang" in visitor.words


def test_changing_the_wishes_asks_their_order_and_days_again(visitor: Visitor):
    walk(visitor, goals="own-door").press("page:goals")

    visitor.press("next", q__goals="own-door own-house")
    assert visitor.title == "Wat is voor jou het belangrijkst?"
    visitor.press("next")
    assert visitor.title == "Wanneer is dit nodig: een deur die van mij is?"

    assert visitor.press("next").title == CHECK


def test_going_back_while_changing_leads_to_all_answers(visitor: Visitor):
    walk(visitor, goals="own-door").press("page:money")

    assert visitor.press("back").title == CHECK


def test_what_is_assumed_is_said(visitor: Visitor):
    walk(visitor, goals="own-door")

    assert "Je hebt nu niets te maken met justitie." in visitor.words
    assert "Een deur die van mij is: binnen een half jaar." in visitor.words
    assert visitor.words.count("Overgeslagen") == 12  # eleven questions and the day of the wish


def test_answers_that_do_not_fit_together_are_marked_and_may_stay(visitor: Visitor):
    walk(visitor, goals="own-door", sleep="prison", region="waalstad", justice="none")
    assert "Deze antwoorden passen niet bij elkaar." in visitor.words
    assert "Waar slaap je nu? In de gevangenis en ook: " in visitor.words
    assert visitor.words.count("Past dit bij je andere antwoord?") == 2

    visitor.send("/routecheck/route", answers=visitor.answers)

    assert visitor.status == 200
    assert "De route" in visitor.words


def test_the_other_language_keeps_every_answer(visitor: Visitor):
    walk(visitor, goals="own-door", sleep="sofa").switch_language()
    assert visitor.title == "Are your answers right?"
    assert "With friends, on the sofa" in visitor.words

    visitor.press("page:sleep").switch_language()

    assert visitor.title == "Waar slaap je nu?"
    assert visitor.form.filled["q-sleep"] == ["sofa"]
    assert visitor.press("next").title == CHECK


def test_sending_twice_gives_the_same_page(at_goals: Visitor):
    fields = {n: v[0] for n, v in at_goals.form.filled.items()} | {"q-goals": "own-door"}
    first = at_goals.send("/routecheck/vraag", **fields).words
    second = at_goals.send("/routecheck/vraag", **fields).words

    assert first == second


@pytest.mark.parametrize("path", ["vraag", "route", "papier", "bewaren", "openen"])
def test_an_address_of_a_form_read_without_one_begins_again(visitor: Visitor, path: str):
    visitor.open(f"/routecheck/{path}")

    assert visitor.title == "Jouw route in 12 vragen"
    assert "Hier begin je opnieuw." in visitor.words


def test_together_the_person_presses_the_last_button(visitor: Visitor):
    walk_on(visitor.open().press("next", q__who="together"))

    assert "Ik heb gekeken. Laat zien" in visitor.words


def test_erased_says_so_and_asks_the_browser_to_forget(client: Client):
    response = client.get("/routecheck/gewist")

    assert "Alles is gewist" in response.content.decode()
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert response.headers["Cache-Control"] == "no-store"
