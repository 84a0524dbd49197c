# SPDX-License-Identifier: EUPL-1.2
"""Spark beside this process: the same people, the same stairs, the same bytes.

python -m tests.long.spark_population
python -m tests.long.spark_population --people 20000 --best 3

Needs the extra `spark` and Java. Ends with exit code 1 when a byte differs.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from time import monotonic

from ruimbaan.analytics.population import kept, on_spark, working
from ruimbaan.analytics.population.ranking import Ranking
from ruimbaan.analytics.population.working import Job
from ruimbaan.integrations.population import load_population
from ruimbaan.integrations.regions import list_regions, load_region

DAY = date(2026, 11, 23)
PAIRS = 20


def quietly(_done: int, _all: int) -> None:
    """Nobody waits for it."""


def compare(region: str, people: int, best: int) -> bool:
    loaded = load_region(region)
    job = Job(loaded.world, load_population(loaded), 1, best)

    def text(found: Ranking) -> str:
        return kept.written(kept.plain(found, loaded.world), DAY)

    begin = monotonic()
    here = text(working.rank(job, people, cores=2, pairs=PAIRS, told=quietly))
    between = monotonic()
    there = text(on_spark.rank(job, people, pairs=PAIRS, told=quietly))
    end = monotonic()
    said = "same bytes" if here == there else "DIFFERENT"
    seconds = f"here {between - begin:.1f} s, Spark {end - between:.1f} s"
    sys.stdout.write(f"{region}: {people} people, {said}; {seconds}\n")
    sys.stdout.flush()
    return here == there


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--best", type=int, default=2)
    parser.add_argument("--region", choices=list_regions())
    asked = parser.parse_args()
    regions = [asked.region] if asked.region else list_regions()
    same = [compare(one, asked.people, asked.best) for one in regions]
    return 0 if all(same) else 1


if __name__ == "__main__":
    raise SystemExit(main())
