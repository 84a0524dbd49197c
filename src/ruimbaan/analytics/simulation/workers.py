# SPDX-License-Identifier: EUPL-1.2
"""The same work for many pieces, in this process or spread over more. What comes out does not depend
on how many there are; only the order in which it comes does."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context, parent_process, resource_tracker
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

Question = TypeVar("Question")
Piece = TypeVar("Piece")
Found = TypeVar("Found")
_kept: dict[str, Any] = {}


def spread(
    work: Callable[[Question, Piece], Found],
    question: Question,
    pieces: Sequence[Piece],
    processes: int,
) -> Iterator[tuple[int, Found]]:
    """The number of each piece with what came of it. `question` goes to each process once."""
    if processes == 1 or len(pieces) <= 1:
        for number, piece in enumerate(pieces):
            yield number, work(question, piece)
        return
    pool = ProcessPoolExecutor(
        min(processes, len(pieces)), get_context("spawn"), _begin, (work, question)
    )
    try:
        with _deaf_to_the_keyboard():
            asked = {pool.submit(_work, piece): number for number, piece in enumerate(pieces)}
        for one in as_completed(asked):
            yield asked[one], one.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def _deaf_to_the_keyboard() -> Iterator[None]:
    """Who stops it tells the first process, which lets the others end what they are doing: a process
    that is started in here never hears Ctrl-C, not even while it still reads its modules. The first one
    hears it afterwards."""
    resource_tracker.ensure_running()  # starting it would let the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(work: Callable[[Any, Any], Any], question: Any) -> None:
    Thread(target=_end_with_the_first, daemon=True).start()
    _kept["work"], _kept["question"] = work, question


def _end_with_the_first() -> None:
    """Nobody asks anything any more when the first process is gone, however it went."""
    first = parent_process()
    if first is not None:
        wait([first.sentinel])
        os._exit(1)


def _work(piece: Any) -> Any:
    return _kept["work"](_kept["question"], piece)
