# SPDX-License-Identifier: EUPL-1.2
"""Plans that go round clashes against trying every plan, on as many tiny worlds as one likes.
`make test` runs the first of them; this goes on where that ends, with more days to apply on.

python -m tests.long.conflict_twins --first 1200 --worlds 20000 --processes 2

A run that was cut off says up to which world all is done; go on from there with --first.
Ends with exit code 1 when the planner and the trying do not agree; the number is printed.
"""

from __future__ import annotations

import argparse
import sys
from multiprocessing import get_context

from tests.core.test_planner_clashes import wrong_plans

SAID_EACH = 1000
SLOTS = 12  # days on which one can apply, all services together: some thousands of plans


def wrong(seed: int) -> list[str]:
    return wrong_plans(seed, slots=SLOTS)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--worlds", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    seeds, faults = range(chosen.first, chosen.first + chosen.worlds), 0
    with get_context("fork").Pool(chosen.processes) as pool:
        # In the order of the numbers, so that "all is done up to" is true.
        for seed, found in zip(seeds, pool.imap(wrong, seeds, chunksize=20), strict=True):
            faults += bool(found)
            for line in found:
                say(f"world {seed}: {line}")
            if (seed + 1 - seeds.start) % SAID_EACH == 0:
                say(f"all up to world {seed} done, {faults} wrong")
    say(f"{len(seeds)} worlds, {faults} on which the planner and the trying do not agree")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
