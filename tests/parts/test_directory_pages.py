# SPDX-License-Identifier: EUPL-1.2
"""The pages of support: choose a region, search its list, read about each place and step."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest
from django.test import Client

from ruimbaan.parts.directory import queries
from ruimbaan.parts.directory.presentation import saying
from tests.parts.reading import blocks, length, sentences

REGIONS = sorted(queries.list_names())
LONGEST = 12  # words a sentence
LINK = re.compile(r'href="(/[^"#?]*)"')


def page(client: Client, path: str, **asked: str) -> str:
    response = client.get(path, asked)
    assert response.status_code == HTTPStatus.OK
    return response.content.decode()


def test_every_region_can_be_chosen(client: Client):
    links = LINK.findall(page(client, "/steun"))

    assert {f"/steun/{region}" for region in REGIONS} <= set(links)


@pytest.mark.parametrize("region", REGIONS)
def test_every_page_of_a_region_reads_well_and_leads_to_pages_that_are_there(
    client: Client, region: str
):
    links: set[str] = set()
    opened: set[str] = set()
    for service in queries.list_regions()[region].world.services.values():
        opened.add(path := f"/steun/{region}/{service.id}")
        html = page(client, path)
        english = page(client, f"/en/steun/{region}/{service.id}")

        assert service.label.nl in "\n".join(blocks(html))
        assert service.label.en in "\n".join(blocks(english))
        assert [one for one in sentences(html) if length(one) > LONGEST] == []
        links |= {link for link in LINK.findall(html) if link.startswith(("/steun", "/regels"))}

    rest = sorted(links - opened)
    dead = [link for link in rest if client.get(link).status_code != HTTPStatus.OK]
    assert dead == []


@pytest.mark.parametrize(
    "path",
    ["/steun/nergens", "/steun/waalstad/W999", "/en/steun/nergens/W16", "/steun/waalstad/V16"],
)
def test_what_is_not_there_is_an_ordinary_not_found(client: Client, path: str):
    assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_a_place_says_what_it_asks_gives_and_takes_and_who_may_say_yes(client: Client):
    text = blocks(page(client, "/steun/waalstad/W06"))

    assert "Met een verwijsbrief en een eerste gesprek" in text
    assert "ongeveer 5 weken" in text
    assert "Je hebt vannacht een bed." in text
    assert any("de coördinator opvang Waalstad" in one for one in text)
    assert "Gegevens van 1 november 2026. Alles is verzonnen voor dit voorbeeld." in text


def test_a_step_on_paper_is_reached_from_the_place_that_needs_it_and_back(client: Client):
    listed = LINK.findall(page(client, "/steun/waalstad"))
    asked = LINK.findall(page(client, "/steun/waalstad/W06"))
    back = LINK.findall(page(client, "/steun/waalstad/W-intake"))

    assert "/steun/waalstad/W-intake" not in listed
    assert "/steun/waalstad/W-intake" in asked
    assert "/steun/waalstad/W06" in back


def test_a_wait_that_nobody_knows_is_not_guessed():
    assert saying.wait_words(None) == "weten we niet, bel en vraag het"
    assert saying.wait_words(0) == "geen wachttijd"
    assert saying.wait_words(28) == "ongeveer 4 weken"
    assert saying.wait_words(266) == "ongeveer 9 maanden"


def test_nothing_found_says_what_else_helps(client: Client):
    html = page(client, "/steun/waalstad", zoek="xyzzy", initiatief="1")
    filtered = page(client, "/steun/waalstad", zoek="detox", initiatief="1")

    assert "Dat ligt niet aan jou." in "\n".join(blocks(html))
    assert {"/hulp-nu", "/routecheck", "/steun/waalstad"} <= set(LINK.findall(html))
    assert 'href="/steun/waalstad?zoek=detox"' in filtered


def test_what_someone_looks_for_is_kept_nowhere_and_never_runs(client: Client):
    response = client.get("/steun/waalstad", {"zoek": '"><script>bed'})

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.cookies == {}
    assert "<script>bed" not in response.content.decode()
