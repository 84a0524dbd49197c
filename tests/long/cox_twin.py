# SPDX-License-Identifier: EUPL-1.2
"""The hazard ratio beside that of lifelines, on random people with ties, weights and strata.

python -m tests.long.cox_twin --python var/lifelines/bin/python --random 200
python -m tests.long.cox_twin --python var/lifelines/bin/python --random 12 --write

Make that environment as tests/long/lifelines_twin.py says. With --write people and answers are kept in
tests/data/cox/lifelines.json, which tests/analytics/effect compares at every run. Ends with exit code
1 when they do not agree.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from random import Random

import numpy as np

from ruimbaan.analytics.effect.cox import Hazards
from tools.paths import ROOT

ORACLE = ROOT / "tests" / "long" / "cox_oracle.py"
KEPT = ROOT / "tests" / "data" / "cox" / "lifelines.json"
AGREES = 1e-6
Rows = list[list[float]]


def random_people(chance: Random, count: int) -> Rows:
    """Time, whether the outcome was reached, room, stratum and weight; a quarter shares its time."""
    return [
        [
            chance.randint(1, count),
            int(chance.random() < 0.7),
            number % 2,
            chance.randrange(3),
            chance.choice((1.0, 0.2, 0.5, 2.0)),
        ]
        for number in range(count)
    ]


def log_ratio(rows: Rows) -> float:
    time, reached, room, stratum = (
        np.array([int(row[at]) for row in rows], dtype=np.int64) for at in range(4)
    )
    weights = np.array([[row[4] for row in rows]])
    return float(Hazards.of(time, reached, room, stratum).log_ratios(weights)[0])


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--python", type=Path, required=True)
    words.add_argument("--random", type=int, default=200)
    words.add_argument("--write", action="store_true")
    asked, chance = words.parse_args(), Random(2027)
    people = [random_people(chance, chance.randint(40, 90)) for _ in range(asked.random)]
    run = subprocess.run(
        [asked.python, ORACLE],
        input=json.dumps(people),
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    answers = json.loads(run.stdout)
    found = max(abs(log_ratio(rows) - told) for rows, told in zip(people, answers, strict=True))
    sys.stdout.write(f"{len(people)} regressions, largest difference {found:.1e}\n")
    if asked.write:
        kept = [{"rows": rows, "answer": one} for rows, one in zip(people, answers, strict=True)]
        KEPT.parent.mkdir(exist_ok=True)
        KEPT.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    if found > AGREES:
        sys.exit(1)


if __name__ == "__main__":
    main()
