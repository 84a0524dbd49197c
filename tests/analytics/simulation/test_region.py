# SPDX-License-Identifier: EUPL-1.2
"""A whole region: the same seed is the same bytes, and what nobody meets changes nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ruimbaan.analytics.simulation.errors import HalfwayUnreadable
from ruimbaan.analytics.simulation.halfway import Halfway, read_halfway
from ruimbaan.analytics.simulation.model import Model, Plan
from ruimbaan.analytics.simulation.preparing import prepare
from ruimbaan.analytics.simulation.region import live
from ruimbaan.analytics.simulation.runs import live_all
from ruimbaan.core.insight.what_if import NOTHING, Change, PlacesAdded, RulesBent
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.world import World
from ruimbaan.integrations.regions import load_region

WAALSTAD = load_region("waalstad")
STERRE = WAALSTAD.situations["sterre"]
PLAN = Plan(years=2, people=120, runs=3, seed=7)
DETOX, AT_HOME = "W06", "W23"
EARLIER = Change(rules=(RulesBent(("H01-W", "H03-W")),))
UNMET = Change(rules=(RulesBent(("R42",)),))


def people() -> list[Situation]:
    """Everybody at home of the typical starts, wanting what Sterre wants, and Sterre."""
    starts = [one for name, one in WAALSTAD.starts.items() if name.startswith("thuis")]
    return [STERRE, *(replace(one, goals=STERRE.goals) for one in starts)]


def model(change: Change = NOTHING, world: World = WAALSTAD.world) -> Model:
    return prepare(world, people(), PLAN, change)


@pytest.fixture(scope="module")
def as_now() -> Model:
    return model()


def test_the_same_seed_is_the_same_year(as_now: Model):
    assert live(as_now, 1, NOTHING) == live(as_now, 1, NOTHING)
    assert live(as_now, 1, NOTHING) != live(as_now, 2, NOTHING)


def test_any_number_of_processes_and_stopping_halfway_give_the_same(as_now: Model, tmp_path: Path):
    changes = [NOTHING, Change(places=(PlacesAdded(DETOX, 4),))]
    file = tmp_path / "halfway.json"

    def begun() -> Halfway:
        return Halfway({"region": "waalstad"}, grid=False, plan=PLAN, world="w", people="p")

    def stop() -> None:
        raise KeyboardInterrupt

    whole = live_all(as_now, changes, begun())
    at_once = live_all(as_now, changes, begun(), processes=2)
    stopped = begun()
    with pytest.raises(KeyboardInterrupt):
        live_all(as_now, changes, stopped, told=stop)
    stopped.save(file)
    again = read_halfway(file)

    assert len(again.done) == 1
    assert at_once == whole
    assert live_all(as_now, changes, again) == whole


def test_a_rule_that_nobody_meets_changes_nothing():
    changed = model(UNMET)
    as_now = replace(UNMET, rules=(replace(UNMET.rules[0], share=0.0),))

    assert live(changed, 1, UNMET) == live(changed, 1, as_now)


def test_beginning_earlier_from_a_later_day_is_beginning_later():
    changed = model(EARLIER)
    never = Change(rules=(replace(EARLIER.rules[0], from_day=10_000),))
    none = Change(rules=(replace(EARLIER.rules[0], share=0.0),))

    assert live(changed, 1, never) == live(changed, 1, none)
    assert sum(live(changed, 1, EARLIER).reached) > sum(live(changed, 1, none).reached)


def test_more_places_make_the_line_there_shorter_and_may_make_the_next_one_longer(as_now: Model):
    """More people come through detox sooner, and stand in line for what comes after it: in a whole
    region more places need not shorten every line, only the one they are added to."""
    more = Change(places=(PlacesAdded(DETOX, 6),))
    runs = range(4)
    before = [live(as_now, run, NOTHING) for run in runs]
    after = [live(as_now, run, more) for run in runs]

    pairs = list(zip(before, after, strict=True))

    assert all(new.waits[DETOX].days < old.waits[DETOX].days for old, new in pairs)
    assert any(new.waits[AT_HOME].days > old.waits[AT_HOME].days for old, new in pairs)


def test_places_that_come_after_the_end_change_nothing(as_now: Model):
    assert live(as_now, 1, Change(places=(PlacesAdded(DETOX, 6, 900),))) == live(as_now, 1, NOTHING)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 2}', '{"format": 1, "done": [[1]]}'])
def test_what_is_no_tussenstand_is_refused(text: str, tmp_path: Path):
    file = tmp_path / "any.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(HalfwayUnreadable):
        read_halfway(file)


def test_what_is_kept_comes_back_whole(as_now: Model, tmp_path: Path):
    file = tmp_path / "halfway.json"
    kept = Halfway({"region": "waalstad"}, grid=True, plan=PLAN, world="w", people="p")
    live_all(as_now, [NOTHING], kept)
    kept.save(file)

    assert read_halfway(file) == kept
    assert json.loads(file.read_text("utf-8"))["plan"]["people"] == PLAN.people
