# SPDX-License-Identifier: EUPL-1.2
"""Master keys: they wrap the data keys and are kept somewhere else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from ruimbaan.parts.trust.keys import sealing
from ruimbaan.parts.trust.keys.errors import MasterKeyUnknown, SealBroken

PLACE = "data key"
NAME_LENGTH = 16  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A data key as it is stored: `master` names the key that it was wrapped with."""

    master: str
    secret: bytes


class Wrapper(Protocol):
    def current(self) -> str:
        """The name of the master key that `wrap` uses now."""

    def wrap(self, owner: UUID, key: bytes) -> Wrapped: ...

    def unwrap(self, owner: UUID, wrapped: Wrapped) -> bytes:
        """Raises MasterKeyUnknown."""


class MasterKeys:
    """Master keys from a file or the environment, the newest first; old ones still unwrap."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._by_name: Mapping[str, bytes] = {name_of(key): key for key in keys}

    def current(self) -> str:
        for name in self._by_name:
            return name
        raise MasterKeyUnknown(master="RUIMBAAN_MASTER_KEY")

    def wrap(self, owner: UUID, key: bytes) -> Wrapped:
        name = self.current()
        return Wrapped(name, sealing.seal(self._by_name[name], owner, PLACE, key))

    def unwrap(self, owner: UUID, wrapped: Wrapped) -> bytes:
        master = self._by_name.get(wrapped.master)
        if master is None:
            raise MasterKeyUnknown(master=wrapped.master)
        try:
            return sealing.unseal(master, owner, PLACE, wrapped.secret)
        except SealBroken:
            raise MasterKeyUnknown(master=wrapped.master) from None


def name_of(master: bytes) -> str:
    """Tells two master keys apart and gives nothing of them away."""
    return hashlib.sha256(b"ruimbaan master key" + master).hexdigest()[:NAME_LENGTH]
