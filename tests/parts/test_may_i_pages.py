# SPDX-License-Identifier: EUPL-1.2
"""Mag ik dit?: an answer for everybody, in both languages, with what is owed first; nothing kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
import yaml
from django.test import Client

from ruimbaan.core.discretion.may_i.kinds import NEEDS_NO_YES, Role
from ruimbaan.parts.discretion.may_i import queries
from ruimbaan.parts.rulebook.queries import list_rules
from tests.addresses import WORDS
from tests.parts.reading import blocks, length, sentences

pytestmark = pytest.mark.django_db
SITUATIONS = {one.id: one for one in queries.catalogue().situations}
OUT_OF_SCOPE = Path(__file__).parents[1] / "stories/may_i/out_of_scope.yaml"
FREE = re.compile(r'data-look="ok"')
QUESTION = {"vraag": "bankafschriften voor een briefadres", "wie": "worker", "regio": "waalstad"}


def ask(client: Client, form: Mapping[str, str], language: str = "") -> str:
    response = client.post(f"{language}/ruimte", form)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.cookies == {}
    return response.content.decode()


def test_what_is_owed_is_said_first_and_by_whom(client: Client):
    html = ask(client, QUESTION)

    text = " ".join(blocks(html))
    assert text.index("Ja, en het moet.") < text.index("Zo verantwoordt u het")
    assert "burgerzaken Waalstad, namens burgemeester en wethouders" in text
    assert "Wet BRP art. 2.23 lid 2 en 3" in text
    assert "Awb, artikel 6:7 en 6:8" in text
    assert "Uit het verhaal van Karim, Grachtstad" in text
    assert "Deze verhalen zijn verzonnen." in text


@pytest.mark.parametrize(
    ("role", "says"),
    [
        ("person", "Het kan. Vraag om een ja."),
        ("close-one", "Het kan. Vraag om een ja."),
        ("worker", "Ja. Dit is uw eigen ruimte."),
        ("manager", "Ja. Dit is uw eigen ruimte."),
        ("somebody", "Het kan. Vraag om een ja."),
    ],
)
def test_the_same_situation_has_an_answer_for_each_role(client: Client, role: str, says: str):
    text = " ".join(blocks(ask(client, {"kies": "plek-na-terugval", "wie": role})))

    assert says in text
    assert "de behandelaar" in text


def test_who_may_say_yes_differs_by_region(client: Client):
    here, there = (
        ask(client, {"kies": "bed-vasthouden", "regio": region})
        for region in ("waalstad", "grachtstad")
    )

    assert "coördinator opvang Waalstad" in here
    assert "coördinator opvang Grachtstad" in there
    assert 'href="/steun/grachtstad/G16"' in there


def test_another_region_for_the_same_situation_needs_no_words(client: Client):
    html = ask(client, {"was": "hond", "vraag": "", "regio": "vestingstad"})

    assert "Een huisdier houdt de opname tegen" in html
    assert 'href="/steun/vestingstad/V27"' in html


def test_one_is_never_left_alone_when_we_are_not_sure(client: Client):
    html = ask(client, {"vraag": "hond mee in de trein", "regio": "waalstad"})

    assert "Dit weten we niet zeker. Bedoel je dit?" in html
    assert 'name="kies" value="hond"' in html
    assert 'href="/steun/waalstad/W38"' in html


def test_what_we_do_not_know_gets_no_answer_but_somebody_to_call(client: Client):
    for asks in yaml.safe_load(OUT_OF_SCOPE.read_text(encoding="utf-8")):
        html = ask(client, {"vraag": asks, "regio": "grachtstad"})

        assert 'id="answer"' not in html, asks
        assert "Bel iemand die meedenkt" in html, asks


def test_danger_leads_to_people_first(client: Client):
    text = " ".join(blocks(ask(client, {"vraag": "ik wil niet meer leven in deze opvang"})))

    assert "Is er nu gevaar? Bel 112." in text
    assert "Is er nu gevaar?" not in " ".join(blocks(ask(client, QUESTION)))


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"vraag": ""},
        {"vraag": "\0\ud7ff" * 300},
        {"vraag": "<script>alert(1)</script> briefadres"},
        {"kies": "nergens", "regio": "atlantis", "wie": "koning"},
        {"was": "../../etc"},
    ],
)
def test_anything_may_be_sent(client: Client, form: Mapping[str, str]):
    assert "<script>alert" not in ask(client, form)


@pytest.mark.parametrize(
    ("name", "law"),
    [
        ("briefadres-bewijs", "Awb, artikel 6:7 en 6:8"),
        ("eigen-risico", "Zvw, artikel 114"),
        ("titel-stopt", "Wkkgz, artikel 13 en 15"),
        ("verhaal-een-keer", None),
        ("niet-verschenen", None),
    ],
)
def test_what_is_open_against_a_no_depends_on_who_says_it(
    client: Client, name: str, law: str | None
):
    every = ("Awb, artikel 6:7 en 6:8", "Zvw, artikel 114", "Wkkgz, artikel 13 en 15")
    html = ask(client, {"kies": name})

    assert [one for one in every if one in html] == ([law] if law else [])


def test_nothing_is_to_be_written_down_where_the_law_is_fixed(client: Client):
    html = ask(client, {"kies": "eigen-risico"})

    assert "Nee, deze wet ligt vast." in html
    assert 'id="account"' not in html


def test_who_comes_from_work_asks_for_work(client: Client):
    chosen = re.compile(r'value="(\S+?)" checked')

    assert chosen.findall(client.get("/ruimte?wie=worker").content.decode()) == ["worker"]
    for address in ("/ruimte", "/ruimte?wie=niemand", "/ruimte?vraag=briefadres"):
        shown = client.get(address).content.decode()
        assert chosen.findall(shown) == ["person"]
        assert 'name="vraag" value=""' in shown


def test_a_form_of_another_site_is_refused(client: Client):
    response = client.post("/ruimte", QUESTION, headers={"Origin": "https://elders.example"})

    assert response.status_code == 403


def test_every_situation_has_its_page_in_both_languages(client: Client):
    long = []
    for name, situation in SITUATIONS.items():
        dutch = client.get(f"/ruimte/{name}").content.decode()
        english = client.get(f"/en/ruimte/{name}").content.decode()
        owed_or_free = situation.kinds[Role.PERSON] in NEEDS_NO_YES
        long += [(name, one) for one in sentences(dutch) if length(one) > WORDS["A2"]]

        assert situation.title.nl in dutch
        assert situation.does.en in unescape(english)
        assert bool(FREE.search(dutch)) is owed_or_free

    assert long == []


def test_words_for_who_works_are_b1(client: Client):
    long = [
        (name, one)
        for name in SITUATIONS
        for one in sentences(ask(client, {"kies": name, "wie": "worker"}))
        if length(one) > WORDS["B1"]
    ]

    assert long == []


@pytest.mark.parametrize("path", ["/ruimte/nergens", "/ruimte/regel/R99", "/ruimte/kaarten/appen"])
def test_what_is_not_there_has_no_page(client: Client, path: str):
    assert client.get(path).status_code == 404


def test_a_rule_and_its_situations_lead_to_each_other(client: Client):
    rule = client.get("/regels/R52-W").content.decode()
    others = client.get("/ruimte/regel/R52").content.decode()
    situation = client.get("/ruimte/bed-vasthouden").content.decode()

    assert 'href="/ruimte/regel/R52"' in rule
    assert 'href="/ruimte/bed-vasthouden"' in others
    assert 'href="/regels/R52-W"' in situation


def test_every_rule_has_a_page_of_how_others_do_it(client: Client):
    for number in {rule.number for rule in list_rules()}:
        assert client.get(f"/ruimte/regel/{number}").status_code == 200


def test_a_card_asks_before_it_tells(client: Client):
    listed = client.get("/ruimte/kaarten").content.decode()
    text = " ".join(blocks(client.get("/ruimte/kaarten/bed-vasthouden").content.decode()))

    assert 'href="/ruimte/kaarten/bed-vasthouden"' in listed
    assert text.index("Wat zouden wij kunnen laten?") < text.index("Uit het verhaal van")
