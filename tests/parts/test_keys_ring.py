# SPDX-License-Identifier: EUPL-1.2
"""Keys of owners: made once, destroyed for good, wrapped anew under a newer master key. On the
kind of database that these tests run on."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.signals import request_finished, request_started

from ruimbaan.parts.trust.keys.errors import KeyGone, KeyStoreDown, MasterKeyUnknown, SealBroken
from ruimbaan.parts.trust.keys.keyring import Keyring
from ruimbaan.parts.trust.keys.store import KeyStore
from ruimbaan.parts.trust.keys.wrapping import MasterKeys, Wrapped
from tests.parts.key_rings import NEW, OLD, empty_store, ring

PLACE = "journey_note.words:1"


@pytest.fixture
def store(tmp_path: Path):
    store = empty_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def owner(store: KeyStore) -> UUID:
    owner = uuid4()
    ring(store).new_key(owner)
    return owner


def test_sealed_words_come_back(store: KeyStore, owner: UUID):
    sealed = ring(store).seal(owner, PLACE, "Vandaag ging het. ❤")

    assert ring(store).unseal(owner, PLACE, sealed) == "Vandaag ging het. ❤"


def test_a_second_key_leaves_the_first(store: KeyStore, owner: UUID):
    sealed = ring(store).seal(owner, PLACE, "blijft leesbaar")

    ring(store).new_key(owner)

    assert ring(store).unseal(owner, PLACE, sealed) == "blijft leesbaar"


def test_many_at_once_make_one_key(store: KeyStore):
    owner, together = uuid4(), threading.Barrier(8)

    def make_and_seal(number: int) -> bytes:
        together.wait()
        ring(store).new_key(owner)
        return ring(store).seal(owner, PLACE, str(number))

    with ThreadPoolExecutor(8) as pool:
        sealed = list(pool.map(make_and_seal, range(8)))

    assert [ring(store).unseal(owner, PLACE, one) for one in sealed] == list("01234567")
    assert sum(store.count_by_master().values()) == 1


def test_somebody_without_a_key(store: KeyStore):
    with pytest.raises(KeyGone):
        ring(store).seal(uuid4(), PLACE, "woorden")


def test_destroyed_is_unreadable_and_stays_so(store: KeyStore, owner: UUID):
    sealed = ring(store).seal(owner, PLACE, "woorden")

    ring(store).shred(owner)
    ring(store).shred(owner)

    with pytest.raises(KeyGone):
        ring(store).unseal(owner, PLACE, sealed)
    with pytest.raises(KeyGone):
        ring(store).new_key(owner)
    assert list(store.list_destroyed()) == [owner]


def test_who_never_had_a_key_can_be_put_on_the_list_of_erasures(store: KeyStore):
    owner = uuid4()

    ring(store).shred(owner)

    with pytest.raises(KeyGone):
        ring(store).new_key(owner)


def test_a_wrapped_key_does_not_open_for_another_owner(store: KeyStore, owner: UUID):
    wrapped, other = store.find(owner), uuid4()
    assert wrapped is not None
    store.add(other, wrapped)

    with pytest.raises(MasterKeyUnknown):
        ring(store).seal(other, PLACE, "woorden")


def rotated(store: KeyStore) -> tuple[Keyring, list[UUID], list[bytes]]:
    """Three keys under the old master key; what they sealed; and a ring that has the new one."""
    old, owners = ring(store, OLD), sorted((uuid4() for _ in range(3)), key=str)
    for owner in owners:
        old.new_key(owner)
    return ring(store, NEW, OLD), owners, [old.seal(one, PLACE, str(one)) for one in owners]


def test_rotating_touches_each_key_once_and_no_sealed_text(store: KeyStore):
    both, owners, sealed = rotated(store)
    before = both.status()

    done = list(both.rewrap())

    assert sum(before.waiting.values()) == 3
    assert sorted(done, key=str) == owners
    assert both.status().waiting == {}
    assert list(both.rewrap()) == []
    only_new = ring(store, NEW)
    assert [only_new.unseal(*pair) for pair in places(owners, sealed)] == [*map(str, owners)]


def places(owners: list[UUID], sealed: list[bytes]) -> list[tuple[UUID, str, bytes]]:
    return [(owner, PLACE, one) for owner, one in zip(owners, sealed, strict=True)]


def test_rotating_broken_off_half_way_loses_nothing(store: KeyStore):
    both, owners, sealed = rotated(store)
    next(both.rewrap())

    half = both.status()

    assert (half.keys, sum(half.waiting.values())) == (3, 2)
    assert [both.unseal(*pair) for pair in places(owners, sealed)] == [*map(str, owners)]


def test_destroyed_while_rotating_stays_destroyed(store: KeyStore, owner: UUID):
    old = store.find(owner)
    assert old is not None
    store.destroy(owner)

    assert not store.replace(owner, old, Wrapped("new", b"secret"))
    assert store.find(owner) is None


def test_without_the_old_master_key_nothing_is_lost_and_nothing_opens(store: KeyStore):
    _, owners, sealed = rotated(store)

    with pytest.raises(MasterKeyUnknown):
        ring(store, NEW).unseal(owners[0], PLACE, sealed[0])

    assert ring(store, OLD).unseal(owners[0], PLACE, sealed[0]) == str(owners[0])


def test_without_any_master_key_nothing_is_made(store: KeyStore):
    with pytest.raises(KeyStoreDown):
        Keyring(store, MasterKeys([])).new_key(uuid4())

    assert store.count_by_master() == {}


def test_a_key_is_remembered_for_one_request_only(store: KeyStore, owner: UUID):
    keyring = ring(store)
    sealed = keyring.seal(owner, PLACE, "woorden")
    request_started.send(sender=None)
    keyring.unseal(owner, PLACE, sealed)
    store.destroy(owner)  # by another process

    assert keyring.unseal(owner, PLACE, sealed) == "woorden"
    request_finished.send(sender=None)
    with pytest.raises(KeyGone):
        keyring.unseal(owner, PLACE, sealed)
    request_started.send(sender=None)
    with pytest.raises(KeyGone):
        keyring.unseal(owner, PLACE, sealed)
    request_finished.send(sender=None)


def test_destroying_in_a_request_counts_in_that_request(store: KeyStore, owner: UUID):
    keyring = ring(store)
    request_started.send(sender=None)
    sealed = keyring.seal(owner, PLACE, "woorden")

    keyring.shred(owner)

    with pytest.raises(KeyGone):
        keyring.unseal(owner, PLACE, sealed)
    request_finished.send(sender=None)


def seal_in_child(store: KeyStore, owner: UUID, answers: object) -> None:
    answers.put(ring(store).seal(owner, PLACE, "uit een kind"))  # type: ignore[attr-defined]
    store.close()


def test_a_forked_process_opens_its_own_connection(store: KeyStore, owner: UUID):
    context = get_context("fork")
    answers = context.Queue()
    child = context.Process(target=seal_in_child, args=(store, owner, answers))
    child.start()
    sealed = answers.get(timeout=20)
    child.join(20)

    assert child.exitcode == 0
    assert ring(store).unseal(owner, PLACE, sealed) == "uit een kind"


def test_a_changed_byte_in_the_data_is_an_incident(store: KeyStore, owner: UUID):
    sealed = bytearray(ring(store).seal(owner, PLACE, "woorden"))
    sealed[-1] ^= 1

    with pytest.raises(SealBroken):
        ring(store).unseal(owner, PLACE, bytes(sealed))
