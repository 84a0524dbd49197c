# SPDX-License-Identifier: EUPL-1.2
"""A file is erased while somebody writes in it, on a database that lets them: nothing is left of it,
whoever was first."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from ruimbaan.core.trust.deciding import Action
from ruimbaan.core.trust.file_parts import Part
from ruimbaan.core.trust.parties import Actor, Party, PartyKind
from ruimbaan.core.trust.purposes import Purpose
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.accounts.queries import actor_for
from ruimbaan.parts.journey.models import Wish
from ruimbaan.parts.trust.files.erasing import erase
from ruimbaan.parts.trust.files.models import Acquaintance, GrantRecord, Journey
from ruimbaan.parts.trust.files.row_context import row_context
from ruimbaan.parts.trust.log import services as access_log
from ruimbaan.parts.trust.log.connecting import own_connection
from ruimbaan.parts.trust.log.tables import LOG
from ruimbaan.parts.trust.rights.closing import close_everything
from ruimbaan.parts.trust.services import Refused, Wanted, give, open_file
from ruimbaan.parts.trust.walls import LOOKING, Opening
from tests.parts.own_files import person
from tests.postgres.waiting import begun
from tests.trust.people import account, file_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def the_log_closes() -> Iterator[None]:
    """PostgreSQL removes no database that somebody still has open."""
    yield
    access_log.close()


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as one:
        yield one


@pytest.fixture
def owner() -> Account:
    return account()


@pytest.fixture
def journey(owner: Account) -> Journey:
    return file_of(owner)


def erase_now(journey: UUID) -> None:
    opening = Opening(journey, frozenset(Part), Action.ERASE)
    with row_context(opening):
        erase(opening, timezone.now())


def wishes(journey: UUID) -> int:
    looking = Opening(journey, frozenset({Part.WISHES}), next(iter(LOOKING)))
    with row_context(looking):
        return Wish.objects.within(looking).count()


def write_a_wish(opening: Opening) -> None:
    now = timezone.now()
    Wish.objects.within(opening).create(sealed=b"sealed", written=now, changed=now)


def close(actor: Actor) -> None:
    close_everything(actor, timezone.now())


def test_a_file_that_goes_between_the_decision_and_the_writing_gets_nothing(
    pool: ThreadPoolExecutor,
):
    """The decision is taken and waits for the log; the page answers as one that is not there."""
    sterre = person()
    wish = {"form": str(uuid4()), "words": "Een geheim"}
    holding = own_connection()
    holding.set_autocommit(False)
    try:
        with holding.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {LOG} IN EXCLUSIVE MODE")
        answer = begun(pool, lambda: sterre.client.post("/mijn/wensen/nieuw", wish))
        assert not answer.done()
        erase_now(sterre.journey)
    finally:
        holding.rollback()
        holding.close()

    assert answer.result().status_code == 404
    assert wishes(sterre.journey) == 0


def test_who_erases_waits_for_who_writes(
    pool: ThreadPoolExecutor, owner: Account, journey: Journey
):
    actor, parts = actor_for(owner.id), frozenset({Part.WISHES})
    with open_file(actor, journey.id, parts, action=Action.CHANGE, now=timezone.now()) as opening:
        write_a_wish(opening)
        erasing = begun(pool, lambda: erase_now(journey.id))
        assert not erasing.done()
    erasing.result()

    assert wishes(journey.id) == 0
    assert Journey.objects.get(pk=journey.id).erased is not None


def test_who_closes_the_account_waits_for_who_gives(
    pool: ThreadPoolExecutor, owner: Account, journey: Journey
):
    """And nobody waits for who waits: the gift points at the account that is closed."""
    actor, now = actor_for(owner.id), timezone.now()
    other = Party(PartyKind.ACCOUNT, account().id)
    Acquaintance.objects.create(journey=journey, party_kind=other.kind, party=other.id, since=now)
    wanted = Wanted(uuid4(), Part.WISHES, other, Purpose.SUPPORT, now + timedelta(days=9))
    with open_file(
        actor, journey.id, frozenset({Part.WISHES}), action=Action.SHARE, now=now
    ) as opening:
        closing = begun(pool, lambda: close(actor))
        assert not closing.done()
        Account.objects.filter(pk=owner.id).update(called="Nog even")
        give(opening, [wanted], now)
    closing.result()

    assert not GrantRecord.objects.filter(journey=journey, revoked=None).exists()
    assert not Account.objects.get(pk=owner.id).is_active


def test_closing_twice_at_once_is_closing_once(
    pool: ThreadPoolExecutor, owner: Account, journey: Journey
):
    actor = actor_for(owner.id)
    opening = Opening(journey.id, frozenset(Part), Action.ERASE)
    with row_context(opening):
        again: Future[None] = begun(pool, lambda: close(actor))
        assert not again.done()
        erase(opening, timezone.now())
    again.result()

    assert not Account.objects.get(pk=owner.id).is_active


def test_who_looks_waits_for_nobody(pool: ThreadPoolExecutor, owner: Account, journey: Journey):
    actor, parts = actor_for(owner.id), frozenset({Part.WISHES})

    def look() -> int:
        with open_file(actor, journey.id, parts, now=timezone.now()) as opening:
            return Wish.objects.within(opening).count()

    with open_file(actor, journey.id, parts, action=Action.CHANGE, now=timezone.now()) as opening:
        write_a_wish(opening)
        assert begun(pool, look).result(0) == 0


def test_what_is_gone_is_refused(owner: Account, journey: Journey):
    erase_now(journey.id)

    with pytest.raises(Refused):
        erase_now(journey.id)
