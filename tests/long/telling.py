# SPDX-License-Identifier: EUPL-1.2
"""What the long runs have in common: their switches, how they show that they are busy, that they may
be stopped at any moment, and how they tell what they found, with the command and the machine."""

from __future__ import annotations

import argparse
import json
import os
import platform
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

GIBIBYTE = 2**30


def switches(doc: str | None) -> argparse.ArgumentParser:
    """`doc` of the module is its help, as it stands there."""
    parser = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="tell it as JSON on standard output")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the JSON there as well")
    return parser


@contextmanager
def stoppable() -> Iterator[threading.Event]:
    """Set by Ctrl+C or SIGTERM: what runs ends soon, cleans up, and tells what it has."""
    stopped = threading.Event()
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {one: signal.signal(one, lambda *_args: stopped.set()) for one in numbers}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Busy:
    """A bar on a screen, a line for each step in a file; on standard error."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, soft_wrap=True, highlight=False)
        columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        self.bar = Progress(*columns, console=self._console, disable=not self._console.is_terminal)
        self._task: TaskID | None = None

    def step(self, what: str, total: float | None = None) -> None:
        """Something new begins, of `total` pieces when that is known."""
        if self._task is not None:
            self.bar.update(self._task, visible=False)
        self._task = self.bar.add_task(what, total=total)
        if not self._console.is_terminal:
            self._console.print(f"{datetime.now(UTC):%H:%M:%S} {what}")

    def so_far(self, pieces: float) -> None:
        if self._task is not None:
            self.bar.update(self._task, completed=pieces)

    def __enter__(self) -> Busy:
        self.bar.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.bar.stop()


@dataclass(frozen=True, slots=True)
class LongRun:
    """What somebody chose, whether they stopped it, where it says how far it is, and what must be
    tidied up `afterwards`."""

    chosen: argparse.Namespace
    stopped: threading.Event
    busy: Busy
    afterwards: ExitStack


def carry_out(
    parser: argparse.ArgumentParser, long_run: Callable[[LongRun], Mapping[str, Any]]
) -> int:
    """Tells what was found; 1 when it was not good."""
    chosen = parser.parse_args()
    with stoppable() as stopped, Busy() as busy, ExitStack() as afterwards:
        figures = long_run(LongRun(chosen, stopped, busy, afterwards))
    tell({**figures, "stopped": stopped.is_set()}, chosen)
    return 0 if figures["good"] else 1


def of_this_run() -> dict[str, object]:
    """With which a figure may be measured again and compared."""
    return {
        "command": f"python -m {_module()} {' '.join(sys.argv[1:])}".strip(),
        "date": f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        "machine": f"{os.cpu_count()} cores ({_processor()}), "
        f"{psutil.virtual_memory().total / GIBIBYTE:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}",
        "load": round(os.getloadavg()[0], 1),  # of the machine, the last minute, at the end
    }


def _module() -> str:
    main = sys.modules["__main__"]
    name = main.__spec__.name if main.__spec__ else "?"
    return name.removesuffix(".__main__")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def tell(figures: Mapping[str, Any], chosen: argparse.Namespace) -> None:
    whole = {**of_this_run(), **figures}
    text = json.dumps(whole, indent=1, ensure_ascii=False)
    if chosen.out is not None:
        chosen.out.write_text(f"{text}\n", encoding="utf-8")
    if chosen.json:
        sys.stdout.write(f"{text}\n")
        return
    for line in _lines(whole):
        sys.stdout.write(f"{line}\n")


def _lines(told: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for name, value in told.items():
        if isinstance(value, Mapping):
            yield f"{before}{name}:"
            yield from _lines(value, before + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            yield f"{before}{name}: {len(value)} rows"
        else:
            yield f"{before}{name}: {value}"
