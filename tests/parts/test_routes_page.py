# SPDX-License-Identifier: EUPL-1.2
"""The page with the example's route: one message, ways to choose, the picture, the ladder."""

from __future__ import annotations

import csv
import re
from time import thread_time

import pytest
from django.test import Client
from django.urls import reverse

from ruimbaan.parts.routes import queries
from tests.parts.reading import blocks

EXAMPLE, STUCK = "routes:example", "routes:example-deadlock"
MOST_SECONDS = 0.2
MOST_CHARACTERS = 60_000
SECTIONS = ("ways", "route", "ladder", "why", "honest")
CARD = re.compile(r'<li class="rb-way">(.*?)</li>', re.DOTALL)
both = pytest.mark.parametrize("name", [EXAMPLE, STUCK])


def html(client: Client, name: str = EXAMPLE, way: str | None = None) -> str:
    query = "" if way is None else f"?weg={way}"
    return client.get(reverse(name) + query).content.decode()


def words(client: Client, name: str = EXAMPLE, way: str | None = None) -> str:
    return "\n".join(blocks(html(client, name, way)))


def cards(page: str) -> list[str]:
    return [" ".join(blocks(card)) for card in CARD.findall(page)]


def test_begins_with_one_message(client: Client):
    lines = blocks(html(client))

    first = lines.index("Dit zijn de wegen die wij zien. Jij kiest.")
    assert lines[first - 1] == "Jouw routes"
    assert lines[first + 1] == "Voorbeeld: Stella"
    assert lines[first + 2] == "Gebruik wat al mag. Dan ben je op tijd."
    weighed = " ".join(lines[first + 3 : first + 9])
    assert "Inkomen: 257 dagen te laat" in weighed
    assert "Inkomen is er rond 2 januari." in weighed


@both
def test_sections_stand_in_their_order(client: Client, name: str):
    page = html(client, name)

    places = [page.index(f'<h2 id="{section}"') for section in SECTIONS]

    assert places == sorted(places)


def test_each_way_tells_what_it_reaches_and_whom_it_asks(client: Client):
    practice, earlier, right, allowed = cards(html(client))

    assert practice == (
        "Niemand iets vragen Zoals het meestal gaat Inkomen rond 4 oktober 2027 "
        "Woning rond 9 augustus Behandeling rond 13 april Plek overdag rond 20 september 2027 "
        "Te laat: inkomen, woning en plek overdag. Je vraagt niemand iets."
    )
    assert earlier.startswith("Niemand iets vragen Eerder beginnen Inkomen rond 25 juni")
    assert earlier.endswith("Te laat: inkomen. Je begint eerder. Dat mag altijd.")
    assert right.startswith("Je recht noemen: 1 keer Briefadres zonder woning")
    assert right.endswith("Je vraagt 1 mens: teamleider Burgerzaken Veenland")
    assert allowed.startswith(
        "Vragen wat al mag: 2 keer Briefadres zonder woning, uitkering sneller"
    )
    assert allowed.endswith(
        "Alles is op tijd. Je vraagt 2 mensen: teamleider Burgerzaken Veenland "
        "teammanager Inkomen, gemeente Veenland"
    )


@both
def test_the_first_way_that_is_in_time_is_shown(client: Client, name: str):
    page = html(client, name)

    assert page.count('aria-current="true"') == 1
    assert "Alles is op tijd." in next(c for c in CARD.findall(page) if 'aria-current="true"' in c)


@pytest.mark.parametrize("way", ["9", "-1", "1.0", "²", "x" * 300, "", "<script>"])
def test_an_unknown_way_shows_the_best_one(client: Client, way: str):
    assert words(client, way=way) == words(client)


def test_a_chosen_way_changes_picture_and_ladder(client: Client):
    first, second = html(client, way="0"), html(client, way="1")

    assert "De route: Zoals het meestal gaat" in " ".join(blocks(first))
    assert "Op deze weg vraag je niets." in " ".join(blocks(first))
    assert "Nazorggroep, elke week: begin eerder" in " ".join(blocks(second))
    assert "Begeleid wonen" in second
    assert "Huurhuis" not in second


def test_every_bent_rule_has_its_article_mandate_sentence_and_gain(client: Client):
    text = words(client)

    for line in (
        "1Briefadres zonder woning",
        "Ja zeggen kan: teamleider Burgerzaken Veenland",
        "Regel: De balie vraagt eerst bewijs van waar je slaapt.",
        "Bron: werkinstructie.",
        "Je recht, want deze gewoonte botst met: Wet BRP art. 2.23.",
        "Ik heb dit bewijs niet. Wilt u mij toch een briefadres geven?",
        "Inkomen: 247 dagen eerder. Op 2 januari, niet op 6 september 2027.",
        "2Uitkering sneller: 4 weken, niet 8 weken",
        "Bron: Awb 4:13; Participatiewet art. 52 (te verifiëren).",
        "Woning: 28 dagen eerder. Op 3 maart, niet op 31 maart.",
    ):
        assert line in text


def test_all_five_rungs_stay_visible(client: Client):
    lines = blocks(html(client))

    rungs = [
        (lines[at], lines[at + 1]) for at, line in enumerate(lines) if line.startswith("Trede ")
    ]
    assert rungs == [
        ("Trede 1: Eerder beginnen", "Dit helpt, maar niet genoeg."),
        ("Trede 2: Een andere ingang", "Dit alleen helpt hier niet."),
        (
            "Trede 3: Dit mag al",
            "De regel heeft zelf al een uitweg. Soms is die zelfs een plicht.",
        ),
        ("Trede 4: Ruimte vragen", "Hier niet nodig."),
        ("Trede 5: De regel veranderen", "Hier niet nodig."),
    ]


def test_the_phone_reads_each_wait_as_a_leg_of_its_own(client: Client):
    text = words(client)

    assert (
        "1 Vandaag tot 5 december Briefadres: 2 weken wachten\n"
        "Vraag het aan bij Burgerzaken Veenland. Doe dat uiterlijk 9 december."
    ) in text
    assert "Rond 5 december Briefadres" in text
    assert "Vandaag tot 2 maart 101 dagen zonder vaste steun" in text


def test_says_kindly_that_there_are_days_without_support(client: Client):
    assert "Er zijn 101 dagen zonder steun. Dat is van vandaag tot 2 maart." in words(client)


def test_is_honest_about_what_it_knows(client: Client):
    text = words(client)

    assert "We kennen 8 plekken, op 21 november 2026. We kijken 34 maanden vooruit." in text
    assert "Dit is een hulpmiddel, geen besluit." in text


def test_a_deadlock_comes_first_with_its_sentences_and_the_step_that_frees_it(client: Client):
    page = html(client, STUCK)
    text = "\n".join(blocks(page))

    assert "Hier zit het klem" in text
    assert "Deze regels wachten op elkaar. Dat ligt niet aan jou." in text
    assert (
        "Geen inkomen zonder adres. Geen adres zonder woning. Geen woning zonder inkomen." in text
    )
    assert "Dit maakt het los: briefadres zonder woning. Dit is je recht." in text
    assert page.count('role="img"') == 2
    assert "3 dingen komen er nog niet." in cards(page)[0]


@both
def test_never_shows_what_orders_the_plans(client: Client, name: str):
    for way in range(4):
        text = words(client, name, str(way)).casefold()

        assert not re.search(r"\b(kosten|punten|score|lateness|asks)\b", text)


@both
def test_keeps_nothing_and_names_nobody(client: Client, name: str):
    response = client.get(reverse(name))

    assert response.headers["Cache-Control"] == "public, no-cache"
    assert not response.cookies
    assert "<title>Jouw routes</title>" in response.content.decode()


@both
def test_only_reads(client: Client, name: str):
    assert client.head(reverse(name)).status_code == 200
    assert client.post(reverse(name)).status_code == 405


@both
def test_is_quick_and_light(client: Client, name: str):
    page = html(client, name)  # the planner's answer is kept from here on

    def once() -> float:
        started = thread_time()
        html(client, name)
        return thread_time() - started

    assert min(once() for _ in range(3)) <= MOST_SECONDS
    assert len(page) <= MOST_CHARACTERS


def test_english_is_complete(client: Client):
    page = client.get("/en" + reverse(EXAMPLE)).content.decode()
    text = " ".join(blocks(page))

    assert "Use what is already allowed. Then you are in time." in text
    assert "around 2 January" in text
    assert '<span lang="nl">werkinstructie</span>' in page
    assert not re.search(r"\b(rond|wachten|dagen|vandaag)\b", text)


@both
def test_the_tables_have_what_the_picture_has(client: Client, name: str):
    page = html(client, name)
    picture = page[page.rindex('<svg xmlns="http://www.w3.org/2000/svg"') :]
    drawn = set(re.findall(r"<title>([^<]*)</title>", picture.split("</svg>")[0]))
    supports = {story.split(",")[0].split(";")[0] for story in drawn if "; " in story}
    table = page[page.index('<details class="rb-twin">') :].split("</details>")[0]

    assert len(supports) >= 6
    assert [support for support in supports if support not in table] == []


def test_the_tables_can_be_taken_along(client: Client):
    response = client.get(reverse("routes:example-table"))
    text = response.content.decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines()))

    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in response.headers["Content-Disposition"]
    assert ["Inkomen", "20 januari", "rond 4 oktober 2027", "rond 2 januari"] in rows
    assert ["Briefadres", "Burgerzaken Veenland", "Adres: gemeente"] in [row[:3] for row in rows]
    assert "21 november 2026" in text


def test_the_tables_follow_the_chosen_way(client: Client):
    page = html(client, STUCK, "0")

    assert "/route/voorbeeld/klem/tabel.csv?weg=0" in page
    assert "Huurhuis" not in client.get(reverse(f"{STUCK}-table") + "?weg=0").content.decode()


def test_without_an_example_world_there_is_no_page(
    client: Client, tmp_path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(queries, "EXAMPLE", tmp_path)

    assert client.get(reverse(EXAMPLE)).status_code == 404


def test_a_changed_world_is_read_again(client: Client, tmp_path, monkeypatch: pytest.MonkeyPatch):
    world = (queries.EXAMPLE / "world.yaml").read_text(encoding="utf-8")
    (tmp_path / "world.yaml").write_text(world, encoding="utf-8")
    monkeypatch.setattr(queries, "EXAMPLE", tmp_path)
    before = words(client)

    changed = world.replace("nl: Huurhuis", "nl: Rijtjeshuis")
    (tmp_path / "world.yaml").write_text(changed, encoding="utf-8")

    assert "Huurhuis" in before
    assert "Rijtjeshuis" in words(client)
