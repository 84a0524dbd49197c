# SPDX-License-Identifier: EUPL-1.2
"""How sure the days are, on the pages of a route: opened when asked, in words that stay modest."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from time import thread_time

from django.conf import LazySettings
from django.test import Client
from django.urls import reverse

from ruimbaan.core.kernel.days import Span
from ruimbaan.core.planner.solve import Solver
from ruimbaan.integrations.regions import load_region
from ruimbaan.parts.routes.services import Shown, how_sure
from tests.addresses import WORDS
from tests.parts.reading import blocks, length, sentences
from tests.regie_releases import publish

MOST_SECONDS = 1.0  # of the processor; bench_pages has the budget
PERCENT = re.compile(r"\d\s*(%|procent|percent)")


def page(client: Client, query: str = "", person: str = "sterre") -> str:
    address = reverse("routecheck:example", args=[person])
    return client.get(address + query).content.decode()


def test_a_route_offers_it_and_works_it_out_only_when_asked(client: Client):
    closed = page(client)

    assert "Hoe zeker is dit?" in closed
    assert "van de 10 keer" not in closed


def test_opened_it_says_how_often_and_between_which_days(client: Client):
    lines = blocks(page(client, "?zeker=ja"))

    told = " ".join(lines[lines.index("Hoe zeker is dit?") :])
    assert "Met alleen deze route in " in told
    assert "Meld je je overal aan: in " in told
    assert "Meestal tussen" in told
    assert "We rekenden deze route 100 keer na" in told
    assert "De wachttijden zijn van 1 november 2026." in told
    assert "niet aan jou" in told


def test_no_percentage_is_ever_said(client: Client):
    for person in ("sterre", "karim", "wim"):
        opened = page(client, "?zeker=ja", person)
        block = opened[opened.index('aria-labelledby="zeker"') :]

        assert not PERCENT.search(block[: block.index("</section>")])


def test_sentences_are_short(client: Client):
    for person in ("sterre", "karim", "wim"):
        opened = page(client, "?zeker=ja", person)
        block = opened[opened.index('aria-labelledby="zeker"') :]

        shown = sentences(f"<main>{block[: block.index('</section>')]}</main>")
        assert [one for one in shown if length(one) > WORDS["A2"]] == []


def test_ten_dots_for_each_wish_that_differs(client: Client):
    opened = page(client, "?zeker=ja")

    picture = opened[opened.index("Tien keer deze route") :]
    picture = picture[: picture.index("</svg>")]
    assert picture.count("<circle") % 10 == 0
    assert picture.count("<circle") >= 20


def test_everything_in_the_picture_stands_in_a_table(client: Client):
    opened = page(client, "?zeker=ja")

    for caption, rows in (
        ("Hoe zeker zijn deze dagen?", 5),
        ("Met welke wachttijden rekenen we?", 10),
    ):
        table = opened[opened.index(f"<caption>{caption}</caption>") :]
        assert table[: table.index("</table>")].count("<tr>") - 1 >= rows


def test_the_page_with_it_open_is_there_at_once(client: Client):
    page(client, "?zeker=ja")
    begin = thread_time()
    page(client, "?zeker=ja")
    assert thread_time() - begin < MOST_SECONDS


def test_the_small_example_has_waits_too(client: Client):
    opened = client.get(reverse("routes:example") + "?zeker=ja").content.decode()

    assert "Meestal tussen" in opened


def test_in_english(client: Client):
    opened = client.get(
        "/en" + reverse("routecheck:example", args=["sterre"]) + "?zeker=ja"
    ).content.decode()

    assert "times out of 10" in opened
    assert "Mostly between" in opened


COUNTED = "geteld in deze regio"


def test_a_place_with_one_number_gets_the_spread_that_the_region_released(
    tmp_path: Path, settings: LazySettings
):
    settings.RELEASES = tmp_path
    loaded = load_region("waalstad")
    services = {
        name: replace(one, wait=replace(one.wait, p50=None, p90=None))
        for name, one in loaded.world.services.items()
    }
    world, person = replace(loaded.world, services=services), loaded.situations["sterre"]
    shown = Shown(world, person, Solver(world, person, losses=False).answer(), 0, "nl")

    def basis() -> dict[str, tuple[str, str]]:
        """Of each wait in the plan what is known of it, and where that stands."""
        return {row[0]: (row[1], row[3]) for row in how_sure(shown).tables[1].rows}

    before = basis()
    publish(tmp_path / "waalstad")
    after = basis()

    changed = {name for name in after if after[name] != before[name]}
    assert changed
    assert all(COUNTED in after[name][1] and "9 van de 10" in after[name][0] for name in changed)
    assert not any(COUNTED in source for _known, source in before.values())


def test_a_wish_by_a_day_after_all_days_of_a_plan_keeps_its_own_day():
    loaded = load_region("waalstad")
    world, person = loaded.world, loaded.situations["sterre"]
    far = world.span.horizon + 100
    goals = tuple(replace(goal, needed_by=far) for goal in person.goals)
    person = replace(person, goals=goals)
    shown = Shown(world, person, Solver(world, person, losses=False).answer(), 0, "nl")

    told = how_sure(shown)

    assert told.wishes
    assert {row[1] for row in told.tables[0].rows} == {shown.day(far)}
    assert "circle" not in told.picture


def test_what_comes_before_the_day_that_somebody_named_is_in_time():
    """The planner asks for room as if a day out of sight were four weeks before the last one."""
    loaded = load_region("waalstad")
    world, person = loaded.world, loaded.situations["sterre"]
    practice = Solver(world, person, losses=False).answer().practice
    fact, last = max(practice.arrivals.items(), key=lambda one: one[1] or 0)
    assert last
    world = replace(world, span=Span(last + 20, world.span.history))
    goals = tuple(replace(goal, needed_by=last + 20) for goal in person.goals)
    person = replace(person, goals=goals)
    shown = Shown(world, person, Solver(world, person, losses=False).answer(), 0, "nl")

    told = how_sure(shown)

    (share,) = (row[2] for row in told.tables[0].rows if row[0] == shown.title(fact))
    assert share != "Bijna nooit"
