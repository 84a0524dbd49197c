# SPDX-License-Identifier: EUPL-1.2
"""Which rule first, on its page: what was worked out and kept, and nothing when that was changed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from ruimbaan.analytics.population.kept import read, written
from ruimbaan.core.trust.parties import Role
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.parts.insight import demo
from ruimbaan.parts.insight.ranking import FILE
from tests.parts.upkeep_people import keeper

pytestmark = pytest.mark.django_db
PAGE = "/werk/regie/waalstad/regels"
KEPT = REPOSITORY / "demo" / "waalstad" / FILE


@pytest.fixture
def kept(tmp_path: Path, settings: LazySettings) -> Path:
    """The file that the demo comes with, as a site has it."""
    settings.RELEASES = tmp_path
    demo.prepare()
    return tmp_path / "waalstad" / FILE


@pytest.fixture
def nadia(kept: Path) -> Client:
    return keeper(Role.STEWARD, name="Nadia")[0]


def test_every_rule_that_wins_stands_there_with_its_page_and_its_partners(nadia: Client):
    shown = nadia.get(PAGE).content.decode()
    ranking = json.loads(KEPT.read_text("utf-8"))["ranking"]
    within = [one for one in ranking["rules"] if one["within_reach"] and one["days"]]

    assert len(within) > 10
    assert all(f"/regels/{one['rule']}" in shown for one in within)
    assert shown.count("Wint meer samen met") > sum(one["more_with"] is not None for one in within)
    assert shown.count("Wint minder samen met") > sum(
        one["less_with"] is not None for one in within
    )


def test_the_exact_choice_stands_beside_the_one_by_one(nadia: Client):
    shown = nadia.get(PAGE).content.decode()
    best = json.loads(KEPT.read_text("utf-8"))["ranking"]["best"]

    assert "De beste regel" in shown
    assert f"De beste {len(best)} samen" in shown
    better = [one for one in best if one["one_by_one"]["days"] < one["days"]]
    assert shown.count("Steeds de beste erbij nemen geeft: ") == len(better)


def test_every_deadlock_says_whom_it_catches_and_what_opens_it(nadia: Client):
    shown = nadia.get(PAGE).content.decode()
    deadlocks = json.loads(KEPT.read_text("utf-8"))["ranking"]["deadlocks"]

    assert len(deadlocks) > 3
    assert shown.count("Treft ") == len(deadlocks)
    for one in deadlocks:
        assert one["says"]["nl"][0] in shown
        assert all(f"/regels/{rule}" in shown for rule in one["opens"] or ())


def test_waits_are_said_to_be_constant_and_people_to_be_made_up(nadia: Client):
    shown = nadia.get(PAGE).content.decode()

    assert "wachttijden gelijk gehouden" in shown
    assert "De mensen zijn bedacht" in shown
    assert "Welk deel van het wachten van één regel komt. Dat deel bestaat niet." in shown


def test_a_file_that_was_changed_is_not_shown(nadia: Client, kept: Path):
    content = json.loads(kept.read_text("utf-8"))
    content["ranking"]["rules"][0]["days"] += 1
    kept.write_text(json.dumps(content), encoding="utf-8")
    shown = nadia.get(PAGE).content.decode()

    assert "veranderd nadat ze zijn uitgerekend" in shown
    assert "rb-key" not in shown


def test_of_another_world_that_is_said(nadia: Client, kept: Path):
    """Nothing on this site is planned in a world by this name, so the map or the rules changed."""
    found = read(kept.read_text("utf-8"))
    assert found is not None
    kept.write_text(written({**found[1], "world": "0" * 64}, date(2026, 11, 2)), encoding="utf-8")

    assert "Sinds dit is uitgerekend" in nadia.get(PAGE).content.decode()


def test_without_a_file_it_says_what_is_missing(nadia: Client, kept: Path):
    kept.unlink()

    assert "nog niet uitgerekend" in nadia.get(PAGE).content.decode()


def test_only_a_steward_of_this_region_finds_anything(nadia: Client):
    elsewhere = keeper(Role.STEWARD, "vestingstad", "Piet")[0]
    editor = keeper(Role.EDITOR, name="Youssef")[0]

    assert nadia.get(PAGE).headers["Cache-Control"] == "no-store"
    assert [browser.get(PAGE).status_code for browser in (elsewhere, editor)] == [404, 404]


def test_a_bar_and_its_row_say_the_same_of_less_than_a_day(nadia: Client, kept: Path):
    found = read(kept.read_text("utf-8"))
    assert found is not None
    ranking = found[1]
    first = next(one for one in ranking["rules"] if one["within_reach"] and one["days"])
    first["days"] = ranking["people"] * 3 // 4
    only = {**ranking, "rules": [first]}
    kept.write_text(written(only, date(2026, 11, 2)), encoding="utf-8")

    shown = nadia.get(PAGE).content.decode()

    assert "minder dan 1 gewogen dag per mens" in shown
    assert "minder dan 1 per mens" in shown
    assert ">1 per mens" not in shown


def test_the_best_rule_is_said_to_be_so_among_those_that_may_bend(nadia: Client):
    """A law may win more; that one stands apart."""
    shown = nadia.get(PAGE).content.decode()

    assert "Van alle regels die hier kunnen meebuigen, wint deze alleen al het meest." in shown


@pytest.mark.parametrize(
    ("best", "said"),
    [
        (slice(0), "Geen regel die hier kan meebuigen wint iets, ook niet een paar samen."),
        (slice(1, None), "Geen regel die hier kan meebuigen, wint alleen iets."),
    ],
)
def test_where_no_rule_wins_alone_all_that_was_worked_out_stays(
    nadia: Client, kept: Path, best: slice, said: str
):
    found = read(kept.read_text("utf-8"))
    assert found is not None
    only = {**found[1], "best": found[1]["best"][best]}
    kept.write_text(written(only, date(2026, 11, 2)), encoding="utf-8")

    shown = nadia.get(PAGE).content.decode()

    assert said in shown
    assert "wint deze alleen al het meest" not in shown
    assert "nog niet uitgerekend" not in shown
    assert "Alle vastlopers" in shown
    assert ("De beste samen" in shown) == bool(only["best"])


def test_an_ordinance_without_room_is_for_who_makes_the_rule(nadia: Client):
    browser = keeper(Role.STEWARD, "vestingstad", "Piet")[0]
    shown = browser.get("/werk/regie/vestingstad/regels").content.decode()
    fixed = shown[shown.index('id="fixed"') :]

    assert "/regels/R22-V" in fixed[: fixed.index("</section>")]
    assert "Dit kan alleen wie de regel maakt" in fixed
    assert "wie de wet maakt" not in shown
