# SPDX-License-Identifier: EUPL-1.2
"""Fuzz of every importer of a directory: files, lists and mappings with something broken. Seeded: the
same every time.

python -m tests.long.fuzz_importers --runs 10000000     the long run
python -m tests.long.fuzz_importers --seconds 60        a sample

Each run is one input that is read and judged, in memory: it is refused in words, or each of its rows
is a record or set aside, and no cell of a sound table is lost. Of each thousand runs one more input
goes into a database of its own: broken off half-way (nothing of it may be there), whole (then it is
compared), and once more (then nothing may change). Shares: 3 of 5 runs HSDS, 1 Ohana, 1 own list.

Ends with exit code 1 when anything is not so, or when one run took more than two seconds of
processor; the seed is printed.
"""

from __future__ import annotations

import argparse
import gc
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from random import Random

from django.core.management import call_command

from ruimbaan.core.directory.validation.judging import Judged
from tests.contract.fuzzing.storing import store_one
from tests.contract.hsds import mutations as hsds
from tests.contract.ohana import mutations as ohana
from tests.contract.own_list import mutations as own_list

PER_TASK = 1_000
TELL_EVERY = 60.0  # seconds
SLOW = 2.0  # seconds of processor for one input of a few kB: somebody could stop a site with it
Run = Callable[[Random], Judged | None]
IMPORTERS: tuple[tuple[str, Run], ...] = (
    ("HSDS", hsds.run),
    ("HSDS", hsds.run),
    ("HSDS", hsds.run),
    ("Ohana", ohana.run),
    ("own list", own_list.run),
)


@dataclass
class Tally:
    counts: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0  # seconds of processor
    faults: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.counts += other.counts
        self.slowest = max(self.slowest, other.slowest)
        self.faults += other.faults


def prepare() -> None:
    """The tables of this process's own database."""
    call_command("migrate", verbosity=0)
    gc.freeze()


def many(first: int) -> Tally:
    """A thousand runs in memory, and one in the database."""
    tally = Tally()
    for seed in range(first, first + PER_TASK):
        name, run = IMPORTERS[seed % len(IMPORTERS)]
        with noted(tally, f"{name}, seed {seed}"):
            found = run(Random(seed))
            tally.counts[f"{name}: {'read' if found else 'refused whole'}"] += 1
            if found:
                tally.counts["rows set aside"] += len(found.refused)
                tally.counts["records"] += len(found.records)
    name, _ = IMPORTERS[first // PER_TASK % len(IMPORTERS)]
    with noted(tally, f"stored, {name}, seed {first}"):
        store_one(name, Random(first))
        tally.counts["stored, broken off and compared"] += 1
    return tally


@contextmanager
def noted(tally: Tally, what: str) -> Iterator[None]:
    began = time.process_time()
    try:
        yield
    except Exception:
        tally.faults.append(f"{what}\n{traceback.format_exc()}")
    took = time.process_time() - began
    tally.slowest = max(tally.slowest, took)
    if took > SLOW:
        tally.faults.append(f"{what} took {took:.1f} seconds")


def tallies(tasks: range, processes: int) -> Iterator[Tally]:
    if processes == 1:
        prepare()
        yield from map(many, tasks)
        return
    with get_context("spawn").Pool(processes, initializer=prepare) as pool:
        yield from pool.imap_unordered(many, tasks)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=10_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--processes", type=int, default=1)
    chosen = parser.parse_args()
    signal.signal(
        signal.SIGTERM, signal.default_int_handler
    )  # tells how far it came, as Ctrl-C does
    total, runs, began, told = Tally(), 0, time.monotonic(), 0.0
    try:
        tasks = range(chosen.first, chosen.first + chosen.runs, PER_TASK)
        for tally in tallies(tasks, chosen.processes):
            total.add(tally)
            runs += PER_TASK
            seconds = time.monotonic() - began
            if seconds - told > TELL_EVERY:
                told = seconds
                tell(total, runs, seconds)
            if seconds > chosen.seconds:
                break
    except KeyboardInterrupt:
        sys.stdout.write("stopped\n")
    tell(total, runs, time.monotonic() - began)
    for fault in total.faults[:20]:
        sys.stdout.write(f"\n{fault}\n")
    return 1 if total.faults else 0


def tell(total: Tally, runs: int, seconds: float) -> None:
    counts = " · ".join(f"{name} {count}" for name, count in sorted(total.counts.items()))
    sys.stdout.write(
        f"{runs} runs, {runs / seconds:.0f} a second; {counts} · slowest {total.slowest:.2f} s · "
        f"unhandled, lost or half stored: {len(total.faults)}\n"
    )
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
