# SPDX-License-Identifier: EUPL-1.2
"""The letter to the council: one sheet that anybody can read, also who hears it."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pikepdf
import pytest
from django.conf import LazySettings
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone

from ruimbaan.core.frictions.round_table import Kind, Meeting, Outcome, Seat, Weight
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.frictions import meetings
from ruimbaan.parts.insight.presentation.letter import MOST, letter_of
from tests.parts.upkeep_people import keeper
from tests.regie_releases import publish

pytestmark = pytest.mark.django_db
HERE = "/werk/regie/waalstad/raadsbrief"
LONG = "Er is één nummer dat ook op vrijdagmiddag wordt opgenomen. " * 6


@pytest.fixture
def nadia(tmp_path: Path, settings: LazySettings) -> Client:
    settings.RELEASES = tmp_path
    publish(tmp_path / "waalstad")
    return keeper(Role.STEWARD, name="Nadia")[0]


def printed(browser: Client, path: str = f"{HERE}.pdf") -> pikepdf.Pdf:
    answer = browser.get(path)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    return pikepdf.open(BytesIO(answer.content))


def decide(friction: str, *, looked_back: bool) -> None:
    places = [
        Organisation.objects.create(name=f"{friction} {name}", region="waalstad").id
        for name in "AB"
    ]
    at = timezone.now() - timedelta(days=100)
    day = timezone.localdate(at)
    meeting = Meeting(
        held=day,
        seats=frozenset({Seat.CLIENT, Seat.WORKER}),
        organisations=2,
        weight=Weight.JAMMED,
        kind=Kind.AGREE,
        what=LONG.strip(),
        who="De opvang",
        review=day + timedelta(days=300),
    )
    made = meetings.decide("waalstad", friction, meeting, places, by=uuid4(), at=at)
    if looked_back:
        meetings.look_back("waalstad", made, Outcome.HELPED, LONG.strip(), timezone.now())


@pytest.mark.parametrize(
    ("path", "language", "title"),
    [
        (f"{HERE}.pdf", "nl", "Brief aan de raad van Waalstad"),
        (f"/en{HERE}.pdf", "en", "Waalstad"),
    ],
)
def test_it_is_one_tagged_sheet(nadia: Client, path: str, language: str, title: str):
    with printed(nadia, path) as sheet:
        assert len(sheet.pages) == 1
        assert [float(side) for side in sheet.pages[0].mediabox[2:]] == pytest.approx(
            [595.3, 841.9], abs=0.5
        )
        assert str(sheet.Root.Lang) == language
        assert bool(sheet.Root.MarkInfo.Marked)
        assert title in str(sheet.docinfo["/Title"])
        figures = [one for one in sheet.objects if is_figure(one)]
        assert len(figures) == 1
        assert "550" in str(figures[0].Alt)
        with sheet.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"


def is_figure(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"


def test_it_stays_one_sheet_when_there_is_much_to_say(nadia: Client):
    for number in range(1, 7):
        decide(f"F0{number}", looked_back=number > 3)

    with printed(nadia) as sheet:
        assert len(sheet.pages) == 1


def test_a_shortened_sheet_says_so(nadia: Client):
    region, today = list_regions()["waalstad"], timezone.localdate()
    told = [
        render_to_string("insight/paper/letter.html", {"letter": letter_of(region, today, most)})
        for most in (MOST, MOST - 1)
    ]

    assert ["Ingekort tot één blad" in one for one in told] == [False, True]
    assert "Op papier is de brief korter" in nadia.get(HERE).content.decode()


def test_the_page_says_the_same(nadia: Client):
    decide("F07", looked_back=True)
    shown = nadia.get(HERE).content.decode()

    assert "Van alle vragen om hulp: de helft ontmoet binnen 3 weken." in shown
    assert "42 % van 550" in shown
    assert "Er is één nummer" in shown
    assert "1.110 keer gevraagd" in shown


def test_without_figures_there_is_a_letter_without_figures(tmp_path: Path, settings: LazySettings):
    settings.RELEASES = tmp_path / "none"
    nadia = keeper(Role.STEWARD, name="Nadia")[0]

    assert "Er zijn nog geen cijfers van deze regio." in nadia.get(HERE).content.decode()
    with printed(nadia) as sheet:
        assert len(sheet.pages) == 1


def test_only_a_steward_of_this_region_has_it(nadia: Client):
    elsewhere = keeper(Role.STEWARD, "vestingstad", "Piet")[0]
    editor = keeper(Role.EDITOR, name="Youssef")[0]

    for browser in (elsewhere, editor):
        assert browser.get(HERE).status_code == 404
        assert browser.get(f"{HERE}.pdf").status_code == 404
    assert nadia.get(HERE).status_code == 200
