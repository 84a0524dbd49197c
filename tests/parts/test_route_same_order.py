# SPDX-License-Identifier: EUPL-1.2
"""What comes first on the result comes first once the route is kept, with the same last day."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route_legs import LegState, legs, next_to_do
from ruimbaan.parts.journey.route.from_plan import kept_route
from ruimbaan.parts.journey.route.presentation.waits import next_step
from ruimbaan.parts.routecheck.presentation.first_steps import first_steps
from ruimbaan.parts.routecheck.presentation.way import shown_way
from ruimbaan.parts.routecheck.services import Solved, solve_from
from ruimbaan.parts.routes.presentation.message import key_message
from ruimbaan.parts.routes.presentation.ways import ways
from ruimbaan.parts.routes.services import in_order
from tests.parts.journey_routes import keep, words_of
from tests.parts.own_files import person

pytestmark = pytest.mark.django_db
BED = "bed-tonight"
NO_HOME = {
    "sleep": "sofa",
    "without_home": "recent",
    "address": "none",
    "region": "waalstad",
    "ties": "lived-here",
    "money": "none",
    "age": "27-plus",
}


def solved(*wishes: str, day: date | None = None) -> Solved:
    chosen = {name.replace("_", "-"): (value,) for name, value in NO_HOME.items()}
    first = {"goals": wishes, "first": wishes[:1]}
    found = solve_from(Answers({**chosen, **first}), day or timezone.localdate())
    assert found is not None
    return found


@pytest.mark.parametrize("wishes", [(BED, "monthly-money"), ("monthly-money", "safe-stop")])
def test_the_kept_route_begins_as_the_result_does(wishes: tuple[str, ...]):
    found, today = solved(*wishes), timezone.localdate()
    told = [one.what for one in first_steps(shown_way(found, "nl"))]

    line = legs(kept_route(found, today), today)

    now = [leg for leg in line if leg.state is LegState.NOW]
    assert [leg.step.what.nl for leg in now if leg.step][: len(told)] == told
    assert next_to_do(line, today) == now[0]


def test_a_step_stands_before_what_needs_it():
    steps = in_order(solved("monthly-money", "safe-stop").answer.front[0].steps)

    for number, step in enumerate(steps):
        later = {other.service for other in steps[number + 1 :] if other.apply == step.apply}
        assert not later & {need.by_service for need in step.needs}


def test_the_bed_of_tonight_stays_first_with_its_last_day():
    today = timezone.localdate()
    found = solved(BED, "monthly-money", day=today)

    first = next_step(legs(kept_route(found, today), today), today)

    assert first is not None
    assert first.title == "Melden voor opvang"
    assert any(line.startswith("Doe dat uiterlijk") for line in first.lines)


def test_the_bed_of_tonight_is_on_the_first_page_of_the_own_file():
    one = person()
    keep(one, goals=f"{BED} monthly-money", first=BED, **NO_HOME)

    page = words_of(one.client.get("/mijn"))

    assert page.index("Melden voor opvang") < page.index("Bed voor de nacht")
    assert "Briefadres" not in page


def test_each_way_that_is_told_has_a_name_of_its_own():
    for wishes in ((BED, "monthly-money"), ("safe-stop", "help-home"), ("own-door", "grip")):
        titles = [way.title for way in ways(shown_way(solved(*wishes), "nl"), str)]
        assert len(set(titles)) == len(titles), titles


def test_who_sleeps_on_a_sofa_is_not_said_to_sleep_outside():
    world = solved(BED).world

    assert world.facts["op-straat-of-opvang"].short.nl == "nacht zonder eigen thuis"


def test_today_or_tomorrow_is_not_later_than_tomorrow():
    (goal,) = solved(BED).situation.goals

    assert goal.needed_by == 1


def test_what_comes_when_one_starts_earlier_is_not_said_to_need_asking():
    """De eigen kamer komt er niet vanzelf, en wel als je die al vraagt terwijl de detox nog loopt."""
    said = {name: value for name, value in NO_HOME.items() if name != "without_home"}
    said |= {"insurance": "none", "help-needed": "daily", "treatment": "waiting-intake"}
    chosen = {name: (value,) for name, value in said.items()}
    wishes = {"goals": ("own-door", "monthly-money")}
    found = solve_from(Answers({**chosen, **wishes}), timezone.localdate())
    assert found is not None
    earlier = found.answer.front[1]
    assert found.answer.practice.arrivals["eigen-kamer"] is None
    assert earlier.asks == 0

    message = key_message(shown_way(found, "nl"))

    assert message is not None
    day = shown_way(found, "nl").around(earlier.arrivals["eigen-kamer"] or 0)
    assert message.weighed[0].text == f"Begin je eerder, dan is het er {day}."
