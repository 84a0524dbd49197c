# SPDX-License-Identifier: EUPL-1.2
"""Group commit: a request waits until its rows are on disk, and all requests that wait at the same
moment share one write.

Each process has one writer, a thread with a connection and a chain of its own. When a write fails,
every request in that batch hears it, and the next batch begins a new chain on a new connection: of
a write that broke off nobody knows whether it arrived.
"""

from __future__ import annotations

import logging
import queue
import threading
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass, field

from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.core.trust.chain import Row, chained, start
from ruimbaan.core.trust.verifying import columns
from ruimbaan.integrations.database_faults import kind_of
from ruimbaan.parts.trust.log.connecting import own_connection
from ruimbaan.parts.trust.log.errors import LogDown
from ruimbaan.parts.trust.log.rows import add

log = logging.getLogger(__name__)
MOST_AT_ONCE = 500  # rows in one statement, or those of one request when they are more
LONGEST = 10.0  # seconds that a request waits


@dataclass(slots=True)
class _Waiting:
    entries: Sequence[Entry]
    written: Future[None] = field(default_factory=Future)


class Writer:
    """`after` is called after each batch that was written, in the writer's thread."""

    def __init__(self, after: Callable[[], None] = lambda: None) -> None:
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._after = after
        self._connection: BaseDatabaseWrapper | None = None
        self._chain, self._seq, self._head = _new_chain()
        self.batches = 0
        self._thread = threading.Thread(target=self._run, name="access-log", daemon=True)
        self._thread.start()

    def write(self, entries: Sequence[Entry]) -> None:
        """Returns when the rows are on disk. Raises LogDown."""
        waiting = _Waiting(entries)
        self._queue.put(waiting)
        try:
            waiting.written.result(LONGEST)
        except TooLong:
            raise LogDown from None

    def close(self) -> None:
        """Writes what waits, and ends."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        going = True
        while going:
            batch, going = self._next_batch()
            if batch:
                self._write_batch(batch)
        self._drop_connection()

    def _next_batch(self) -> tuple[list[_Waiting], bool]:
        """Waits for one request, and takes along whoever stands behind it."""
        batch: list[_Waiting] = []
        count = 0
        found = self._queue.get()
        while found is not None:
            batch.append(found)
            count += len(found.entries)
            if count >= MOST_AT_ONCE:
                return batch, True
            try:
                found = self._queue.get_nowait()
            except queue.Empty:
                return batch, True
        return batch, False

    def _write_batch(self, batch: list[_Waiting]) -> None:
        try:
            self._write_rows([entry for waiting in batch for entry in waiting.entries])
        except Exception as error:  # whatever it is, nobody may wait for ever or be shown a page
            log.error("The access log cannot be written: %s", kind_of(error))
            self._drop_connection()
            self._chain, self._seq, self._head = _new_chain()
            for waiting in batch:
                waiting.written.set_exception(LogDown())
            return
        for waiting in batch:
            waiting.written.set_result(None)
        self.batches += 1
        self._after()

    def _write_rows(self, entries: list[Entry]) -> None:
        if self._connection is None:
            self._connection = own_connection()
        bodies = [entry.body() for entry in entries]
        digests = chained(self._head, bodies)
        rows = [
            Row(self._chain, self._seq + place, *columns(entry), body, digest)
            for place, (entry, body, digest) in enumerate(
                zip(entries, bodies, digests, strict=True), start=1
            )
        ]
        add(self._connection, rows)
        self._seq += len(rows)
        self._head = digests[-1]

    def _drop_connection(self) -> None:
        if self._connection is not None:
            try:
                self._connection.close()
            except DatabaseError as error:
                log.warning("A broken connection did not close: %s", type(error).__name__)
        self._connection = None


def _new_chain() -> tuple[str, int, str]:
    """Its name, how many rows it has and the digest of the last."""
    name = uuid.uuid4().hex
    return name, 0, start(name)
