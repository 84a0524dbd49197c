# SPDX-License-Identifier: EUPL-1.2
"""The emergency card to print: only what the person puts on it, and only when it fits."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from uuid import uuid4

import pytest

from ruimbaan.core.trust.access_entries import read as read_entry
from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.parts.journey.card import fitting
from ruimbaan.parts.journey.card.fitting import Letters, letters_for
from ruimbaan.parts.journey.kinds import OF_PART
from ruimbaan.parts.trust.log.connecting import reading
from tests.parts.own_files import Person, person

PRINT = "/mijn/noodkaart/print"
CARD = {
    "signs": "De gordijnen blijven dicht.",
    "helps": "Zet thee.",
    "hurts": "Veel vragen.",
    "call": "Bram, en daarna mijn moeder.",
}
STYLES = Path(__file__).parents[2] / "frontend" / "css" / "now.css"


@pytest.fixture
def sterre() -> Person:
    one = person()
    one.writes("noodkaart", **CARD)
    one.writes("mensen", name="Oma", reach="06 1234 5678")
    one.writes("mensen", name="Buurvrouw")
    return one


def sides(one: Person, *chosen: str, size: str = "klein") -> list[str]:
    """What stands on each half, in words."""
    asked = "&".join(["gekozen=ja", f"maat={size}", *(f"wat={name}" for name in chosen)])
    page = one.read(f"{PRINT}?{asked}" if chosen else PRINT)
    halves = re.findall(r"<section(?: class=\"rb-half\")?>(.*?)</section>", page, re.DOTALL)
    return [unescape(" ".join(re.sub(r"<[^>]*>", " ", half).split())) for half in halves]


def test_all_of_the_card_stands_on_it_and_nobody_of_the_people_until_they_are_chosen(
    sterre: Person,
):
    doing, calling = sides(sterre)

    assert doing.startswith("Noodkaart van Sterre")
    assert all(CARD[name] in doing for name in ("signs", "helps", "hurts"))
    assert calling == f"Bel dan {CARD['call']} Is er nu gevaar? Bel 112. Blijf erbij."
    assert "Oma" not in doing + calling


@pytest.mark.parametrize("size", ["klein", "a4"])
def test_only_what_is_chosen_stands_on_it(sterre: Person, size: str):
    (oma,) = re.findall(r'value="([0-9a-f-]{36})"', sterre.read(PRINT))

    assert sides(sterre, "helps", oma, size=size) == [
        "Noodkaart Wat helpt dan? Zet thee.",
        "Bel dan Oma 06 1234 5678",
    ]


def test_what_is_no_choice_or_of_somebody_else_counts_for_nothing(sterre: Person):
    karim = person("karim", "Karim")
    karim.writes("mensen", name="Desi", reach="06 8765 4321")
    karim.writes("noodkaart", helps="Koffie.")
    (theirs,) = re.findall(r'value="([0-9a-f-]{36})"', karim.read(PRINT))

    assert sides(sterre, "naam", theirs, "wat", str(uuid4())) == ["Noodkaart van Sterre", "Bel dan"]


def test_without_a_card_there_is_nothing_to_print():
    answer = person().client.get(PRINT)

    assert (answer.status_code, answer["Location"]) == (302, "/mijn/noodkaart")


def test_what_does_not_fit_is_said_and_fits_on_the_sheet():
    long = person()
    long.writes("noodkaart", helps="Zet thee en blijf bij mij zitten. " * 40)

    assert "Dit past niet op een kleine kaart." in long.read(PRINT)
    assert sides(long) == []
    assert "Zet thee" in sides(long, "helps", size="a4")[0]


def test_printing_is_in_the_log_and_the_card_leads_to_it(sterre: Person):
    assert PRINT in sterre.read("/mijn/noodkaart")
    sterre.read(PRINT)

    with reading().cursor() as cursor:
        cursor.execute("SELECT body FROM trust_access WHERE journey = %s", [str(sterre.journey)])
        entries = [read_entry(body) for (body,) in cursor.fetchall()]
    taken = {entry.part for entry in entries if entry.action is Action.TAKE_ALONG}
    assert Part.EMERGENCY_CARD in taken


def test_no_field_asks_for_an_illness_or_a_medicine(sterre: Person):
    fields = {field.name for field in OF_PART[Part.EMERGENCY_CARD].fields}

    assert fields == set(CARD)
    assert "Schrijf er geen ziekte of medicijn op." in sterre.read(PRINT)


def test_letters_become_smaller_before_it_does_not_fit():
    found = [
        letters_for([("Noodkaart", [("Wat helpt?", "Zet thee en blijf even zitten. " * times)])])
        for times in (1, 20, 60)
    ]

    assert found == [Letters.USUAL, Letters.SMALL, None]


@pytest.mark.parametrize(
    "words", ["x" * 2_000, "\n" * 60, "漢" * 600], ids=["word", "lines", "wide"]
)
def test_one_long_word_and_many_lines_do_not_fit_either(words: str):
    assert letters_for([("Noodkaart", [("Wat helpt?", words)])]) is None


def test_the_sizes_are_those_of_the_style_sheet():
    css = STYLES.read_text("utf-8")
    free = 4  # mm on each side, above and below

    assert re.search(r"grid-template-columns: 85\.6mm 85\.6mm; grid-template-rows: 54mm;", css)
    assert f"padding: {free}mm; font-size: {Letters.USUAL.points}pt; line-height: 1.3" in css
    assert f"[data-size=small] > * {{ font-size: {Letters.SMALL.points:g}pt" in css
    assert pytest.approx((85.6 - 2 * free) / 25.4 * 72) == fitting.WIDE
    assert pytest.approx((54 - 2 * free) / 25.4 * 72) == fitting.HIGH
    assert f"gap: {fitting.BETWEEN / 72 * 25.4:.1f}mm" in css
