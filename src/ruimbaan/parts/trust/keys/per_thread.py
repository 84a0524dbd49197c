# SPDX-License-Identifier: EUPL-1.2
"""A connection for each thread of each process, closed when its thread ends."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar


class Closable(Protocol):
    def close(self) -> None: ...


ConnectionT = TypeVar("ConnectionT", bound=Closable)
_of_the_parent: list[object] = []
"""After a fork these are the parent's: never used, and never closed either."""


class PerThread(Generic[ConnectionT]):
    def __init__(self, opens: Callable[[], ConnectionT]) -> None:
        self._opens = opens
        self._local = threading.local()

    def get(self) -> ConnectionT:
        held: _Held[ConnectionT] | None = getattr(self._local, "held", None)
        if held is not None and held.process != os.getpid():
            _of_the_parent.append(held)
            held = None
        if held is None:
            held = self._local.held = _Held(self._opens())
        return held.connection

    def close(self) -> None:
        """Ends the connection of this thread; a next `get` opens one again."""
        self._local.__dict__.pop("held", None)


class _Held(Generic[ConnectionT]):
    def __init__(self, connection: ConnectionT) -> None:
        self.connection = connection
        self.process = os.getpid()
        # not in `__del__`: who sweeps a circle up may then have ended the connection before
        weakref.finalize(self, _close, connection, self.process).atexit = False


def _close(connection: Closable, process: int) -> None:
    if process == os.getpid():
        connection.close()
