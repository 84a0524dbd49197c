# SPDX-License-Identifier: EUPL-1.2
"""One store and one wrapper together: the keys of owners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from ruimbaan.parts.trust.keys import memory, sealing
from ruimbaan.parts.trust.keys.errors import KeyGone
from ruimbaan.parts.trust.keys.store import KeyStore
from ruimbaan.parts.trust.keys.wrapping import Wrapper

AT_A_TIME = 200  # owners


@dataclass(frozen=True, slots=True)
class Status:
    """`waiting`: keys still wrapped with an older master key, by the name of that one."""

    current: str
    keys: int
    waiting: dict[str, int]
    destroyed: int


class Keyring:
    def __init__(self, store: KeyStore, wrapper: Wrapper) -> None:
        self.store = store
        self.wrapper = wrapper

    def new_key(self, owner: UUID) -> None:
        """Leaves the key of an owner who has one. Raises KeyGone when it was destroyed."""
        if self.store.find(owner) is not None:
            return
        self.store.add(owner, self.wrapper.wrap(owner, sealing.new_key()))
        if self.store.find(owner) is None:
            raise KeyGone

    def seal(self, owner: UUID, place: str, text: str) -> bytes:
        return sealing.seal(self._key(owner), owner, place, text.encode())

    def unseal(self, owner: UUID, place: str, sealed: bytes) -> str:
        return sealing.unseal(self._key(owner), owner, place, sealed).decode()

    def tags(self, owner: UUID, places: Iterable[str]) -> list[str]:
        key = self._key(owner)
        return [sealing.tag(key, owner, place) for place in places]

    def shred(self, owner: UUID) -> None:
        """Nothing of this owner can be read again, here or in any backup of the data."""
        memory.forget(owner)
        self.store.destroy(owner)

    def rewrap(self) -> Iterator[UUID]:
        """Wraps every key with the newest master key; gives each owner once that is on disk, so it
        may be broken off anywhere and begun again."""
        current, after = self.wrapper.current(), None
        while owners := self.store.list_not_under(current, after, AT_A_TIME):
            for owner in owners:
                if self._rewrap(owner):
                    yield owner
            after = owners[-1]

    def _rewrap(self, owner: UUID) -> bool:
        old = self.store.find(owner)
        if old is None:  # destroyed since it was listed
            return False
        new = self.wrapper.wrap(owner, self.wrapper.unwrap(owner, old))
        return self.store.replace(owner, old, new)

    def status(self) -> Status:
        current, counts = self.wrapper.current(), self.store.count_by_master()
        return Status(
            current=current,
            keys=sum(counts.values()),
            waiting={master: count for master, count in counts.items() if master != current},
            destroyed=len(self.store.list_destroyed()),
        )

    def still_living(self, owners: Iterable[UUID]) -> list[UUID]:
        return [owner for owner in owners if self.store.find(owner) is not None]

    def _key(self, owner: UUID) -> bytes:
        known = memory.recall(owner)
        if known is not None:
            return known
        wrapped = self.store.find(owner)
        if wrapped is None:
            raise KeyGone
        key = self.wrapper.unwrap(owner, wrapped)
        memory.remember(owner, key)
        return key
