# SPDX-License-Identifier: EUPL-1.2
"""Pages of room are as plain as the rest: for the person in short sentences, for who works and who may
say yes in plain ones; in both languages, and every text of a table too."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from django.test import Client

from ruimbaan.core.discretion.asking import Effect, State
from ruimbaan.core.discretion.noting import Situation
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.parts.discretion.asking.wording import EFFECTS, NO_REASON, TO_PERSON, TO_WORK
from ruimbaan.parts.discretion.noting.own_room import Kind
from ruimbaan.parts.discretion.noting.wording import KINDS, RIGHTS, SITUATIONS
from tests.parts.own_files import Other, Person, person, worker
from tests.parts.reading import length, sentences
from tests.parts.room_pages import ASK, OWN_ASK, ask_for, filled, link, only, press
from tests.parts.test_handoff_words import CLIENT, WORK, too_long
from tests.parts.test_words import hurting

pytestmark = pytest.mark.django_db
LANGUAGES = ("", "/en")


@pytest.fixture
def sterre() -> Person:
    return person()


@pytest.fixture
def noor() -> Other:
    return worker("noor")


def test_pages_of_the_person_are_plain(sterre: Person, noor: Other):
    ask_for(noor, sterre)
    own = f"/mijn/ruimte/vragen/{only(noor).id}"
    pages = {}

    def look(when: str, *paths: str) -> None:
        for language in LANGUAGES:
            pages.update(
                {f"{when}{language}{path}": sterre.read(language + path) for path in paths}
            )

    look("proposed", "/mijn/ruimte", own)
    sterre.client.post(own, {"doe": "mag"})
    look("asked", own, OWN_ASK, f"{OWN_ASK}?regel=R52-W")
    look("asked", "/mijn/ruimte/opschrijven", "/mijn/ruimte/patroon")
    press(link(), "nee")
    look("no", own)
    for language in LANGUAGES:
        wrong = sterre.client.post(language + OWN_ASK, filled(wat="", mail="", wie="9", tot=""))
        pages[f"wrong{language}"] = wrong.content.decode()

    rules = re.compile(r"<select.*?</select>", re.DOTALL)  # titles of rules have tests of their own
    told = {name: rules.sub("", page) for name, page in pages.items()}
    assert too_long(told, CLIENT) == set()
    for language in get_args(Language):
        assert {
            name: hurt for name, page in told.items() if (hurt := hurting(page, language))
        } == {}


def test_pages_of_who_works_and_who_says_yes_are_plain(noor: Other):
    noor.client.post(ASK, filled())
    pages = {}
    for language in LANGUAGES:
        pages[f"link{language}"] = Client().get(language + link()).content.decode()
        for path in (f"{ASK}?regel=R52-W", f"{ASK}?regel=H01-W", "/werk/ruimte/notitie"):
            pages[language + path] = noor.client.get(language + path).content.decode()
    press(link(), "ja")
    for language in LANGUAGES:
        for path in (f"/werk/ruimte/vragen/{only(noor).id}", "/werk/ruimte/notities"):
            pages[language + path] = noor.client.get(language + path).content.decode()

    rules = re.compile(r"<select.*?</select>", re.DOTALL)
    assert too_long({n: rules.sub("", page) for n, page in pages.items()}, WORK) == set()


def test_every_state_effect_and_right_has_its_words():
    assert set(TO_WORK) == set(TO_PERSON) == set(State)
    assert set(EFFECTS) == set(Effect)
    assert set(SITUATIONS) == set(Situation)
    assert set(KINDS) == set(Kind)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_texts_of_the_tables_are_short(language: Language):
    ours = [*TO_PERSON.values(), *EFFECTS.values(), *SITUATIONS.values(), *KINDS.values()]
    for right in RIGHTS:
        ours += [right.title, right.says, right.say, right.mind]

    told = [text.in_language(language) for text in ours if text != Text("")]

    assert [one for text in told for one in sentences(text) if length(one) > CLIENT] == []
    both = [NO_REASON.in_language(language)]
    assert [one for text in both for one in sentences(text) if length(one) > WORK] == []


def test_enter_after_a_reason_never_says_yes(noor: Other):
    noor.client.post(ASK, filled())
    page = Client().get(link()).content.decode()

    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    of_field = {name: form for form in forms for name in re.findall(r'name="(maar|want)"', form)}

    assert {
        name: re.findall(r'name="doe" value="([\w-]+)"', of_field[name]) for name in of_field
    } == {
        "maar": ["ja-maar"],
        "want": ["nee"],
    }
