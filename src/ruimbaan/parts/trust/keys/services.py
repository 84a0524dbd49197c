# SPDX-License-Identifier: EUPL-1.2
"""What the other apps of trust do with keys. `owner` is a file's journey, or the account of whom
the text is. `place` is "table.column:rowid": a sealed text opens only where it was put."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from uuid import UUID

from django.conf import settings

from ruimbaan.parts.trust.keys.command import CommandWrapper
from ruimbaan.parts.trust.keys.keyring import Keyring
from ruimbaan.parts.trust.keys.store import open_store
from ruimbaan.parts.trust.keys.wrapping import MasterKeys


def new_key(owner: UUID) -> None:
    """On disk when this returns. Raises KeyGone when this owner's key was destroyed before."""
    keyring().new_key(owner)


def seal(owner: UUID, place: str, text: str) -> bytes:
    """Raises KeyGone when this owner has no key, KeyStoreDown when that cannot be known."""
    return keyring().seal(owner, place, text)


def unseal(owner: UUID, place: str, sealed: bytes) -> str:
    """Raises what `seal` raises, and SealBroken when it was changed or moved."""
    return keyring().unseal(owner, place, bytes(sealed))


def tags(owner: UUID, places: Iterable[str]) -> list[str]:
    """A name for each place, the same each time: for finding a row again that does not say whose it
    is. Raises what `seal` raises."""
    return keyring().tags(owner, places)


def shred(owner: UUID) -> None:
    """Destroys the key. Call it when the erasure itself was committed; again does no harm."""
    keyring().shred(owner)


def destroyed() -> frozenset[UUID]:
    """Whose key was destroyed on purpose: not the same as a key that is not found."""
    return frozenset(keyring().store.list_destroyed())


def rewrap() -> Iterator[UUID]:
    """Each owner whose key is now wrapped with the newest master key."""
    return keyring().rewrap()


def keyring() -> Keyring:
    return _keyring(settings.KEY_STORE, settings.MASTER_KEYS, settings.KEY_COMMAND)


@lru_cache(maxsize=4)
def _keyring(address: str, masters: tuple[bytes, ...], command: str) -> Keyring:
    wrapper = CommandWrapper(command) if command else MasterKeys(masters)
    return Keyring(open_store(address), wrapper)
