# SPDX-License-Identifier: EUPL-1.2
"""Waar blijft het liggen: figures that were released and nothing else, and nobody in them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from ruimbaan.core.insight.kinds import ALL
from ruimbaan.core.insight.waits import Waits
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.directory.queries import list_organisations
from ruimbaan.parts.insight.presentation import waits as presentation
from ruimbaan.parts.insight.presentation.pairs import at_most
from tests.parts.upkeep_people import keeper
from tests.regie_releases import publish

pytestmark = pytest.mark.django_db
HERE = "/werk/regie/waalstad/wachten"
CLOSED = "Dit getal tonen we niet, om mensen te beschermen."


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.RELEASES = tmp_path
    return tmp_path / "waalstad"


@pytest.fixture
def nadia(folder: Path) -> Client:
    publish(folder)
    return keeper(Role.STEWARD, name="Nadia")[0]


def page(browser: Client, path: str = HERE) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.content.decode()


def test_each_pair_says_by_when_half_was_met(nadia: Client):
    shown = page(nadia)

    assert (
        "Van kliniek naar begeleiding thuis: 319 keer gevraagd, na 13 weken was nog niet" in shown
    )
    assert "Van wijkteam naar detox: 69 keer gevraagd, de helft ontmoet binnen 3 weken." in shown
    assert "Cijfers van 23 november 2026." in shown


def test_the_slowest_stand_first_and_lead_to_their_page(nadia: Client):
    shown = page(nadia)
    first = shown.index(f'href="{HERE}/9/23"><b>')

    assert first < shown.index(f'href="{HERE}/40/6"><b>')
    assert "Kreeg een nee" in page(nadia, f"{HERE}/9/23")


def test_no_pair_that_is_faster_than_the_region_stands_among_the_slowest(nadia: Client):
    shown = page(nadia)
    slowest = shown[shown.index("Hier duurt het het langst") : shown.index("Alles uit de tabel")]

    assert "De helft is ontmoet binnen 3 weken" in shown
    assert "de helft ontmoet binnen 3 weken" in slowest
    assert "binnen 1 week" not in slowest
    assert re.search(r"Van \d+ paren kunnen we niet zeggen hoe snel het gaat.", slowest)


def test_the_fold_holds_every_row_of_the_table_and_says_how_many(nadia: Client):
    shown = page(nadia)
    found = re.search(
        r"<summary>Alles uit de tabel \((\d+)\)</summary>(.*?)</details>", shown, re.S
    )
    assert found is not None
    whole = nadia.get(f"{HERE}/tabel.csv").content.decode("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(whole)) if len(row) > 2]

    assert int(found[1]) == found[2].count(f'href="{HERE}/') == len(rows) - 1
    assert all(f'href="{HERE}/{pair}"' in found[2] for pair in ("9/23", f"{ALL}/{ALL}"))


def test_what_is_not_known_is_said_of_the_list_above_it_and_else_by_itself(
    nadia: Client, monkeypatch: pytest.MonkeyPatch
):
    unknown = r"Van \d+ paren kunnen we niet zeggen hoe snel het gaat\.{}</p>"
    listed, alone = unknown.format(" Die paren staan niet in deze lijst."), unknown.format("")
    assert re.search(listed, page(nadia))
    assert not re.search(alone, page(nadia))

    monkeypatch.setattr(presentation, "slowest", lambda _known: [])

    shown = page(nadia)
    assert "Hier duurt het het langst" not in shown
    assert re.search(alone, shown)
    assert "Alles uit de tabel (" in shown


def test_every_pair_can_be_chosen_without_the_picture(nadia: Client):
    shown = page(nadia)
    picture = shown[shown.index("<svg", shown.index('id="matrix"')) : shown.index("</figure>")]
    rest = shown[shown.index("</figure>") :]
    cells = set(re.findall(rf'href="({HERE}/\w+/\w+)"', picture))

    assert len(cells) > 10
    assert cells == set(re.findall(rf'href="({HERE}/\w+/\w+)"', rest)) - {f"{HERE}/tabel"}
    assert "Kies een paar voor meer." in shown


def test_why_it_was_no_says_when_it_is_of_the_whole_region(nadia: Client):
    whole = "Waarom het antwoord nee was, in de hele regio"

    assert whole in page(nadia, f"{HERE}/9/{ALL}")
    for path in (f"{HERE}/9/23", f"{HERE}/{ALL}/{ALL}"):
        shown = page(nadia, path)
        assert "Waarom het antwoord nee was" in shown
        assert whole not in shown


def test_what_is_hidden_says_so_and_gives_no_number(nadia: Client):
    shown = page(nadia, f"{HERE}/23/40")

    assert CLOSED in shown
    assert "<svg" not in shown[shown.index("<main") :]
    assert "4 keer" not in shown


def test_a_pair_tells_what_touches_it(nadia: Client):
    shown = page(nadia, f"{HERE}/9/23")

    assert "/fricties/waalstad/F" in shown
    assert re.search(r"R\d\d · ", shown)


def test_the_files_say_what_the_page_says(nadia: Client):
    whole = nadia.get(f"{HERE}/tabel.csv").content.decode("utf-8-sig")
    rows = {tuple(row[:2]): row[2:] for row in csv.reader(io.StringIO(whole))}
    one = nadia.get(f"{HERE}/9/23/tabel.csv").content.decode("utf-8-sig")

    assert rows["Kliniek", "Begeleiding thuis"][0] == "319"
    assert rows["Begeleiding thuis", "Wijkteam"] == ["dicht"] * 5
    assert one.splitlines()[-1].split(",")[1] == rows["Kliniek", "Begeleiding thuis"][-1]


def test_without_figures_it_says_so(folder: Path):
    nadia = keeper(Role.STEWARD, name="Nadia")[0]

    assert "Er zijn nog geen cijfers van deze regio" in page(nadia)
    for path in (f"{HERE}/9/23", f"{HERE}/tabel.csv", f"{HERE}/9/23/tabel.csv"):
        assert nadia.get(path).headers["Location"] == HERE


def test_figures_that_were_touched_are_not_shown(nadia: Client, folder: Path):
    assert "<svg" in page(nadia)
    file = folder / "overdracht-2026-11-23.csv"
    file.write_text(file.read_text("utf-8").replace("319", "320"), encoding="utf-8")

    assert "veranderd nadat ze zijn nagerekend" in page(nadia)


def test_only_a_steward_of_this_region_finds_anything(nadia: Client):
    elsewhere = keeper(Role.STEWARD, "vestingstad", "Piet")[0]
    editor = keeper(Role.EDITOR, name="Youssef")[0]

    for browser in (elsewhere, editor):
        for path in (HERE, f"{HERE}/9/23", f"{HERE}/tabel.csv", f"{HERE}/9/23/tabel.csv"):
            assert browser.get(path).status_code == 404
    for path in (f"{HERE}/9/99", f"{HERE}/99/23", f"{HERE}/9/99/tabel.csv"):
        assert nadia.get(path).status_code == 404


def test_no_name_of_anybody_stands_in_it(nadia: Client):
    """Kinds of support, never an organisation: none of those on the Kaart."""

    names = {one.name for one in list_organisations("waalstad")}
    shown = page(nadia)

    assert names
    assert [name for name in names if name in shown[shown.index("<main") :]] == []


@pytest.mark.parametrize(
    ("met", "half", "most"),
    [
        (((60, 60), (70, 70), (80, 80), (90, 90)), 1, 1),
        (((20, 20), (45, 45), (60, 60), (80, 80)), 6, 6),
        (((20, 20), (30, 55), (60, 60), (80, 80)), None, 6),  # perhaps within three already
        (((1, 60), (2, 70), (3, 80), (40, 90)), None, None),
    ],
)
def test_what_is_certain_is_said_and_no_more(
    met: tuple[tuple[int, int], ...], half: int | None, most: int | None
):
    found = Waits(100, met, {})

    assert (found.half_within, at_most(found)) == (half, most)
