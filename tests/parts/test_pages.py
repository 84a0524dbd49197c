# SPDX-License-Identifier: EUPL-1.2
"""The public pages: their language, where their links lead, what they show by setting."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.conf import LazySettings
from django.test import Client
from django.urls import is_valid_path, reverse
from django.utils import translation

from tests.addresses import PAGES, VISITS, Address

HREF = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')
OTHER_LANGUAGE = re.compile(r'href="([^"]+)" lang="(\w+)" hreflang="\2"')
every_visit = pytest.mark.parametrize(("language", "path"), VISITS)
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def text(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def is_there(path: str) -> bool:
    with translation.override("en" if path.startswith("/en/") else "nl"):
        return bool(is_valid_path(path))


@every_visit
def test_the_language_follows_from_the_address_alone(client: Client, language: str, path: str):
    response = client.get(path, headers={"Accept-Language": "en" if language == "nl" else "nl"})

    assert f'<html lang="{language}"' in response.content.decode()
    assert response.headers["Content-Language"] == language


@every_page
def test_the_language_link_leads_to_the_same_page_and_back(client: Client, page: Address):
    to_english = set(OTHER_LANGUAGE.findall(text(client, page.path)))
    to_dutch = set(OTHER_LANGUAGE.findall(text(client, page.in_language("en"))))

    assert to_english == {(page.in_language("en"), "en")}
    assert to_dutch == {(page.path, "nl")}


def test_the_language_link_keeps_what_was_chosen(client: Client):
    html = text(client, reverse("routes:example") + "?weg=1")

    assert ("/en/route/voorbeeld?weg=1", "en") in OTHER_LANGUAGE.findall(html)


@every_visit
def test_every_link_leads_somewhere(client: Client, language: str, path: str):
    html = text(client, path)
    own = {href.split("?")[0].split("#")[0] for href in HREF.findall(html) if href[0] == "/"}
    anchors = {href[1:] for href in HREF.findall(html) if href.startswith("#")}

    assert len(own) > 5
    assert {href for href in own if not is_there(href)} == set()
    assert {anchor for anchor in anchors if f'id="{anchor}"' not in html} == set()


def test_the_home_page_offers_the_example_and_the_numbers(client: Client):
    html = text(client, "/")

    assert f'href="{reverse("routes:example")}"' in html
    assert [f'href="tel:{number}"' in html for number in ("112", "113", "08000113")] == [True] * 3


@pytest.mark.parametrize("page", ["pages:promises", "pages:accessibility"])
def test_the_address_for_questions_is_shown_when_set(
    client: Client, settings: LazySettings, page: str
):
    before = text(client, reverse(page))

    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, contact="hulp@example.org")

    assert "mailto:" not in before
    assert 'href="mailto:hulp@example.org"' in text(client, reverse(page))


def test_the_place_of_the_source_is_shown_when_set(client: Client, settings: LazySettings):
    before = text(client, reverse("pages:open_source"))

    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, source_url="https://example.org/source")

    assert "example.org" not in before
    assert 'href="https://example.org/source"' in text(client, reverse("pages:open_source"))


@pytest.mark.parametrize("demo", [True, False])
def test_only_a_demo_says_that_it_is_one(client: Client, settings: LazySettings, demo: bool):
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, demo=demo)

    assert ("verzonnen" in text(client, "/")) is demo


@pytest.mark.django_db
def test_a_bed_for_tonight_is_one_step_away(client: Client):
    page = client.get("/hulp-nu").content.decode()
    href = re.search(r'href="([^"]+zoek=nachtopvang)"', page)

    assert href is not None
    regions = re.findall(r'href="(/steun/[^"]+zoek=nachtopvang)"', text(client, href[1]))
    assert regions
    assert "nachtopvang" in text(client, regions[0]).lower().partition("<main")[2]
