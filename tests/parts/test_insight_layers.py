# SPDX-License-Identifier: EUPL-1.2
"""The map of a region with a layer of figures: the same for every place of a kind, and told in a table."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from ruimbaan.core.trust.parties import Role
from tests.parts.upkeep_people import keeper
from tests.regie_releases import publish

pytestmark = pytest.mark.django_db
HERE = "/werk/regie/waalstad/kaart"
LAYERS = ("wachten", "gaten", "ruimte", "stromen")


@pytest.fixture
def nadia(tmp_path: Path, settings: LazySettings) -> Client:
    settings.RELEASES = tmp_path
    publish(tmp_path / "waalstad")
    return keeper(Role.STEWARD, name="Nadia")[0]


def page(browser: Client, layer: str) -> str:
    answer = browser.get(f"{HERE}?laag={layer}")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.content.decode()


def table(browser: Client, layer: str) -> dict[str, list[str]]:
    content = browser.get(f"{HERE}/tabel.csv?laag={layer}").content.decode("utf-8-sig")
    return {row[0]: row[1:] for row in csv.reader(io.StringIO(content))}


def words_on(svg: str) -> set[str]:
    return set(re.findall(r">([^<>]+)</text>", svg))


@pytest.mark.parametrize("layer", LAYERS)
def test_every_layer_stands_on_the_same_map(nadia: Client, layer: str):
    shown = page(nadia, layer)

    assert f'href="{HERE}?laag={layer}" aria-current="page"' in shown
    assert "Sociaal wijkteam" in words_on(shown) or "wijkteam" in words_on(shown)
    assert "Cijfers van 23 november 2026." in shown


@pytest.mark.parametrize("layer", LAYERS)
def test_without_room_for_the_map_the_words_are_of_the_table(nadia: Client, layer: str):
    shown = page(nadia, layer)
    narrow = shown[shown.index('<div class="rb-narrow-only') : shown.index("Download de tabel")]

    assert "De kaart zelf past niet op een smal scherm." in shown
    assert "vakje bij een halte" not in narrow
    assert "pijl" not in narrow


def test_waits_are_those_of_the_kind_of_support(nadia: Client):
    assert table(nadia, "wachten")["Begeleiding thuis"] == ["de helft ontmoet binnen 13 weken"]
    assert {"13 w", "6 w", "1 w"} <= words_on(page(nadia, "wachten"))


def test_what_is_not_met_is_said_beside_the_gaps(nadia: Client):
    met = re.search(r"(\d+) %", table(nadia, "gaten")["Begeleiding thuis"][0])

    assert met
    assert f"{100 - int(met[1])} %" in words_on(page(nadia, "gaten"))


def test_flows_say_how_often_and_name_no_place(nadia: Client):
    assert "319×" in words_on(page(nadia, "stromen"))
    assert table(nadia, "stromen")["Kliniek"] == ["Begeleiding thuis", "319"]


def test_a_layer_that_is_not_there_is_the_first_one(nadia: Client):
    assert 'aria-current="page">Wachten' in page(nadia, "niets")


def test_without_figures_the_map_stands_there(
    nadia: Client, settings: LazySettings, tmp_path: Path
):
    settings.RELEASES = tmp_path / "none"
    shown = page(nadia, "wachten")

    assert "Er zijn nog geen cijfers van deze regio" in shown
    assert "<svg" in shown[shown.index("<main") :]
    assert nadia.get(f"{HERE}/tabel.csv").headers["Location"] == HERE


def test_only_a_steward_of_this_region_finds_anything(nadia: Client):
    elsewhere = keeper(Role.STEWARD, "vestingstad", "Piet")[0]
    editor = keeper(Role.EDITOR, name="Youssef")[0]

    for path in (HERE, f"{HERE}/tabel.csv"):
        assert nadia.get(path).status_code == 200
        assert [browser.get(path).status_code for browser in (elsewhere, editor)] == [404, 404]
