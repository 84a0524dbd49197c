# SPDX-License-Identifier: EUPL-1.2
"""A bar on stderr while something takes long; nothing where nobody looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

AT_A_TIME = 200  # rows before the bar moves


@contextmanager
def counting(what: str, total: int, at_a_time: int = AT_A_TIME) -> Iterator[Callable[[int], None]]:
    """Gives a function that is told how many more are done."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    hidden = not console.is_terminal
    shown = Progress(*columns, TimeElapsedColumn(), console=console, transient=True, disable=hidden)
    with shown as progress:
        task = progress.add_task(what, total=total)
        waiting = 0

        def advance(count: int) -> None:
            nonlocal waiting
            waiting += count
            if waiting >= at_a_time:
                progress.advance(task, waiting)
                waiting = 0

        yield advance


@contextmanager
def busy(what: str) -> Iterator[None]:
    with Console(stderr=True).status(what):
        yield
