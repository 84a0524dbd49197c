# SPDX-License-Identifier: EUPL-1.2
"""Nobody waits for a database that is known to be away; and it is noticed when it is there again."""

from __future__ import annotations

import socket
import time
from uuid import uuid4

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ruimbaan.integrations.postgresql_lines import (
    AGAIN_AFTER,
    LONGEST_TRY,
    Gate,
    connecting,
)
from ruimbaan.parts.trust.keys.errors import KeyStoreDown
from ruimbaan.parts.trust.keys.postgresql_store import PostgresqlKeyStore


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_everybody_may_come_in_as_long_as_nobody_was_sent_away(clock: Clock):
    gate = Gate(clock)

    assert [gate.opens() for _ in range(5)] == [True] * 5


def test_after_a_failure_one_tries_now_and_then_and_the_others_hear_at_once(clock: Clock):
    gate = Gate(clock)
    gate.found_nobody()
    at_once = gate.opens()
    clock.now += AGAIN_AFTER
    one, another = gate.opens(), gate.opens()
    clock.now += LONGEST_TRY
    in_place_of_who_never_came_back = gate.opens()

    assert (at_once, one, another, in_place_of_who_never_came_back) == (False, True, False, True)


def test_when_it_is_there_again_all_come_in(clock: Clock):
    gate = Gate(clock)
    gate.found_nobody()
    clock.now += AGAIN_AFTER
    gate.opens()
    gate.came_in()

    assert [gate.opens() for _ in range(5)] == [True] * 5


@given(st.lists(st.tuples(st.sampled_from("onc"), st.floats(0, 4)), max_size=40))
def test_it_is_never_shut_for_longer_than_a_try(steps: list[tuple[str, float]]):
    clock = Clock()
    gate = Gate(clock)
    for step, later in steps:
        clock.now += later
        {"o": gate.opens, "n": gate.found_nobody, "c": gate.came_in}[step]()

    clock.now += LONGEST_TRY
    assert gate.opens()


def test_a_fault_of_another_kind_shuts_nothing():
    place = uuid4()
    with pytest.raises(ValueError, match="other"), connecting(place):
        raise ValueError("other")

    with connecting(place):
        pass


def test_a_key_store_that_says_nothing_is_waited_for_once():
    """A server that takes a connection and then is silent: five seconds, and then no more."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]
        store = PostgresqlKeyStore(f"postgresql://a:b@127.0.0.1:{port}/c?connect_timeout=2")
        with pytest.raises(KeyStoreDown):
            store.find(uuid4())
        begun = time.perf_counter()
        for _ in range(50):
            with pytest.raises(KeyStoreDown):
                store.find(uuid4())

    assert time.perf_counter() - begun < AGAIN_AFTER


def test_who_is_sent_away_hears_it_from_psycopg():
    place = uuid4()
    for _ in range(2):
        with pytest.raises(psycopg.OperationalError), connecting(place):
            raise psycopg.OperationalError("nobody there")

    with pytest.raises(psycopg.OperationalError, match="away"), connecting(place):
        pytest.fail("nobody may try now")
