# SPDX-License-Identifier: EUPL-1.2
"""Two who act on one handoff at the very same moment, on a database that lets them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connections, transaction
from django.utils import timezone

from ruimbaan.core.handoff.handoffs import Step, claim, move
from ruimbaan.core.handoff.states import By, Reason, State
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.trust.parties import Party, PartyKind
from ruimbaan.parts.accounts.models import Organisation
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.handoff.models import HandoffRecord, StepRecord
from ruimbaan.parts.handoff.own_moves import something_else
from ruimbaan.parts.handoff.records import Change, put
from ruimbaan.parts.handoff.services import Composed, Said, send
from ruimbaan.parts.trust.files.models import GrantRecord, Journey
from ruimbaan.parts.trust.log import services as access_log
from ruimbaan.parts.trust.services import begin
from tests.postgres.waiting import begun
from tests.trust.people import account

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 5


@pytest.fixture(autouse=True)
def the_log_closes() -> Iterator[None]:
    """PostgreSQL removes no database that somebody still has open."""
    yield
    access_log.close()


def asked() -> UUID:
    owner = account()
    journey = begin(owner.id, timezone.now())
    place = Organisation.objects.create(name=f"De Kade {uuid4().hex[:6]}")
    myself = Party(PartyKind.ACCOUNT, owner.id)
    to = Party(PartyKind.ORGANISATION, place.id)
    composed = Composed(uuid4(), Said("woning"), to, myself, myself)
    return send(actor_for(owner.id), journey, composed, timezone.now()).id


def at_once(*acts: Callable[[], object]) -> list[bool]:
    """Whether each of these, begun at the same moment, was done."""
    start = Barrier(len(acts))

    def run(act: Callable[[], object]) -> bool:
        start.wait()
        try:
            act()
        except DomainError:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def moving(step: Step) -> Change:
    return lambda one: move(one, step)


def claiming(receiver: UUID) -> Change:
    return lambda one: claim(one, receiver, timezone.now())


def test_of_a_yes_and_a_no_at_once_one_counts():
    for _ in range(TIMES):
        handoff, now = asked(), timezone.now()
        yes = Step(State.ACCEPTED, By.RECEIVER, now, day=timezone.localdate())
        no = Step(State.REJECTED, By.RECEIVER, now, Reason.HOURS)

        done = at_once(partial(put, handoff, moving(yes)), partial(put, handoff, moving(no)))

        assert sorted(done) == [False, True]
        row = HandoffRecord.objects.get(pk=handoff)
        assert row.number == StepRecord.objects.filter(handoff=handoff).count() == 3


def test_who_stops_it_while_an_answer_comes_holds_nothing_that_the_answer_still_needs():
    """Both end what is shown: in one order, or PostgreSQL would have to break one of them off."""
    handoff = asked()
    row = HandoffRecord.objects.get(pk=handoff)
    owner = Journey.objects.get(pk=row.journey_id).owner_id
    assert owner is not None
    stop = partial(something_else, actor_for(owner), row, timezone.now())

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            HandoffRecord.objects.select_for_update().get(pk=handoff)  # as an answer does first
            stopping = begun(pool, stop)
            assert not stopping.done()
            shown = GrantRecord.objects.filter(journey=row.journey_id, revoked=None)
            assert list(shown.select_for_update(nowait=True)) != []
        assert stopping.result().state is State.CANCELLED_BY_PERSON


def test_of_many_who_claim_at_once_one_gets_it():
    for _ in range(TIMES):
        handoff = asked()
        HandoffRecord.objects.filter(pk=handoff).update(receiver=None, receiver_kind="")
        claimers = [uuid4() for _ in range(4)]

        done = at_once(*(partial(put, handoff, claiming(one)) for one in claimers))

        assert sum(done) == 1
        assert HandoffRecord.objects.get(pk=handoff).receiver == claimers[done.index(True)]


def test_sending_the_same_form_at_once_is_one_handoff():
    owner = account()
    journey = begin(owner.id, timezone.now())
    place = Organisation.objects.create(name="De Kade")
    myself = Party(PartyKind.ACCOUNT, owner.id)
    to = Party(PartyKind.ORGANISATION, place.id)
    composed = Composed(uuid4(), Said("woning"), to, myself, myself)
    actor = actor_for(owner.id)

    at_once(*(lambda: send(actor, journey, composed, timezone.now()) for _ in range(3)))

    assert HandoffRecord.objects.filter(journey=journey).count() == 1
