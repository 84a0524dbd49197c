# SPDX-License-Identifier: EUPL-1.2
"""What is stuck and what opens it, what stands alone, what lapses; and what goes well."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client

from ruimbaan.analytics.disclosure.cubes import Cube, Dimension
from ruimbaan.core.insight.courses import MET, WAITS, Course
from ruimbaan.core.journey.situation import Goal, Situation
from ruimbaan.core.planner.lateness import arrival
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.schedule import Schedule, solve_once
from ruimbaan.core.planner.world import World
from ruimbaan.core.trust.parties import Role
from ruimbaan.parts.directory.queries import Stuck, deadlocks, list_regions, loose_initiatives
from ruimbaan.parts.insight.presentation.stuck import best_openers
from tests.parts.upkeep_people import keeper
from tests.regie_releases import publish_courses, write

pytestmark = pytest.mark.django_db
STUCK, WELL = "/werk/regie/waalstad/vast", "/werk/regie/waalstad/goed"


@pytest.fixture
def folder(tmp_path: Path, settings: LazySettings) -> Path:
    settings.RELEASES = tmp_path
    return tmp_path / "waalstad"


@pytest.fixture
def nadia(folder: Path) -> Client:
    return keeper(Role.STEWARD, name="Nadia")[0]


def test_every_deadlock_stands_there_with_what_opens_it(nadia: Client):
    shown = nadia.get(STUCK).content.decode()
    found = deadlocks(list_regions()["waalstad"])

    assert len(found) > 2
    for one in found:
        if len(one.circle.facts) > 1:
            assert one.circle.sentences[0].nl in shown
        assert all(f"/regels/{rule}" in shown for rule in one.cut or ())


def test_a_circle_of_one_thing_is_no_riddle(nadia: Client):
    alone = [one for one in deadlocks(list_regions()["waalstad"]) if len(one.circle.facts) == 1]
    shown = nadia.get(STUCK).content.decode()

    assert alone
    assert "Geen wegwijzer zonder wegwijzer." not in shown
    assert "Wegwijzer: dit krijgt alleen wie het al heeft." in shown


def test_what_is_said_to_open_most_counts_the_deadlocks_it_belongs_to():
    region = list_regions()["waalstad"]
    found = deadlocks(region)
    ranked = best_openers(region.id, found, region.world.as_of)

    assert [one.opens for one in ranked] == sorted((one.opens for one in ranked), reverse=True)
    for one in ranked:
        assert one.opens == sum(one.name in (stuck.cut or ()) for stuck in found)


def test_what_is_said_to_open_a_deadlock_does_so():
    """Bent in the planner itself, all that waited for each other can be had."""
    region = list_regions()["waalstad"]
    for stuck in deadlocks(region):
        assert stuck.cut
        assert any(opens(region.world, start, stuck) for start in region.starts)


def opens(world: World, start: Situation, stuck: Stuck) -> bool:
    """Something that was not to be had from this start, is so when just these rules bend."""
    problem = lay_out(world, start, every_receipt=True)
    practice = solve_once(problem, problem.all_services)
    free = Schedule(problem, practice).extend(practice, problem.bend(stuck.cut or ()))
    wanted = [Goal(fact, needed_by=0) for fact in stuck.circle.facts]
    return any(
        arrival(problem, practice.held, goal) is None
        and arrival(problem, free.held, goal) is not None
        for goal in wanted
    )


def test_initiatives_to_which_nobody_walks_are_named(nadia: Client):
    shown = nadia.get(STUCK).content.decode()
    alone = loose_initiatives(list_regions()["waalstad"])

    assert alone
    assert all(one.initiative and f"/steun/waalstad/{one.id}" in shown for one in alone)


def test_where_it_goes_faster_than_before_only_beyond_chance(nadia: Client, folder: Path):
    first, last = date(2025, 1, 6), date(2026, 6, 29)  # the ends of two half years
    ways = {
        ("40", first): (20, 60),
        ("40", last): (60, 20),
        ("6", first): (30, 30),
        ("6", last): (32, 28),
    }
    courses = [
        Course("9", kind, asked, way)
        for (kind, asked), counts in ways.items()
        for way, count in zip((MET[2], WAITS), counts, strict=True)
        for _one in range(count)
    ]
    publish_courses(folder, courses)
    shown = nadia.get(WELL).content.decode()

    assert "25 % in de eerste helft van 2025, 75 % in de eerste helft van 2026" in shown
    assert shown.count("Ontmoet binnen 6 weken:") == 1


def test_goals_reached_before_the_day_are_only_those_that_were_given(nadia: Client, folder: Path):
    assert "Zij kiezen dat zelf." in nadia.get(WELL).content.decode()
    doors = ("eerder-begonnen", "andere-deur", "ruimte", "brug", "gewoon", "-")
    against = ("eerder", "op-tijd", "later", "loopt-nog")
    goals = Cube(
        "stappen-waalstad",
        tuple(
            Dimension(name, tuple((one,) for one in codes))
            for name, codes in (("doel", ("WON", "FIN")), ("tegen", against), ("door", doors))
        ),
        {
            (("WON",), ("eerder",), ("ruimte",)): 31,
            (("WON",), ("later",), ("-",)): 17,
            (("FIN",), ("eerder",), ("brug",)): 24,
        },
    )
    write(folder, "doel", goals)
    shown = nadia.get(WELL).content.decode()

    assert "Wonen en slapen" in shown
    assert "Iemand gebruikte ruimte in een regel" in shown
    assert "31 keer" in shown


def test_only_a_steward_of_this_region_finds_anything(nadia: Client):
    elsewhere = keeper(Role.STEWARD, "vestingstad", "Piet")[0]
    editor = keeper(Role.EDITOR, name="Youssef")[0]

    for path in (STUCK, WELL):
        assert nadia.get(path).headers["Cache-Control"] == "no-store"
        assert [browser.get(path).status_code for browser in (elsewhere, editor)] == [404, 404]
