# SPDX-License-Identifier: EUPL-1.2
"""Advice about one rule, as a steward reads it, writes it and sends it on."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from ruimbaan.analytics.population.kept import read, written
from ruimbaan.core.trust.parties import Role
from ruimbaan.integrations.advice import RANKING
from ruimbaan.parts.advice.making import advice_of
from ruimbaan.parts.advice.models import AdviceStep
from ruimbaan.parts.advice.presentation.followed import followed
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.frictions import lived
from ruimbaan.parts.frictions.models import ReportTally
from ruimbaan.parts.frictions.store import put_rounds
from tests.parts.upkeep_people import keeper
from tools.paths import ROOT

pytestmark = pytest.mark.django_db
LIST = "/werk/regie/waalstad/advies"
HERE = f"{LIST}/R28-W"
LIVED = ROOT / "demo" / "waalstad" / "regie"


@pytest.fixture
def nadia(tmp_path: Path, settings: LazySettings) -> Client:
    settings.RELEASES = tmp_path
    shutil.copytree(LIVED, tmp_path / "waalstad")
    shutil.copy(LIVED.parent / RANKING, tmp_path / "waalstad")
    for friction, rounds in lived.read(LIVED.parent).items():
        put_rounds(ReportTally(region="waalstad", friction=friction), rounds)
    return keeper(Role.STEWARD, name="Nadia")[0]


def page(browser: Client, path: str = HERE) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.content.decode()


def send(browser: Client, step: str, seen: int, **more: str) -> int:
    return browser.post(HERE, {"doe": step, "gezien": str(seen), **more}).status_code


def test_the_sheet_has_the_text_of_the_figures_and_a_draft_of_another(nadia: Client):
    shown = page(nadia, f"{LIST}/R22-W")

    assert "De tekst waar de cijfers over gaan" in shown
    assert "Voorstel: concept" in shown
    assert "Wat het vraagt, en van wie" in shown
    assert "kan helpen" in shown


def test_of_a_rule_that_changed_the_new_text_stands_there_and_nothing_is_proposed(nadia: Client):
    shown = page(nadia)

    assert "drie maanden bankafschriften" in shown
    assert "een gesprek is genoeg" in shown
    assert "Deze regel is veranderd vanaf 2 november 2026." in shown
    for words in ("kan helpen", "Voorstel: concept", "Wat het vraagt", "besluiten over de tekst"):
        assert words not in shown
    assert "Een samengesteld verhaal" in shown
    assert "/boek/verhaal/karim" in shown
    assert "Te vroeg om te zeggen." in shown
    assert "van 2 november" not in shown
    assert "vanaf 2 november 2026" in shown


def test_a_first_day_for_figures_that_went_by_is_not_promised_again(nadia: Client):
    assert "Op zijn vroegst is er iets te zeggen op" in page(nadia)
    advice = advice_of(list_regions()["waalstad"], "R28-W", timezone.localdate())
    assert advice is not None
    assert advice.follow_up is not None

    told = followed(advice, None, advice.follow_up.ready)

    assert told is not None
    assert told.says == "Te vroeg om te zeggen."
    assert told.more == "Er zijn nog niet genoeg cijfers over deze verandering."


def test_the_list_says_also_where_changing_would_not_help(nadia: Client):
    shown = page(nadia, LIST)

    changed, no_help = shown.index('id="changed"'), shown.index('id="no-help"')
    assert shown.index("Veranderen kan helpen") < shown.index(f"{LIST}/R22-W") < changed
    assert changed < shown.index(HERE) < no_help
    assert "Te vroeg om te zeggen." in shown[changed:no_help]
    assert "Veranderen zou niet helpen" in shown
    assert f"{LIST}/R01" not in shown


def test_a_law_is_not_for_the_region(nadia: Client):
    shown = page(nadia, f"{LIST}/R01")

    assert "Deze regel kan de regio niet veranderen." in shown
    assert "Voorstel: concept" not in shown


@pytest.mark.parametrize("rule", ["R28-G", "R99", "nergens"])
def test_a_rule_of_elsewhere_has_no_advice_here(nadia: Client, rule: str):
    assert nadia.get(f"{LIST}/{rule}").status_code == 404


def test_from_draft_to_changed_everything_stays(nadia: Client):
    today = timezone.localdate().isoformat()
    who = "Burgemeester en wethouders"

    assert send(nadia, "written", 0, tekst="Een gesprek is genoeg.") == 302
    assert send(nadia, "sent", 1, dag=today, wie=who) == 302
    assert send(nadia, "refused", 2, dag=today, wie=who, tekst="Te snel.") == 302
    assert send(nadia, "written", 3, tekst="Een gesprek is genoeg, met een proef.") == 302
    assert send(nadia, "sent", 4, dag=today, wie=who) == 302
    assert send(nadia, "agreed", 5, dag=today, wie=who) == 302
    assert send(nadia, "changed", 6, dag=today) == 302

    shown = page(nadia)
    for words in ("Een gesprek is genoeg.", "met een proef", "Te snel.", "Ja gezegd", "Nee gezegd"):
        assert words in shown
    assert "de regel is veranderd" in shown
    assert (
        "<form"
        not in shown[
            shown.index('id="course"') : shown.index("</section>", shown.index('id="course"'))
        ]
    )
    assert AdviceStep.objects.count() == 7
    assert "de regel is veranderd" in page(nadia, LIST)


def test_who_decided_on_a_change_that_the_rulebook_has_not_yet_is_asked_no_more(nadia: Client):
    today, who, path = timezone.localdate().isoformat(), "De gemeenteraad", f"{LIST}/R22-W"
    steps = (
        {"doe": "written", "tekst": "Wie zich meldt, staat op de lijst."},
        {"doe": "sent", "dag": today, "wie": who},
        {"doe": "agreed", "dag": today, "wie": who},
        {"doe": "changed", "dag": today},
    )
    for seen, sent in enumerate(steps):
        assert nadia.post(path, {**sent, "gezien": str(seen)}).status_code == 302
    shown = page(nadia, path)

    assert "De nieuwe tekst" in shown
    assert "Zet de nieuwe versie ook in het regelboek." in shown
    assert "Voorstel: concept" not in shown
    assert "besluiten over de tekst" not in shown


@pytest.mark.parametrize(
    ("step", "more"),
    [
        ("sent", {"dag": "2026-11-01", "wie": "De raad"}),
        ("written", {"tekst": "  "}),
        ("written", {"tekst": "Bel 06 12345678."}),
        ("written", {"tekst": "Mail naar sterre@voorbeeld.example."}),
        ("onzin", {}),
    ],
)
def test_what_does_not_fit_is_said_and_not_kept(nadia: Client, step: str, more: dict[str, str]):
    answer = nadia.post(HERE, {"doe": step, "gezien": "0", **more})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert not AdviceStep.objects.exists()


def test_a_damaged_file_is_named_and_not_used(nadia: Client, tmp_path: Path):
    (tmp_path / "waalstad" / "ruimte-2026-11-02.json").write_text("{}", encoding="utf-8")

    shown = page(nadia)

    assert "Het bestand ruimte is niet meer wat er is nagerekend." in shown
    assert "keer zo snel" not in shown


GAIN = "Uitgerekend voor verzonnen mensen"


def test_what_would_be_won_is_of_the_ranking_of_this_site(nadia: Client, tmp_path: Path):
    file, path = tmp_path / "waalstad" / RANKING, f"{LIST}/R22-W"
    found = read(file.read_text("utf-8"))
    assert found is not None
    day, ranking = found
    (mine,) = (one for one in ranking["rules"] if one["rule"] == "R22-W")
    demo = page(nadia, path)
    mine["people"], ranking["people"] = 4_321, 54_321  # type: ignore[index]
    file.write_text(written(ranking, day), encoding="utf-8")
    own = page(nadia, path)
    file.unlink()

    assert "54.321" in own
    assert GAIN in demo
    assert "54.321" not in demo
    assert GAIN not in page(nadia, path)


@pytest.mark.parametrize("wrong", [{"region": "grachtstad"}, {"version": 2}])
def test_a_ranking_that_is_not_of_here_is_named_and_not_used(
    nadia: Client, tmp_path: Path, wrong: dict[str, object]
):
    file = tmp_path / "waalstad" / RANKING
    found = read(file.read_text("utf-8"))
    assert found is not None
    file.write_text(written({**found[1], **wrong}, found[0]), encoding="utf-8")

    shown = page(nadia, f"{LIST}/R22-W")

    assert f"Het bestand {RANKING} is niet meer wat er is nagerekend." in shown
    assert GAIN not in shown


def test_of_two_at_once_the_second_is_told(nadia: Client):
    assert send(nadia, "written", 0, tekst="De ene.") == 302
    assert send(nadia, "written", 0, tekst="De andere.") == 422
    assert AdviceStep.objects.get().text == "De ene."


@pytest.mark.parametrize("language", ["", "/en"])
def test_it_is_a_tagged_sheet_of_paper(nadia: Client, language: str):
    answer = nadia.get(f"{language}{HERE}/blad.pdf")

    assert answer.headers["Content-Type"] == "application/pdf"
    with pikepdf.open(BytesIO(answer.content)) as paper:
        assert len(paper.pages) <= 2
        assert bool(paper.Root.MarkInfo.Marked)


def test_no_figure_below_ten_and_no_name_is_on_any_sheet(nadia: Client):
    for path in re.findall(rf'href="({LIST}/[\w-]+)"', page(nadia, LIST)):
        shown = page(nadia, path)
        figures = shown[shown.index('id="figures"') : shown.index('id="unknown"')]

        assert not re.search(r"(?<![\d.,–])\b[1-9] (keer|mensen|people|times)", figures), path
        for name in ("De Kribbe", "Onderdak", "Nadia", "Persoon"):
            assert name not in figures, path
