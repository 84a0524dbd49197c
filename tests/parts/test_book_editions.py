# SPDX-License-Identifier: EUPL-1.2
"""The book lives: what changed under a block is said, and what was read before stays readable."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from typer.testing import CliRunner

from ruimbaan.cli.book import book as command
from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.storybook.editions import EditionRefused, Kind
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.storybook.editions import (
    KeptPage,
    KeptText,
    keep_edition,
    load_editions,
    load_kept_text,
)
from ruimbaan.integrations.storybook.problems import BookInvalid
from ruimbaan.parts.directory.queries import list_regions
from ruimbaan.parts.storybook import leaning, what_if
from ruimbaan.parts.storybook.presentation import changed
from ruimbaan.parts.storybook.queries import rules_numbered
from ruimbaan.parts.storybook.services import what_changed

SAID = "Let op: sinds editie 1, 22 november 2026 is dit veranderd."


@pytest.fixture
def own_copy(tmp_path: Path) -> Path:
    target = tmp_path / "verhalen" / "edities"
    shutil.copytree(REPOSITORY / "verhalen" / "edities", target)
    return tmp_path


def regions_with(change: Any) -> dict[str, Any]:
    """The regions, with services of Waalstad changed; as in life, another world has a digest of its
    own, else what was reckoned for one would answer for another."""
    regions = dict(list_regions())
    world = regions["waalstad"].world
    services = change(dict(world.services))
    digest = sha256(repr(sorted(services.items())).encode()).hexdigest()
    regions["waalstad"] = replace(
        regions["waalstad"], world=replace(world, services=services, digest=digest)
    )
    return regions


def slower(services: dict[str, Any]) -> dict[str, Any]:
    wait = replace(services["W08"].wait, days=90)
    return {**services, "W08": replace(services["W08"], wait=wait)}


def closed(services: dict[str, Any]) -> dict[str, Any]:
    return {name: one for name, one in services.items() if name != "W40"}


def lived(monkeypatch: pytest.MonkeyPatch, change: Any) -> None:
    regions = regions_with(change)
    monkeypatch.setattr(changed, "list_regions", lambda: regions)
    for module in (leaning, what_if):
        monkeypatch.setattr(module, "regions_here", lambda: regions)


def test_the_edition_that_is_kept_is_of_what_the_product_says_today():
    """Fails when a rule, a wait or a figure of the product changed: read the block again, then make
    an edition."""
    assert what_changed("nl").blocks == ()


def test_a_slower_place_is_told_on_the_page_and_by_the_command(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    was = load_editions()[-1].leans["B01"][Kind.WAIT]["waalstad/W08"]
    lived(monkeypatch, slower)

    html = client.get("/boek/bouwsteen/1").content.decode()
    assert SAID in html
    assert f"is nu 90 dagen. Het waren er {was}." in html
    assert SAID not in client.get("/boek/bouwsteen/3").content.decode()
    english = client.get("/en/boek/bouwsteen/1").content.decode()
    assert f"is now 90 days. It was {was}." in english


def test_a_place_that_closed_is_told(client: Client, monkeypatch: pytest.MonkeyPatch):
    lived(monkeypatch, closed)

    assert "W40 staat niet meer op de Kaart." in client.get("/boek/bouwsteen/1").content.decode()


def test_a_figure_that_the_planner_reckons_otherwise_is_told(
    client: Client, monkeypatch: pytest.MonkeyPatch
):
    lived(
        monkeypatch,
        lambda services: {
            name: replace(one, wait=replace(one.wait, days=0)) for name, one in services.items()
        },
    )

    html = client.get("/boek/bouwsteen/1").content.decode()
    assert "De planner rekent nu iets anders uit voor Sterre." in html


def test_a_rule_that_says_something_else_is_told(client: Client, monkeypatch: pytest.MonkeyPatch):
    other, kept = rules_numbered("R36"), rules_numbered
    monkeypatch.setattr(
        leaning, "rules_numbered", lambda number: other if number == "R53" else kept(number)
    )

    assert "Regel R53 is veranderd." in client.get("/boek/bouwsteen/8").content.decode()


def test_the_command_names_what_changed_and_ends_with_one(monkeypatch: pytest.MonkeyPatch):
    runner = CliRunner()
    fine = runner.invoke(command, ["check", "--json"])
    assert (fine.exit_code, json.loads(fine.output)["changed"]) == (0, {})
    lived(monkeypatch, slower)

    plain = runner.invoke(command, ["check"])
    assert plain.exit_code == 1
    assert "B01, sinds editie 1, 22 november 2026:" in plain.output
    told = json.loads(runner.invoke(command, ["check", "--json"]).output)
    waits = [one for one in told["changed"]["B01"] if one["kind"] == "wait"]
    assert [(one["name"], one["now"]) for one in waits] == [("waalstad/W08", "90")]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_edition_can_be_cited_and_read_whole(client: Client, language: Language):
    start = "/boek" if language == "nl" else "/en/boek"
    first = client.get(f"{start}/uitgaven").content.decode()
    assert "2026" in first
    assert f"{start}/uitgaven/1/inhoud.html" in first

    kept = load_kept_text(load_editions()[0], language)
    names = {page.id for page in kept.pages}
    for page in kept.pages:
        html = client.get(f"{start}/uitgaven/1/{page.id}.html").content.decode()
        assert page.html in html
    linked = {
        part.partition(".html")[0] for page in kept.pages for part in page.html.split('href="')[1:]
    }
    assert linked <= names
    assert "<script" not in "".join(page.html for page in kept.pages)
    assert "style=" not in "".join(page.html for page in kept.pages)


@pytest.mark.parametrize("path", ["2/inhoud", "0/inhoud", "1/nergens"])
def test_what_no_edition_has_is_not_found(client: Client, path: str):
    assert client.get(f"/boek/uitgaven/{path}.html").status_code == 404


def test_a_kept_text_that_was_changed_is_refused(own_copy: Path):
    edition = load_editions(own_copy)[0]
    file = own_copy / "verhalen/edities/001.nl.json"
    file.write_text(file.read_text(encoding="utf-8").replace("Sterre", "Stella"), encoding="utf-8")

    with pytest.raises(BookInvalid, match="an edition was changed"):
        load_kept_text(edition, "nl", own_copy)
    assert load_kept_text(edition, "en", own_copy).pages
    file.unlink()
    with pytest.raises(BookInvalid):
        load_kept_text(edition, "nl", own_copy)


def test_an_edition_is_written_once(own_copy: Path):
    (edition,) = load_editions(own_copy)
    text = KeptText("Ruim baan", (KeptPage("inhoud", "Inhoud", "<p>Ja</p>"),))

    with pytest.raises(EditionRefused):
        keep_edition(edition, {"nl": text}, own_copy)
    assert load_kept_text(edition, "nl", own_copy).pages[0].html != "<p>Ja</p>"
    keep_edition(replace(edition, number=2), {"nl": text}, own_copy)
    assert [one.number for one in load_editions(own_copy)] == [1, 2]
