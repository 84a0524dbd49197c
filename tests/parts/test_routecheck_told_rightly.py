# SPDX-License-Identifier: EUPL-1.2
"""Days, gaps and words on the page of a route that are right where they are read."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.test import Client

from ruimbaan.core.directory.service import AnyOf, Condition, Need
from ruimbaan.core.planner.why_not_service import FailingCondition, FailingNeed, NotThisService
from ruimbaan.parts.routecheck.presentation.not_these import not_this
from ruimbaan.parts.routes.presentation.gaps import gap_message
from ruimbaan.parts.routes.presentation.how_sure import how_sure
from ruimbaan.parts.routes.presentation.shown import Shown
from tests.parts.agreeing_people import agree, side
from tests.parts.reading import blocks
from tests.parts.routecheck_forms import ON_THE_SOFA, Visitor, walk
from tests.parts.shown_routes import shown, with_plan

STERRE, KARIM, WIM = (f"/routecheck/voorbeeld/{name}" for name in ("sterre", "karim", "wim"))

pytestmark = pytest.mark.django_db


def page(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_without_room_a_wish_comes_so_much_later_than_the_day_that_stands_beside_it(client: Client):
    told = re.sub(r"<[^>]*>", " ", page(client, WIM).replace("\n", " "))

    assert "nodig 19 januari" in " ".join(told.split())
    assert "komt pas rond 29 januari, 10 dagen later" in told


def test_a_period_of_a_year_does_not_run_backwards(client: Client):
    dutch, english = page(client, WIM), page(client, f"/en{KARIM}")

    assert "van 30 november tot 29 november 2027" in dutch
    assert "from 29 March until 27 March 2028" in english


def test_words_in_dutch_are_marked_as_dutch_on_an_english_page(client: Client):
    agree(side("De Kribbe"), side("Gemeente Waalstad"), plek="W23")

    assert '<q lang="nl">Een deur die van mij is.</q>' in page(client, f"/en{KARIM}")
    links = re.findall(r"<a [^>]*>Melden bij de start</a>", page(client, "/en" + STERRE))
    assert any('lang="nl"' in link for link in links)


def test_the_words_of_somebody_else_may_be_in_any_language(client: Client):
    visitor = Visitor(client)
    walk(visitor, **ON_THE_SOFA)

    visitor.send("/routecheck/route", answers=visitor.answers)

    assert '<q lang="nl">' not in visitor.html


def test_what_a_place_asks_for_a_longer_time_is_told_with_its_days(client: Client):
    told = blocks(page(client, f"{KARIM}?weg=0"))

    asked = [words for words in told if words.startswith("Werkcoach")]
    assert asked == ["Werkcoach, 40 dagen lang."]
    assert "Stoppen, 30 dagen lang." in told


def asks(*needs: Need, fails: tuple[tuple[str, int | None], ...]) -> tuple[str, ...]:
    """What is told of a place with these needs, when these facts fail until these days."""
    route = shown()
    name, service = next(iter(route.world.services.items()))
    services = {**route.world.services, name: replace(service, needs=needs)}
    route = replace(route, world=replace(route.world, services=services))
    failing = tuple(
        FailingNeed(((FailingCondition(fact, None, True, day),),)) for fact, day in fails
    )
    told = not_this(route, NotThisService(name, failing, None))
    return tuple(way for asked in told.asked for way in asked.ways)


def test_what_is_asked_on_a_day_and_for_longer_is_told_once_as_what_is_met_last():
    today, long = Condition("adres"), Condition("adres", for_at_least=40)
    last = "Adres, 40 dagen lang. Dat kan rond 10 januari."

    assert asks(today, long, fails=(("adres", 10), ("adres", 50))) == (last,)
    assert asks(long, today, fails=(("adres", 50), ("adres", 10))) == (last,)
    assert asks(today, long, fails=(("adres", 50),)) == (last,)
    assert asks(AnyOf((today,)), fails=(("adres", None),)) == ("Adres.",)


def test_a_way_that_brings_nothing_says_so_and_has_no_empty_table(client: Client):
    html = page(client, f"{KARIM}?weg=0&zeker=ja")
    block = html[html.index('aria-labelledby="zeker"') :]
    block = block[: block.index("</section>")]

    assert blocks(block)[-2:] == ["Hoe zeker is dit?", "Deze weg brengt geen wens."]
    assert "<table" not in block
    assert "ongeveer" not in block


def test_what_is_there_today_is_no_wish_that_a_way_does_not_bring():
    route = shown()
    first, *others = route.situation.goals
    today = with_plan(route, arrivals={first.fact: 0, **dict.fromkeys(one.fact for one in others)})

    told = how_sure(today)

    assert told.basis == (f"Dit is er vandaag al: {route.name(first.fact)}.",)
    assert told.tables == ()


def without_steps(route: Shown) -> Shown:
    return with_plan(
        route,
        steps=(),
        flexed=(),
        arrivals=dict.fromkeys(route.plan.arrivals),
        uncovered=7,
    )


def test_a_way_without_steps_does_not_tell_days_that_others_could_cover():
    told = gap_message(without_steps(shown()))

    assert told == ""


def test_beside_a_way_without_steps_no_days_without_support_are_counted(client: Client):
    told = blocks(page(client, f"{KARIM}/vergelijk").replace("table", "div"))  # reads tables too

    assert "Dagen zonder vaste steun" not in told
    assert told[told.index("Hoeveel stappen?") + 1] == "Geen"
    assert not any(words.startswith("0, bij") for words in told)
