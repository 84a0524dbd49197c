# SPDX-License-Identifier: EUPL-1.2
"""The planner against its slow twins on as many random worlds as one likes. `make test` runs the
first of them; this goes on where that ends.

python -m tests.long.planner_twins --first-seed 6800 --seeds 10000 --processes 2

A run that was cut off says up to which seed all is done; go on from there with --first-seed.
Ends with exit code 1 when planner and twin do not agree; the seed is printed.
"""

from __future__ import annotations

import argparse
import sys
from multiprocessing import get_context

from tests.core.test_planner_twins import wrong_findings, wrong_front, wrong_plans

SAID_EACH = 100  # seeds


def wrong(seed: int) -> list[str]:
    return [*wrong_front(seed), *wrong_plans(seed), *wrong_findings(seed)]


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--seeds", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    seeds, faults = range(chosen.first_seed, chosen.first_seed + chosen.seeds), 0
    with get_context("fork").Pool(chosen.processes) as pool:
        # In the order of the seeds, so that "all is done up to" is true.
        for seed, found in zip(seeds, pool.imap(wrong, seeds, chunksize=10), strict=True):
            faults += bool(found)
            for line in found:
                say(f"seed {seed}: {line}")
            if (seed + 1 - seeds.start) % SAID_EACH == 0:
                say(f"all up to seed {seed} done, {faults} wrong")
    say(f"{len(seeds)} worlds, {faults} on which planner and twin do not agree")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
