# SPDX-License-Identifier: EUPL-1.2
"""Anything in any order, and nothing of a file may come out: the machine of tests/trust/leaks, long.

python -m tests.long.leaks --steps 50000 --processes 2                on SQLite
python -m tests.long.leaks --steps 50000 --processes 2 --postgresql   with row-level security too

Each process has a site as for real (no demo), with a database of its own; on PostgreSQL the site has
a role that owns no table. A walk of some 450 steps has a seed; each begins with new files and people.
A run that was cut off says from which --seed to go on. Ends with 1 at a leak: it says the seed, and
`--seed N --steps 1` walks the same way again.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tests.long.own_postgres import OwnPostgres
from tests.site_of_its_own import Site, new_site
from tools.paths import ROOT

WALKING = "tests.trust.leaks.walking"
TOLD_LINES = 400  # of what a process said when it ended with a leak


@dataclass
class Walks:
    """Hands out seeds, until there are steps enough or something leaked."""

    enough: int
    next_seed: int
    steps: int = 0
    looks: int = 0
    leaked: dict[int, str] = field(default_factory=dict)  # what was said, by seed
    busy: set[int] = field(default_factory=set)
    _one_by_one: threading.Lock = field(default_factory=threading.Lock)

    def seed(self) -> int | None:
        with self._one_by_one:
            if self.steps >= self.enough or self.leaked:
                return None
            self.busy.add(self.next_seed)
            self.next_seed += 1
            return self.next_seed - 1

    def done(self, seed: int, steps: int, looks: int) -> None:
        with self._one_by_one:
            self.busy.discard(seed)
            self.steps += steps
            self.looks += looks

    @property
    def go_on_from(self) -> int:
        """Every walk with a smaller seed is done."""
        return min((*self.busy, self.next_seed))


class Watched:
    """A bar on a screen, a line a walk in a file."""

    def __init__(self, walks: Walks, console: Console) -> None:
        self._walks, self._console, self._began = walks, console, time.monotonic()
        columns = (TextColumn("steps"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self.bar = Progress(*columns, console=console, disable=not console.is_terminal)
        self._task = self.bar.add_task("steps", total=walks.enough)

    def told(self) -> None:
        walks = self._walks
        self.bar.update(self._task, completed=walks.steps)
        if not self._console.is_terminal:
            line = f"{self} (go on with --seed {walks.go_on_from})"
            self._console.print(line, soft_wrap=True, highlight=False)

    def __str__(self) -> str:
        walks = self._walks
        a_second = walks.steps / (time.monotonic() - self._began)
        leaks = f"{len(walks.leaked)} leaks, {a_second:.1f} steps a second"
        return f"{walks.steps} steps, {walks.looks} looks, {leaks}"


def go(site: Site, walks: Walks, watched: Watched) -> None:
    """One process, until there is no seed left for it."""
    site.run("django", "collectstatic", "--no-input")
    with (
        (site.folder / "walking.log").open("w+", encoding="utf-8") as said,
        subprocess.Popen(
            [sys.executable, "-m", WALKING],
            cwd=ROOT,
            env=site.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        ) as process,
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        while (seed := walks.seed()) is not None:
            process.stdin.write(f"{seed}\n")
            process.stdin.flush()
            answer = process.stdout.readline()
            if not answer:
                process.wait()
                said.seek(0)
                walks.leaked[seed] = "".join(said.readlines()[-TOLD_LINES:])
                return
            walks.done(seed, **json.loads(answer))
            watched.told()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--steps", type=int, default=50_000, help="at least")
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1, help="of the first walk")
    parser.add_argument("--postgresql", action="store_true")
    chosen = parser.parse_args()
    console = Console()
    postgres = OwnPostgres() if chosen.postgresql else None
    try:
        if postgres is not None:
            postgres.start()
        with tempfile.TemporaryDirectory(prefix="ruimbaan-leaks-") as folder:
            address = postgres.address if postgres else ""
            names = [Path(folder) / str(number) for number in range(chosen.processes)]
            sites = [new_site(name, address) for name in names]
            walks = Walks(chosen.steps, chosen.seed)
            watched = Watched(walks, console)
            with watched.bar, ThreadPoolExecutor(chosen.processes) as pool:
                running = [pool.submit(go, site, walks, watched) for site in sites]
            for one in running:
                one.result()
    finally:
        if postgres is not None:
            postgres.remove()
    for seed, said in walks.leaked.items():
        console.print(f"--seed {seed}:\n{said}", markup=False, highlight=False, soft_wrap=True)
    console.print(f"{watched}, seeds {chosen.seed}-{walks.next_seed - 1}", highlight=False)
    return 1 if walks.leaked else 0


if __name__ == "__main__":
    sys.exit(main())
