# SPDX-License-Identifier: EUPL-1.2
"""Answers, requests and notes at the very same moment, on a database that lets them: one answer counts,
and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from threading import Barrier
from typing import TypeVar
from uuid import UUID, uuid4

import pytest
from django.db import connections
from django.utils import timezone

from ruimbaan.core.discretion.asking import State
from ruimbaan.core.discretion.noting import Note
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.parts.discretion.asking import answering, records
from ruimbaan.parts.discretion.asking.records import Found
from ruimbaan.parts.discretion.asking.wanting import Wanted, ask_as_person
from ruimbaan.parts.discretion.noting import book
from ruimbaan.parts.outbox.models import Letter
from ruimbaan.parts.trust.log import services as access_log
from ruimbaan.parts.trust.services import begin
from tests.trust.people import account

pytestmark = pytest.mark.django_db(transaction=True)
T = TypeVar("T")
TIMES = 3


@pytest.fixture(autouse=True)
def the_log_closes() -> Iterator[None]:
    yield
    access_log.close()


def wanted(form: UUID | None = None) -> Wanted:
    later = timezone.localdate() + timedelta(days=9)
    return Wanted(form or uuid4(), "Wat", "Waarom", later, later, "a@example.org")


def at_once(*acts: Callable[[], T]) -> list[T | None]:
    """What each of these gave, begun at the same moment; None for who was too late."""
    start = Barrier(len(acts))

    def run(act: Callable[[], T]) -> T | None:
        start.wait()
        try:
            return act()
        except DomainError:
            return None
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def asked() -> tuple[UUID, Found]:
    owner = account()
    journey = begin(owner.id, timezone.now())
    found = records.find(ask_as_person(owner.id, journey, wanted(), timezone.now()))
    assert found is not None
    return journey, found


def test_of_a_yes_and_a_no_at_once_one_counts():
    for _ in range(TIMES):
        journey, found = asked()
        token, now = found.kept.token, timezone.now()

        given = at_once(
            partial(answering.answer, token, State.YES, "", uuid4(), now),
            partial(answering.answer, token, State.NO, "", uuid4(), now),
        )

        (after,) = records.about(journey)
        assert [one.kept.request.state for one in given if one] == [after.kept.request.state]


def test_the_same_tap_twice_at_once_is_one_answer_and_one_letter():
    for _ in range(TIMES):
        journey, found = asked()
        token, form, now = found.kept.token, uuid4(), timezone.now()

        tap = partial(answering.answer, token, State.YES, "", form, now)
        given = at_once(tap, tap, tap)

        assert all(one is not None for one in given)
        (after,) = records.about(journey)
        assert after.kept.request.state is State.YES
        assert Letter.objects.filter(key=f"question:{found.id}:kept:0").count() == 1
        assert Letter.objects.filter(key__contains=str(found.id)).count() == 2


def test_many_requests_at_once_are_all_there():
    owner = account()
    journey = begin(owner.id, timezone.now())
    now = timezone.now()

    at_once(*(lambda: ask_as_person(owner.id, journey, wanted(), now) for _ in range(4)))

    assert len(records.about(journey)) == 4


def test_the_same_form_at_once_asks_once():
    owner = account()
    journey = begin(owner.id, timezone.now())
    once, now = wanted(), timezone.now()

    at_once(*(lambda: ask_as_person(owner.id, journey, once, now) for _ in range(3)))

    assert len(records.about(journey)) == 1


def test_notes_of_several_windows_at_once_are_all_there():
    owner, today = account(), timezone.localdate()

    at_once(*(lambda: book.add(owner.id, Note(uuid4(), today, "x")) for _ in range(4)))

    assert len(book.read(owner.id)) == 4
