# SPDX-License-Identifier: EUPL-1.2
"""The compiled planner against three others, on as many random worlds as one likes.

brute: every set of rules, day by day, and the checkers of what an answer claims. cpsat: a model with
a variable for each day (OR-Tools). clingo: who needs what, without days. `make test` runs the first
worlds of each; this goes on.

python -m tests.long.planner_oracles --instances 10000 --processes 2 --first 400 --oracle cpsat

A run that was cut off says up to which instance all is done; go on from there with --first. Ends with
exit code 1 when they do not agree; the instance is printed.
"""

from __future__ import annotations

import argparse
import sys
from multiprocessing import get_context

from tests.long import planner_brute, planner_clingo, planner_cpsat

ORACLES = {
    "brute": planner_brute.wrong,
    "cpsat": planner_cpsat.wrong,
    "clingo": planner_clingo.wrong,
}
SAID_EACH = 100  # instances


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--instances", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--oracle", choices=ORACLES, action="append")
    chosen = parser.parse_args()
    faults = 0
    with get_context("fork").Pool(chosen.processes) as pool:
        for oracle in chosen.oracle or ORACLES:
            faults += _all(pool, oracle, range(chosen.first, chosen.first + chosen.instances))
    return 1 if faults else 0


def _all(pool, oracle: str, instances: range) -> int:
    """How many instances on which this oracle and the planner do not agree."""
    faults = 0
    # In the order of the instances, so that "all is done up to" is true.
    for at, found in zip(instances, pool.imap(ORACLES[oracle], instances, 10), strict=True):
        faults += bool(found)
        for line in found:
            say(f"{oracle}, instance {at}: {line}")
        if (at + 1 - instances.start) % SAID_EACH == 0:
            say(f"{oracle}: all up to instance {at} done, {faults} wrong")
    say(f"{oracle}: {len(instances)} worlds, {faults} on which it and the planner do not agree")
    return faults


if __name__ == "__main__":
    raise SystemExit(main())
