# SPDX-License-Identifier: EUPL-1.2
"""The list of rules with its search, and the page of each rule, in both languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

from ruimbaan.core.rules.layers import LAYER_TEXTS, Layer
from ruimbaan.core.rules.rulebook import RuleText, Status
from ruimbaan.integrations.regions import list_regions, load_region, rule_folders
from ruimbaan.parts.rulebook import queries
from ruimbaan.parts.rulebook.presentation.themes import FILES, OTHER, theme_of
from ruimbaan.parts.rulebook.searching import MOST_LETTERS, Search
from ruimbaan.ui.pictures.words import written_date
from tests.addresses import WORDS
from tests.parts.reading import blocks, length, sentences

FOLDERS = rule_folders(list_regions())
RULES = {rule.id: rule for rule in queries.list_rules()}
LANGUAGES = {"nl": "", "en": "/en"}
STATUS = {
    Status.VERIFIED: "Nagelezen in de wet",
    Status.TO_VERIFY: "Dit kijken we nog na",
    Status.FICTIONAL: "Verzonnen, voor dit voorbeeld",
}
LINK = re.compile(r'href="/regels/([\w-]+)"')
FOR_WORKERS = 'id="workers"'
KEEPS_THE_WORDS_OF_THE_LAW = 'id="paper"'

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def read(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def read_rule(client: Client, name: str, language: str = "nl") -> str:
    return read(client, f"{LANGUAGES[language]}/regels/{name}")


def found(client: Client, query: str) -> set[str]:
    return set(LINK.findall(read(client, f"/regels?{query}")))


@every_language
@every_rule
def test_a_rule_tells_all_of_its_texts_in_the_readers_language(
    client: Client, rule: RuleText, language: str
):
    told = "\n".join(blocks(read_rule(client, rule.id, language)))
    plain = rule.plain
    texts = (
        *(plain.title, plain.means_for_you, plain.room, plain.who_can_say_yes, plain.say_this),
        *(plain.why, plain.point_at, plain.account, rule.hook.says),
        *(mandate.who for mandate in rule.mandates),
        *(source.cited for source in rule.sources),
    )
    expected = {text.en or text.nl if language == "en" else text.nl for text in texts}

    assert {words for words in expected if words not in told} == set()


@every_rule
def test_the_words_for_a_person_are_short(client: Client, rule: RuleText):
    html = read_rule(client, rule.id).split(FOR_WORKERS)[0]
    before, paper = html.split(KEEPS_THE_WORDS_OF_THE_LAW)
    html = before + paper[paper.index("</section>") :]

    assert [one for one in sentences(html) if length(one) > WORDS["A2"]] == []


@every_rule
def test_a_rule_says_how_sure_it_is_and_never_surer(client: Client, rule: RuleText):
    html = read_rule(client, rule.id)

    shown = {status for status, words in STATUS.items() if words in html}

    assert shown == {rule.status}
    assert all(point.nl in html for point in rule.verify)


def test_the_way_out_comes_before_the_reason(client: Client):
    html = read_rule(client, "R36-W")

    order = [html.index(f'id="{name}"') for name in ("way-out", "say", "why", "workers")]

    assert order == sorted(order)


def test_fixed_law_about_time_says_that_one_can_start_earlier(client: Client):
    assert "Eerder beginnen kan wel</h2>" in read_rule(client, "R01")
    assert "Wat kan wel?</h2>" in read_rule(client, "R36-W")


def test_a_person_sees_three_layers_around_this_one_and_a_worker_all_nine(client: Client):
    for_person, for_worker = re.findall(
        r'<ol class="rb-layers">(.*?)</ol>', read_rule(client, "R36-W"), re.DOTALL
    )
    names = [text.name.nl for text in LAYER_TEXTS.values()]
    here = names.index(LAYER_TEXTS[Layer.PROCEDURE].name.nl)

    assert blocks(for_person) == names[here - 1 : here + 2]
    assert blocks(for_worker) == names
    assert for_worker.count('data-state="room" aria-current="true"') == 1


@pytest.mark.parametrize(("rule", "first"), [("R02", 0), ("R28-W", None), ("H01-W", 6)])
def test_the_three_layers_never_run_off_either_end(client: Client, rule: str, first: int | None):
    near = re.findall(r'<ol class="rb-layers">(.*?)</ol>', read_rule(client, rule), re.DOTALL)[0]
    names = [text.name.nl for text in LAYER_TEXTS.values()]

    assert len(blocks(near)) == 3
    assert first is None or blocks(near) == names[first : first + 3]


def test_a_rule_that_nobody_may_bend_has_no_amber(client: Client):
    assert 'data-state="room"' not in read_rule(client, "R03")
    assert 'data-state="fixed"' in read_rule(client, "R03")


def test_fixed_law_is_not_drawn_as_room_though_it_may_go_faster(client: Client):
    assert RULES["R01"].rule.may_bend
    assert 'data-state="room"' not in read_rule(client, "R01")


def test_an_article_leads_to_the_law_as_it_was_read_and_stays_dutch_in_english(client: Client):
    link = 'href="https://wetten.overheid.nl/BWBR0035362/2026-07-01" rel="noreferrer"'

    assert link in read_rule(client, "R04")
    assert f'{link}><span lang="nl">Wmo 2015 art. 2.3.3</span>' in read_rule(client, "R04", "en")


def test_what_the_law_gives_at_the_counter_stands_only_where_it_holds(client: Client):
    objection, own_plan = "Je kunt bezwaar maken", "Je mag zelf een plan inleveren"
    support_act, house_rule = read_rule(client, "R01"), read_rule(client, "R36-W")

    assert objection in support_act
    assert own_plan in support_act
    assert objection not in house_rule
    assert own_plan not in house_rule


@pytest.mark.parametrize(
    ("name", "open_is", "sure"),
    [
        ("R01", "Je kunt bezwaar maken", True),
        ("R32", "geschillencommissie", False),
        ("R43", "Je kunt een klacht indienen", False),
        ("R47", "Je kunt een klacht indienen", False),
        ("R35-W", "", True),
    ],
)
def test_what_is_open_against_a_no_depends_on_who_says_it(
    client: Client, name: str, open_is: str, sure: bool
):
    """What no source of ours says is marked as such."""
    every = ("Je kunt bezwaar maken", "geschillencommissie", "Je kunt een klacht indienen")
    html = read_rule(client, name)
    ways = html.split('id="counter"')[1].split("</section>")[0]

    assert [one for one in every if one in ways] == [one for one in every if one == open_is]
    assert ("Dit zoeken we nog na" not in ways) is sure


def test_a_local_rule_leads_to_the_same_rule_elsewhere(client: Client):
    links = set(LINK.findall(read_rule(client, "R36-W")))

    assert links == {"R36-W", "R36-G", "R36-V"} - {"R36-W"}


@pytest.mark.parametrize("name", ["R99", "r36-w", "R36", "nl"])
@every_language
def test_a_rule_that_is_not_there_is_not_found(client: Client, name: str, language: str):
    assert client.get(f"{LANGUAGES[language]}/regels/{name}").status_code == 404


@every_language
def test_the_list_leads_to_every_rule(client: Client, language: str):
    html = read(client, f"{LANGUAGES[language]}/regels")

    assert set(re.findall(r'href="(?:/en)?/regels/([\w-]+)"', html)) == set(RULES)


def test_every_file_of_rules_has_a_subject():
    files = {file.stem for folder in FOLDERS for file in folder.glob("*.yaml")}
    named = {file for files in FILES.values() for file in files}

    assert named - files == set()
    assert {rule.id for rule in RULES.values() if theme_of(rule) == OTHER} == set()


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        ("zoek=R36-W", "R36-W"),  # its number
        ("zoek=alleen wonen niet gebruikt", "R36-W"),  # its plain title
        ("zoek=Onderzoek 6 WEKEN melding", "R01"),  # its own title, in any letters
        ("zoek=clientondersteuning", "H11-W"),  # without the accent
        ("zoek=temporary provision", "R04"),  # in the other language
        ("zoek=2.3.3", "R04"),  # its article
    ],
)
def test_a_search_finds_a_rule_by_any_of_its_words(client: Client, query: str, rule: str):
    rules = found(client, query)

    assert rule in rules
    assert len(rules) < len(RULES)


def test_a_search_can_be_limited_to_a_layer(client: Client):
    expected = {rule.id for rule in RULES.values() if rule.layer is Layer.HOOK}

    assert found(client, "laag=hook") == expected
    assert found(client, "laag=hook&zoek=R36") == set()


def test_a_search_that_finds_nothing_is_kind_and_goes_on(client: Client):
    html = read(client, "/regels?zoek=kasteel&laag=")

    assert "We vonden hier geen regel" in html
    assert 'value="kasteel"' in html
    assert '<a class="rb-link" href="/regels">' in html


def test_what_was_typed_is_text_and_not_markup(client: Client):
    html = read(client, '/regels?zoek="><b>x</b>')

    assert "<b>x</b>" not in html


def test_what_someone_looks_for_is_kept_nowhere_and_the_list_may_be(client: Client):
    searched = client.get("/regels", {"zoek": "schulden"})

    assert searched.headers["Cache-Control"] == "no-store"
    assert searched.cookies == {}
    assert client.get("/regels").headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("rule", ["R36-W", "R36-V", "R01"])
def test_a_rule_is_shown_as_it_is_today_and_says_so(client: Client, rule: str):
    today = written_date(timezone.localdate(), "nl", year=True)

    assert f"Dit is de regel zoals die is op {today}." in read_rule(client, rule)


@pytest.mark.parametrize("rule", ["R36-W", "R36-V", "R01"])
def test_before_the_day_of_the_data_a_rule_is_shown_as_on_that_day(
    rule: str, monkeypatch: pytest.MonkeyPatch
):
    long_ago = datetime(2020, 1, 1, 12, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: long_ago)
    days = {name: load_region(name).world.as_of for name in list_regions()}

    assert queries.day_of(RULES[rule]) == days.get(RULES[rule].owner, max(days.values()))


def test_an_address_can_hold_anything():
    assert Search.of("  a   b ", "no layer") == Search("a b")
    assert Search.of("x" * 500, "habit") == Search("x" * MOST_LETTERS, Layer.HABIT)


def test_the_page_about_room_leads_to_the_list(client: Client):
    assert 'href="/regels"' in read(client, "/wat-is-vrije-ruimte")
