# SPDX-License-Identifier: EUPL-1.2
"""Lines to PostgreSQL: how soon it is noticed that one went dead, and that nobody waits for a database
that is known to be away.

A cable that is cut says nothing: the operating system goes on trying for a quarter of an hour, and
everybody who asks for a page would wait as long. And where each page finds out for itself, a few seconds
at a time, a crowd fills all threads: somebody then waits for minutes to hear "not now".
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager

# libpq knows these names; an address of a database may say other values behind its question mark.
NOTICED: Mapping[str, str] = {
    "connect_timeout": "5",  # seconds
    "tcp_user_timeout": "10000",  # milliseconds that what was sent may stay without an answer
    "keepalives_idle": "5",  # seconds of silence before it is asked whether anybody is there
    "keepalives_interval": "2",  # seconds
    "keepalives_count": "3",
}
AGAIN_AFTER = 2.0  # seconds between two tries of a database that is away
LONGEST_TRY = 6.0  # seconds: a little more than connecting may take


class Gate:
    """Shut after somebody found nobody there; then one at a time may try, every two seconds. `clock`
    gives seconds, and never goes back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._one_by_one = clock, threading.Lock()
        self._away, self._shut_until = False, 0.0

    def opens(self) -> bool:
        with self._one_by_one:
            now = self._clock()
            if self._away and now < self._shut_until:
                return False
            self._shut_until = now + LONGEST_TRY  # who tries now, tries for the others too
            return True

    def found_nobody(self) -> None:
        with self._one_by_one:
            self._away, self._shut_until = True, self._clock() + AGAIN_AFTER

    def came_in(self) -> None:
        with self._one_by_one:
            self._away = False


_gates: dict[Hashable, Gate] = {}
_making = threading.Lock()


@contextmanager
def connecting(address: Hashable) -> Iterator[None]:
    """Around every new connection of this process to this address. Raises psycopg's OperationalError at
    once while it is known that nobody is there."""
    from psycopg import OperationalError

    with _making:
        gate = _gates.setdefault(address, Gate())
    if not gate.opens():
        raise OperationalError("The database is away; it is tried again in a moment.")
    try:
        yield
    except OperationalError:
        gate.found_nobody()
        raise
    gate.came_in()
