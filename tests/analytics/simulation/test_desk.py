# SPDX-License-Identifier: EUPL-1.2
"""One line: in order, like a slow twin, never longer for more places, and as theory says."""

from __future__ import annotations

from functools import partial
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simpy import Environment

from ruimbaan.analytics.simulation.desk import Desk
from tests.long.queue_theory import LINES, one_run

People = list[tuple[int, int]]  # on which day each asks, and for how many days
CROWDS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 15)), min_size=1, max_size=40)


def waits(people: People, places: int) -> list[float]:
    """Of each in the order of asking, how many days until it began."""
    env = Environment()
    desk = Desk(env, places)
    found: list[float] = []

    def turn(asked: float, length: int) -> float:
        found.append(env.now - asked)
        return length

    def come(length: int, _event: object) -> None:
        desk.ask(partial(turn, env.now, length))

    for day, length in sorted(people):
        env.timeout(day).callbacks.append(partial(come, length))
    env.run()
    return found


def waits_in_the_twin(people: People, places: int) -> list[int]:
    """Of each place the day on which it is free; whoever asks takes the one that is free first."""
    free = [0] * places
    found = []
    for day, length in sorted(people):
        place = min(range(places), key=free.__getitem__)
        start = max(day, free[place])
        free[place] = start + length
        found.append(start - day)
    return found


@given(CROWDS, st.integers(1, 4))
def test_a_line_is_as_long_as_in_the_twin(people: People, places: int):
    assert waits(people, places) == waits_in_the_twin(people, places)


@given(CROWDS, st.integers(1, 4), st.integers(1, 3))
def test_nobody_waits_longer_when_places_are_added(people: People, places: int, more: int):
    """Of one line, with the same people on the same days, this holds for each of them."""
    pairs = zip(waits(people, places), waits(people, places + more), strict=True)

    assert all(new <= old for old, new in pairs)


def test_who_is_passed_over_keeps_the_turn():
    env = Environment()
    desk = Desk(env, 1)
    began: list[str] = []
    ready = False

    def fussy() -> float | None:
        if not ready:
            return None
        began.append("fussy")
        return 5

    def other(name: str) -> float:
        began.append(name)
        return 5

    number = desk.ask(fussy)
    desk.ask(partial(other, "second"))
    desk.ask(partial(other, "third"))
    ready = True
    desk.come_back(number, fussy)
    env.run()

    assert began == ["second", "fussy", "third"]


def test_places_that_are_taken_come_free_and_places_can_be_added():
    env = Environment()
    desk = Desk(env, 2)
    began: list[float] = []

    def turn() -> float:
        began.append(env.now)
        return 100

    desk.fill([3, 8])
    for _ in range(3):
        desk.ask(turn)
    env.timeout(5).callbacks.append(lambda _event: desk.add(1))
    env.run()

    assert began == [3, 5, 8]


def test_the_mean_is_that_of_theory():
    """A slice of `python -m tests.long.queue_theory`."""
    inside = 0
    for number, line in enumerate(LINES):
        found = [one_run(number, run, customers=1000, run_in=500) for run in range(4)]
        inside += sum(held for _, held in found)

        assert fmean(mean for mean, _ in found) == pytest.approx(line.theory, rel=0.1), line.name
    assert inside >= 21  # of 24 intervals of 95 %
