# SPDX-License-Identifier: EUPL-1.2
"""A route planned again keeps what was done and the place of the person, and says what is different;
a pause or a hard time touches nothing of it; as a file it comes back as it went."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.journey import kept_route_moments_file
from ruimbaan.core.journey.kept_route import Event, EventKind, StepKind
from ruimbaan.core.journey.kept_route_again import Change, again, differences
from ruimbaan.core.journey.kept_route_file import NewerRoute, NotARoute, from_text, to_data, to_text
from ruimbaan.core.journey.kept_route_moments import (
    Moment,
    MomentKind,
    NoMoment,
    PrivateSide,
    begin,
    end,
    without,
)
from ruimbaan.core.journey.kept_route_progress import after, progress_of
from ruimbaan.core.journey.own_words import WordsTooLong
from tests.core.kept_routes import BEGIN, days, goal, lived, route, routes, step, words

OLD = step("begeleiding", wait=42)


def on(number: int) -> Any:
    return BEGIN + timedelta(days=number)


@given(lived(), routes("new"))
def test_everything_that_was_touched_stays_as_it_was(before: Any, new: Any):
    old, _ = before
    merged = again(old, new)
    after_ids = {one.id: one for one in merged.steps}

    for one in old.steps:
        progress = progress_of(old, one)
        if one.kind is StepKind.OWN or progress.is_touched:
            assert replace(after_ids[one.id], goals=()) == replace(one, goals=())
            assert progress_of(merged, after_ids[one.id]) == progress
    assert {event for event in old.events if event.step in after_ids} == set(merged.events)


@given(lived(), routes("new"))
def test_what_a_step_that_goes_on_takes_away_is_not_forgotten(before: Any, new: Any):
    old, _ = before
    merged = again(old, new)
    at_risk = {risk.step for risk in merged.at_risk}

    for risk in old.at_risk:
        if progress_of(old, old.step(risk.step)).is_touched:
            assert risk.step in at_risk
    assert at_risk <= {one.id for one in merged.steps}


@given(lived(), routes("new"))
def test_what_was_merged_can_be_kept(before: Any, new: Any):
    merged = again(before[0], new)

    assert from_text(to_text(merged)) == merged


@given(lived())
def test_the_same_plan_again_is_no_difference(before: Any):
    old, today = before
    same = replace(
        old,
        goals=tuple(replace(one, id=uuid4()) for one in old.goals),
        steps=(),
        events=(),
        at_risk=(),
    )
    ids = dict(zip([one.id for one in old.goals], [one.id for one in same.goals], strict=True))
    fresh = [one for one in old.steps if one.kind is StepKind.SERVICE]
    fresh = [one for one in fresh if not progress_of(old, one).is_over]
    same = replace(
        same,
        steps=tuple(
            replace(one, id=uuid4(), goals=tuple(ids[name] for name in one.goals)) for one in fresh
        ),
    )
    services = [one.service for one in fresh]
    if len(set(services)) == len(services):
        moved = {one.id for one in old.steps if progress_of(old, one).moved}
        found = differences(old, again(old, same), today)
        assert not found or moved


def test_what_is_different_is_said_of_wishes_first():
    before = route(OLD, goals=(goal("werk", 42),))
    later = replace(OLD, id=uuid4(), apply=on(14), start=on(56))
    new = again(before, route(later, step("detox"), goals=(goal("werk", 56),)))

    found = differences(before, new, on(0))

    assert [(one.change, one.is_wish, one.days) for one in found] == [
        (Change.LATER, True, 14),
        (Change.NEW, False, 0),
        (Change.LATER, False, 14),
    ]


def test_a_wish_that_is_no_longer_reached_is_said():
    before, new = route(goals=(goal("werk", 42),)), route(goals=(goal("werk", None),))

    (one,) = differences(before, again(before, new), on(0))

    assert (one.change, one.is_wish) == (Change.GONE, True)


def test_what_was_asked_is_not_asked_a_second_time():
    asked = after(route(OLD), Event(EventKind.ASKED, OLD.id, on(0)), on(0))
    twin = replace(OLD, id=uuid4(), apply=on(9), start=on(51))

    (kept,) = again(asked, route(twin)).steps

    assert kept == OLD


def test_what_did_not_work_out_can_be_planned_a_second_time():
    stopped = after(route(OLD), Event(EventKind.CANNOT, OLD.id, on(0)), on(0))
    twin = replace(OLD, id=uuid4(), apply=on(90), start=on(132), end=on(192))

    assert [one.id for one in again(stopped, route(twin)).steps] == [OLD.id, twin.id]


@given(lived())
def test_a_route_comes_back_from_its_file_as_it_went(before: Any):
    assert from_text(to_text(before[0])) == before[0]


NOT_ONE = {
    "nothing": "",
    "a list": "[]",
    "another format": '{"format": "x"}',
    "too deep": "[" * 100_000,
    "too long": " " * 300_000,
    "twins": '{"format": "ruimbaan-route", "format": "ruimbaan-route"}',
}


@pytest.mark.parametrize("text", NOT_ONE.values(), ids=NOT_ONE)
def test_what_is_no_route_is_refused(text: str):
    with pytest.raises(NotARoute):
        from_text(text)


def spoilt(**changes: Any) -> str:
    return json.dumps(to_data(route(OLD, goals=(goal(),))) | changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 0},
        {"version": "1"},
        {"version": True},
        {"region": None},
        {"planned": "morgen"},
        {"steps": {}},
        {"steps": [{}]},
        {"steps": [1]},
        {"events": [{"kind": "done", "step": str(uuid4()), "on": "2026-11-23", "day": None}]},
        {"flexed": ["\ud800"]},
        {"flexed": ["x" * 3000]},
        {"flexed": ["x"] * 501},
    ],
)
def test_a_route_that_was_changed_by_hand_is_refused(changes: dict[str, Any]):
    with pytest.raises(NotARoute):
        from_text(spoilt(**changes))


def test_a_route_of_a_newer_version_is_refused_by_name():
    with pytest.raises(NewerRoute):
        from_text(spoilt(version=3))


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda raw: raw.decode("latin-1")))
def test_any_text_is_a_route_or_refused(text: str):
    with pytest.raises(NotARoute):
        from_text(text)


moments = st.builds(
    Moment,
    id=st.uuids(),
    kind=st.sampled_from(MomentKind),
    since=days,
    until=st.none(),
    words=words,
)


@given(st.lists(moments, max_size=6, unique_by=lambda one: one.id))
def test_at_most_one_moment_goes_on_and_none_is_lost(made: list[Moment]):
    side = PrivateSide()
    for one in made:
        side = begin(side, one)

    assert [one.id for one in side.moments] == [one.id for one in made]
    assert side.running is None or side.running.id == made[-1].id
    assert sum(one.until is None for one in side.moments) == min(len(made), 1)
    assert begin(side, made[-1]) == side if made else side == PrivateSide()
    assert kept_route_moments_file.from_text(kept_route_moments_file.to_text(side)) == side


def test_going_on_ends_it_and_forgetting_takes_it_away():
    moment = Moment(uuid4(), MomentKind.HARD, on(84), words="Twee dagen.")
    ended = end(begin(PrivateSide(), moment), on(86))

    assert ended.running is None
    assert ended.moments[0].until == on(86)
    assert without(ended, moment.id).moments == ()
    with pytest.raises(NoMoment):
        end(ended, on(87))


def test_words_that_are_too_long_are_said_to_be():
    with pytest.raises(WordsTooLong):
        begin(PrivateSide(), Moment(uuid4(), MomentKind.PAUSE, on(0), words="x" * 4001))
