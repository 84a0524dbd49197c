# SPDX-License-Identifier: EUPL-1.2
"""Wat kan ik doen?: from who you are to what to say and do, for eight roles, with nothing kept."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import unquote

import pytest
from django.test import Client

from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.surroundings.helped import Helped
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.rulebook.queries import list_rules
from ruimbaan.parts.surroundings import demo, queries
from ruimbaan.parts.surroundings.models import HelpedTally
from tests.addresses import WORDS
from tests.parts.reading import blocks, length, sentences

pytestmark = pytest.mark.django_db
GUIDES = queries.guides()
RELAPSE = {"kies": "naaste/terugval", "regio": "waalstad"}
DRAFT: Mapping[Language, str] = {
    "nl": "Bespreek met ervaringsdeskundigen.",
    "en": "Talk it over with people with lived experience.",
}
WHERE: Mapping[Language, str] = {"nl": "/omgeving", "en": "/en/omgeving"}
every_role = pytest.mark.parametrize("role", GUIDES)


def ask(client: Client, form: Mapping[str, str], where: str = "/omgeving") -> str:
    response = client.post(where, form)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.cookies == {}
    return response.content.decode()


def text_of(html: str) -> str:
    return " ".join(blocks(html))


def steps_on(html: str) -> list[str]:
    return re.findall(r'name="kies" value="([^"]+)"', html)


def test_from_who_you_are_to_a_card_in_two_questions(client: Client):
    start = client.get("/omgeving").content.decode()
    first = ask(client, {"kies": "naaste"})
    second = ask(client, {"kies": "naaste/1"})
    card = ask(client, {"kies": "naaste/wil-stoppen"})

    assert "naaste" in steps_on(start)
    assert "naaste/1" in steps_on(first)
    assert "naaste/wil-stoppen" in steps_on(second)
    assert "Wat goed dat je het zegt." in text_of(card)


def test_a_card_says_what_to_say_first_then_what_to_do_then_who_is_there_for_you(client: Client):
    text = text_of(ask(client, RELAPSE))

    order = (
        "Je bent er nog. Daar ben ik blij om.",
        "Nu is alles voor niets geweest.",
        "Vraag alleen of het nu veilig is.",
        "Bel samen de behandelaar.",
        "En voor jou? Ook jij mag steun vragen.",
        "Groep voor naasten",
        "Zo kan een gesprek gaan",
        "Heeft dit geholpen?",
        "Speelt er iets anders?",
        "Is het nu gevaarlijk?",
    )
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)


def test_in_danger_the_number_and_what_to_do_go_first(client: Client):
    text = text_of(ask(client, {"kies": "naaste/gevaar"}))

    order = ("Is het nu gevaarlijk? Bel 112", "Dit kun je doen", "Dit kun je zeggen")
    assert [text.index(one) for one in order] == sorted(text.index(one) for one in order)


def test_support_for_oneself_comes_from_the_map_of_the_region(client: Client):
    here = ask(client, RELAPSE)
    there = ask(client, RELAPSE | {"regio": "grachtstad"})
    nowhere = ask(client, {"kies": "naaste/terugval"})

    assert 'href="/steun/waalstad/W37"' in here
    assert 'href="/steun/grachtstad/G37"' in there
    assert "/steun/" not in nowhere
    assert 'name="regio" value="waalstad"' in nowhere


def test_where_the_map_has_no_such_place_there_is_a_way_to_look(client: Client):
    Listing.objects.filter(region="waalstad").delete()

    html = ask(client, RELAPSE)

    assert "/steun/waalstad/" not in html
    assert 'href="/steun">Zoek steun in de buurt' in html


def test_choosing_a_region_keeps_the_card_and_the_region_goes_along(client: Client):
    html = ask(client, {"was": "naaste/terugval", "regio": "waalstad"})

    assert "Er is een terugval" in html
    assert 'name="waar" value="waalstad"' in html


@every_role
def test_every_card_is_whole_and_plain_in_both_languages_and_says_it_is_a_draft(
    client: Client, role: str
):
    guide, long = GUIDES[role], []
    for name, card in guide.cards.items():
        for language, where in WHERE.items():
            html = unescape(ask(client, RELAPSE | {"kies": f"{role}/{name}"}, where))
            text = text_of(html)

            said = (*card.say, card.not_say, card.today, card.this_week, card.call)
            assert [one for one in said if one.in_language(language) not in text] == []
            assert DRAFT[language] in text
            if language == "nl":
                long += [one for one in sentences(html) if length(one) > WORDS[guide.level]]

    assert long == []


@every_role
def test_questions_keep_the_level_of_the_role(client: Client, role: str):
    steps = [role, *(f"{role}/{n}" for n, one in enumerate(GUIDES[role].ask.answers) if one.ask)]
    pages = [ask(client, {"kies": step}) for step in steps]

    long = [
        one for html in pages for one in sentences(html) if length(one) > WORDS[GUIDES[role].level]
    ]

    assert long == []


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"kies": ""},
        {"kies": "koning"},
        {"kies": "naaste/99"},
        {"kies": "naaste/٣"},
        {"kies": "naaste/0"},
        {"kies": "naaste/nergens"},
        {"kies": "naaste/\0" * 90},
        {"kies": "<script>alert(1)</script>"},
        {"kies": "naaste/terugval", "regio": "atlantis"},
        {"was": "../../etc", "waar": "waalstad", "hielp": "kapot"},
    ],
)
def test_anything_may_be_sent(client: Client, form: Mapping[str, str]):
    for where in ("/omgeving", "/omgeving/geholpen"):
        assert "<script>alert" not in ask(client, form, where)

    assert not HelpedTally.objects.exists()


def test_a_form_of_another_site_is_refused(client: Client):
    for where in ("/omgeving", "/omgeving/geholpen"):
        sent = client.post(
            where, RELAPSE | {"hielp": "yes"}, headers={"Origin": "https://x.example"}
        )

        assert sent.status_code == 403
    assert not HelpedTally.objects.exists()


def test_who_somebody_is_stands_in_no_address_and_in_no_log(
    client: Client, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.DEBUG):
        html = ask(client, RELAPSE)

    links = re.findall(r'(?:href|action)="(/[^"]*)"', html)
    assert [link for link in links if "naaste" in link or "terugval" in link] == []
    assert "terugval" not in caplog.text
    assert "naaste" not in caplog.text


def test_the_card_is_sent_by_the_readers_own_mail(client: Client):
    html = unescape(ask(client, RELAPSE))

    (mail,) = re.findall(r'href="mailto:([?][^"]*)"', html)
    (message,) = re.findall(r'href="sms:([^"]*)"', html)
    assert mail.startswith("?subject=Om%20te%20bewaren&body=")
    for link in (mail, message):
        assert "Praat als het rustig is." in unquote(link)
        assert "verslav" not in unquote(link).lower()


def test_the_other_language_keeps_the_step(client: Client):
    html = ask(client, RELAPSE)

    switch = html[html.index('id="switch"') :]
    assert 'action="/en/omgeving"' in switch
    assert 'name="was" value="naaste/terugval"' in switch


def answer(client: Client, said: str, card: str = "naaste/terugval") -> str:
    return ask(client, {"was": card, "hielp": said}, "/omgeving/geholpen")


def test_nine_answers_show_nothing_to_anybody(client: Client):
    pages = [answer(client, "yes") for _ in range(9)]

    assert all("Zijn er 10 antwoorden?" in page for page in pages)
    assert "antwoorden zeg" not in ask(client, RELAPSE)


def test_ten_answers_show_and_the_eleventh_changes_nothing(client: Client):
    for said in ["yes"] * 6 + ["a-bit"] * 2 + ["not-yet"] * 2:
        answer(client, said)
    ten = ask(client, RELAPSE)

    for one in Helped:
        answer(client, one)

    assert "Van 10 antwoorden zeggen 8: dit hielp, of een beetje." in ten
    assert ask(client, RELAPSE) == ten
    assert "Of 10 answers, 8 say" in ask(client, RELAPSE, "/en/omgeving")


def test_answers_of_one_card_say_nothing_about_another(client: Client):
    for _ in range(10):
        answer(client, "yes")

    assert "antwoorden zeg" not in ask(client, {"kies": "naaste/geld"})


def test_a_demo_shows_a_full_round_and_keeps_nine_to_itself(client: Client):
    demo.prepare()
    demo.prepare()

    assert "Van 20 antwoorden zeggen" in ask(client, {"kies": "naaste/begin-met-praten"})
    assert "antwoorden zeg" not in ask(client, {"kies": "verhuurder/huurachterstand"})


def test_a_row_holds_counts_and_nothing_else(client: Client):
    answer(client, "not-yet")

    (row,) = HelpedTally.objects.values()
    assert row == {
        "card": "naaste/terugval",
        **{f"shown_{one}": 0 for one in ("yes", "a_bit", "not_yet")},
        "waiting_yes": 0,
        "waiting_a_bit": 0,
        "waiting_not_yet": 1,
    }


def test_one_page_for_each_counter_of_each_region(client: Client):
    listed = client.get("/balie").content.decode()

    doors = re.findall(r'href="(/balie/[^"]+)"', listed)
    assert len(doors) == 6
    for door in doors:
        for where in (door, f"/en{door}"):
            html = client.get(where).content.decode()
            assert html.count("<h2") == 6
            assert [one for one in sentences(html) if length(one) > WORDS["B1"]] == []
            for link in re.findall(r'href="((?:/en)?/(?:ruimte|regels|steun)/[^"]+)"', html):
                assert client.get(link).status_code == 200, link


def test_who_says_yes_at_a_counter_follows_from_the_rulebook_of_the_region(client: Client):
    here, there = (
        text_of(client.get(f"/balie/{region}/wonen").content.decode())
        for region in ("waalstad", "vestingstad")
    )
    mandates = {rule.owner: rule.mandates[0] for rule in list_rules() if rule.number == "R39"}

    assert mandates["waalstad"].who.nl in here
    assert mandates["vestingstad"].who.nl in there


@pytest.mark.parametrize("path", ["/balie/atlantis/wonen", "/balie/waalstad/kasteel"])
def test_what_is_not_there_has_no_page(client: Client, path: str):
    assert client.get(path).status_code == 404
