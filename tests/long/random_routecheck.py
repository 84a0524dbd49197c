# SPDX-License-Identifier: EUPL-1.2
"""Many random sets of answers in each region, each outcome confirmed. Seeded: the same every time.

python -m tests.long.random_routecheck --per-region 10000 --processes 2

Ends with exit code 1 when an outcome is not as it says; the region and the seed are printed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from multiprocessing import get_context
from random import Random

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ruimbaan.project.settings")

from ruimbaan.core.journey.routecheck import situation_of
from tests.regions_from_files import questionnaire, regions
from tests.routecheck_answers import random_answers
from tests.routecheck_outcomes import Outcome, outcome

PER_TASK = 50
Task = tuple[str, int, int]  # region, first seed, number of seeds


def outcome_of(region: str, seed: int) -> Outcome:
    found = regions()[region]
    questions = questionnaire()
    answers = random_answers(questions, region, found.world.as_of, Random(f"{region} {seed}"))
    situation = situation_of(questions, answers, found.surroundings).situation
    return outcome(found.world, situation)


def run(task: Task) -> tuple[str, Counter[str], dict[int, tuple[str, ...]]]:
    region, first, count = task
    kinds: Counter[str] = Counter()
    faults = {}
    for seed in range(first, first + count):
        found = outcome_of(region, seed)
        kinds += found.kinds
        if found.faults:
            faults[seed] = found.faults
    return region, kinds, faults


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per-region", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    tasks = [
        (region, first, min(PER_TASK, chosen.per_region - first))
        for first in range(0, chosen.per_region, PER_TASK)
        for region in regions()
    ]
    started, wrong = time.monotonic(), 0
    totals: dict[str, Counter[str]] = {region: Counter() for region in regions()}
    with get_context("fork").Pool(chosen.processes) as pool:
        for done, (region, kinds, faults) in enumerate(pool.imap_unordered(run, tasks), start=1):
            totals[region] += kinds
            wrong += len(faults)
            for seed, said in faults.items():
                say(f"{region} {seed}: {said}")
            if done % 60 == 0:
                say(f"{done * PER_TASK} done, {wrong} wrong")
    minutes = (time.monotonic() - started) / 60
    for region, kinds in totals.items():
        say(f"{region}: {dict(kinds.most_common())}")
    say(f"{len(tasks) * PER_TASK} sets of answers, {wrong} wrong, {minutes:.0f} minutes")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
