# SPDX-License-Identifier: EUPL-1.2
"""Connections, reminders and the order of the queue."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.core.directory.joining.connecting import connected, reached_through
from ruimbaan.core.directory.joining.queue import Item, Why, in_order, routes_through
from ruimbaan.core.directory.joining.reminders import (
    NOT_LATELY_AFTER,
    REMIND_AFTER,
    Freshness,
    Upkeep,
    freshness,
    reminder_is_due,
)
from ruimbaan.core.directory.records.profile import ServiceProfile, profile_of, written
from ruimbaan.core.directory.records.record import Json, Record

DAY = date(2026, 11, 23)


def service(code: str, **profile) -> Record:
    values = written(ServiceProfile("waalstad", code, **profile))
    return Record("service", f"uid-{code}", {"id": f"uid-{code}", "ruimbaan": values})


def test_a_loose_initiative_is_reached_through_whoever_sends_people():
    loose = service("i-1", planning={"label": "Tafel"}, wants_to_work_with=("W04", "W06"))
    gives: list[Json] = [{"fact": "ontmoeting", "while_receiving": True}]

    sender, receiver = (profile_of(one) for one in connected(service("W04"), loose, gives))

    assert receiver.planning["needs"] == [{"fact": "krijgt.W04"}]
    assert receiver.planning["gives"] == gives
    assert receiver.planning["is_support"] is True
    assert receiver.works_with == ("W04",)
    assert receiver.wants_to_work_with == ("W06",)
    assert sender.works_with == ("i-1",)


def test_a_second_sender_is_another_way_in():
    once = reached_through("W04", {"label": "Tafel"})

    twice = reached_through("W34", once)

    assert twice["needs"] == [{"any_of": [{"fact": "krijgt.W04"}, {"fact": "krijgt.W34"}]}]
    assert reached_through("W34", twice) == twice


def test_who_had_to_know_the_way_may_be_sent_and_other_needs_stay():
    planning: dict[str, Json] = {
        "gives": [{"fact": "sport"}],
        "needs": [{"fact": "detentie", "is": False}, {"fact": "kent-de-weg", "rule": "H10-W"}],
    }

    assert reached_through("W04", planning)["needs"] == [
        {"fact": "detentie", "is": False},
        {"any_of": [{"fact": "kent-de-weg", "rule": "H10-W"}, {"fact": "krijgt.W04"}]},
    ]


def test_where_one_could_come_in_already_no_need_is_added():
    planning: dict[str, Json] = {"gives": [{"fact": "sport"}], "needs": [{"fact": "verwijzing"}]}

    assert reached_through("W04", planning) == planning


def test_reminders_come_at_three_five_and_eight_months_and_then_no_more():
    due = [
        (DAY + timedelta(days=day), number)
        for number in range(5)
        for day in range(400)
        if reminder_is_due(Upkeep(DAY, number), DAY + timedelta(days=day))
    ]

    first = {number: min(day for day, n in due if n == number) for number in {n for _, n in due}}
    assert first == {number: DAY + after for number, after in enumerate(REMIND_AFTER)}


def test_reminders_grow_gentler():
    gaps = [b - a for a, b in zip((timedelta(0), *REMIND_AFTER), REMIND_AFTER, strict=False)]

    assert gaps[1:] == sorted(gaps[1:])
    assert REMIND_AFTER[-1] < NOT_LATELY_AFTER


def test_who_never_confirmed_gets_no_reminder():
    assert not reminder_is_due(Upkeep(None), DAY)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (0, Freshness.FRESH),
        (90, Freshness.FRESH),
        (91, Freshness.ASKED),
        (303, Freshness.ASKED),
        (304, Freshness.NOT_LATELY),
        (None, Freshness.NOT_LATELY),
    ],
)
def test_freshness(days, expected):
    verified = None if days is None else DAY - timedelta(days=days)

    assert freshness(verified, DAY) is expected


def test_a_service_counts_once_in_a_plan():
    assert routes_through([["W04", "W06", "W04"], ["W04"], []]) == {"W04": 2, "W06": 1}


items = st.builds(
    Item,
    why=st.sampled_from(Why),
    code=st.sampled_from(["W04", "W06", "i-1"]),
    name=st.just(""),
    since=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    note=st.sampled_from(["", "a"]),
    routes=st.integers(0, 3),
)


@given(st.lists(items), st.randoms())
def test_the_order_is_the_same_however_they_come_and_most_routes_are_first(found, shaken):
    mixed = list(found)
    shaken.shuffle(mixed)

    ordered = in_order(mixed)

    assert ordered == in_order(found)
    assert [item.routes for item in ordered] == sorted((i.routes for i in found), reverse=True)
    for one, other in pairwise(ordered):
        if one.routes == other.routes and one.why == other.why and one.since and other.since:
            assert one.since <= other.since
