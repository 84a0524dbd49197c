# SPDX-License-Identifier: EUPL-1.2
"""Random tables protected, audited, released and attacked by somebody who shares no code with us.
`make test` runs the first sixty; this goes on.

python -m tests.long.disclosure_tables --tables 1000 --processes 2

Two and three dimensions, trees, only holders, linked tables, tables that differ by a little. A run
that was cut off says up to which seed all is done; go on from there with --first-seed. With
--threshold another threshold. Ends with exit code 1 when anything could be told.
"""

from __future__ import annotations

import argparse
import sys
import time
from multiprocessing import get_context
from typing import NamedTuple

from ruimbaan.analytics.disclosure.tables import HIDDEN, Rule
from tests.analytics.disclosure.attackers import given_away, told_by_one
from tests.analytics.disclosure.whole import cubes_of, released

SAID_EACH = 20  # tables


class Found(NamedTuple):
    told: list[str]
    finest: int
    hidden: int
    small: int
    seconds: float  # of the processor, for the slowest table of this seed


def attacked(job: tuple[int, int]) -> Found:
    seed, threshold = job
    cubes = cubes_of(seed)
    begin = time.process_time()
    tables = released(cubes, Rule(threshold))
    seconds = (time.process_time() - begin) / len(tables)
    told = given_away(cubes, tables, threshold)
    if len(cubes) == 1:
        told += told_by_one(cubes[0], tables[0], threshold)
    masks = [
        (cube.finest, table.shown == HIDDEN, Rule(threshold).small(cube.values))
        for cube, table in zip(cubes, tables, strict=True)
    ]
    return Found(
        told,
        sum(int(finest.sum()) for finest, _, _ in masks),
        sum(int((finest & hidden).sum()) for finest, hidden, _ in masks),
        sum(int((finest & small).sum()) for finest, _, small in masks),
        seconds,
    )


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--tables", type=int, default=1000)
    parser.add_argument("--threshold", type=int, default=10)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    seeds = range(chosen.first_seed, chosen.first_seed + chosen.tables)
    faults, whole = 0, Found([], 0, 0, 0, 0.0)
    with get_context("fork").Pool(chosen.processes) as pool:
        jobs = [(seed, chosen.threshold) for seed in seeds]
        # In the order of the seeds, so that "all is done up to" is true.
        for seed, found in zip(seeds, pool.imap(attacked, jobs), strict=True):
            faults += bool(found.told)
            for line in found.told:
                say(f"seed {seed}: {line}")
            whole = Found(
                [],
                whole.finest + found.finest,
                whole.hidden + found.hidden,
                whole.small + found.small,
                max(whole.seconds, found.seconds),
            )
            if (seed + 1 - seeds.start) % SAID_EACH == 0:
                say(f"all up to seed {seed} done, {faults} wrong")
    say(
        f"{len(seeds)} tables at threshold {chosen.threshold}: {faults} with a count that could be"
        f" told; hidden {whole.hidden / whole.finest:.1%} of {whole.finest} finest cells, small"
        f" {whole.small / whole.finest:.1%}; slowest {whole.seconds:.1f} CPU-s a table"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
