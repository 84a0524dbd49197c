# SPDX-License-Identifier: EUPL-1.2
"""Writing to the access log: what is not on disk when `write` returns, is refused."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

from ruimbaan.core.trust.access_entries import Entry
from ruimbaan.parts.trust.log.background import Anchorer
from ruimbaan.parts.trust.log.errors import LogDown
from ruimbaan.parts.trust.log.writer import Writer

__all__ = ["LogDown", "close", "write"]

_starting = threading.Lock()
_writer: Writer | None = None
_anchorer: Anchorer | None = None
_left_to_parent: list[Writer] = []  # never used, and never taken apart: its connection is not ours


def write(entries: Sequence[Entry]) -> None:
    """Blocks until every one of these is on disk. Raises LogDown, and then nothing may be shown."""
    if entries:
        _the_writer().write(entries)


def close() -> None:
    """Writes what waits and ends the writer of this process; a next `write` begins another."""
    global _writer, _anchorer
    with _starting:
        if _writer is not None and _anchorer is not None:
            _writer.close()
            _anchorer.close()
        _writer = _anchorer = None


def _the_writer() -> Writer:
    global _writer, _anchorer
    with _starting:
        if _writer is None:
            _anchorer = Anchorer()
            _writer = Writer(after=_anchorer)
        return _writer


def _forget_after_fork() -> None:
    """A forked process has no thread of its parent, and must not touch its connection."""
    global _writer, _anchorer, _starting
    _starting = threading.Lock()
    if _writer is not None:
        _left_to_parent.append(_writer)
    _writer = _anchorer = None


os.register_at_fork(after_in_child=_forget_after_fork)
