# SPDX-License-Identifier: EUPL-1.2
"""One thing after the other by its seed, over some processes, with what went wrong said at once.

In the order of the seeds, so that "all is done up to" is true and a run that was cut off can be gone
on with.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from multiprocessing import get_context


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run_seeds(
    doc: str | None,
    wrong: Callable[[int], list[str]],
    *,
    what: str,
    each: int,
    at_once: int = 10,
    begin: Callable[[int], object] = lambda _first: None,
) -> int:
    """The command `--first N --worlds N --processes N`: `wrong` gives what is wrong with a seed, `what`
    says at the end what the number of faults counts. `each`: after how many seeds is said how far it is;
    `begin` is done once, before the processes part. Gives the exit code: 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--worlds", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    seeds, faults = range(chosen.first, chosen.first + chosen.worlds), 0
    begin(chosen.first)
    with get_context("fork").Pool(chosen.processes) as pool:
        for seed, found in zip(seeds, pool.imap(wrong, seeds, chunksize=at_once), strict=True):
            faults += bool(found)
            for line in found:
                say(f"seed {seed}: {line}")
            if (seed + 1 - seeds.start) % each == 0:
                say(f"all up to seed {seed} done, {faults} wrong")
    say(f"{len(seeds)} worlds, {faults} on which {what}")
    return 1 if faults else 0
