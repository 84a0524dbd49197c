# SPDX-License-Identifier: EUPL-1.2
"""Many random sets of answers in each region, each outcome confirmed. Seeded: the same every time.

python -m tests.long.random_routecheck --per-region 10000 --processes 2

A run that was cut off says up to which seed all is done; go on from there with --first-seed.
Ends with exit code 1 when an outcome is not as it says; the region and the seed are printed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from multiprocessing import get_context
from random import Random

from ruimbaan.core.journey.routecheck import situation_of
from tests.regions_from_files import questionnaire, regions
from tests.routecheck_answers import random_answers
from tests.routecheck_outcomes import Outcome, outcome

PER_TASK = 50
SAID_EACH = 5  # slices of every region
Task = tuple[str, int, int]  # region, first seed, number of seeds


def outcome_of(region: str, seed: int) -> Outcome:
    found = regions()[region]
    questions = questionnaire()
    answers = random_answers(questions, region, found.world.as_of, Random(f"{region} {seed}"))
    situation = situation_of(questions, answers, found.surroundings).situation
    return outcome(found.world, situation)


def run(task: Task) -> tuple[Counter[str], dict[int, tuple[str, ...]]]:
    region, first, count = task
    kinds: Counter[str] = Counter()
    faults = {}
    for seed in range(first, first + count):
        found = outcome_of(region, seed)
        kinds += found.kinds
        if found.faults:
            faults[seed] = found.faults
    return kinds, faults


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per-region", type=int, default=10_000)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    first, after = chosen.first_seed, chosen.first_seed + chosen.per_region
    slices = [(seed, min(PER_TASK, after - seed)) for seed in range(first, after, PER_TASK)]
    tasks = [(region, seed, count) for seed, count in slices for region in regions()]
    started, wrong, sets = time.monotonic(), 0, 0
    totals: dict[str, Counter[str]] = {region: Counter() for region in regions()}
    with get_context("fork").Pool(chosen.processes) as pool:
        # In the order of the tasks, so that "all is done up to" is true.
        results = zip(tasks, pool.imap(run, tasks), strict=True)
        for at, ((region, seed, count), (kinds, faults)) in enumerate(results, start=1):
            totals[region] += kinds
            wrong += len(faults)
            sets += count
            for failed, said in faults.items():
                say(f"{region} {failed}: {said}")
            if at % (SAID_EACH * len(totals)) == 0:
                say(f"all up to seed {seed + count} done: {sets} sets of answers, {wrong} wrong")
    minutes = (time.monotonic() - started) / 60
    for region, kinds in totals.items():
        say(f"{region}: {dict(kinds.most_common())}")
    say(f"{sets} sets of answers, {wrong} wrong, {minutes:.0f} minutes")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
