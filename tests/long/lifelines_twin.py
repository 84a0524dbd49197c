# SPDX-License-Identifier: EUPL-1.2
"""The curves beside those of lifelines, on random courses without ties.

python -m tests.long.lifelines_twin --python var/lifelines/bin/python --random 40
python -m tests.long.lifelines_twin --python var/lifelines/bin/python --random 3 --write

Make that environment first, apart from ours: python3 -m venv var/lifelines and, in it,
pip install lifelines==0.30.3. With --write courses and answers are kept in
tests/data/curves/lifelines.json, which tests/core/test_insight_curves.py compares at every run.
Ends with exit code 1 when they do not agree.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from random import Random

from ruimbaan.core.insight.curves import Course, curve
from tools.paths import ROOT

ORACLE = ROOT / "tests" / "long" / "lifelines_oracle.py"
KEPT = ROOT / "tests" / "data" / "curves" / "lifelines.json"
ENDS = (None, "met", "refused")
AGREES = 1e-9  # far less than the six digits that are asked for
Rows = list[tuple[int, int]]


def random_rows(chance: Random, count: int) -> Rows:
    """No two on one day: lifelines moves ties apart by chance."""
    return [(day, chance.randrange(3)) for day in chance.sample(range(1, 100 * count), count)]


def worst(rows: Rows, answer: list[list[float]]) -> float:
    """The largest difference, of share or variance."""
    points = curve([Course(day, ENDS[end]) for day, end in rows], "met").points
    if [point.day for point in points] != [int(day) for day, _share, _variance in answer]:
        return float("inf")
    return max(
        (
            max(abs(point.share - share), abs(point.variance - variance))
            for point, (_day, share, variance) in zip(points, answer, strict=True)
        ),
        default=0.0,
    )


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--python", type=Path, required=True)
    words.add_argument("--random", type=int, default=40)
    words.add_argument("--write", action="store_true")
    asked = words.parse_args()
    chance = Random(3056)
    courses = [random_rows(chance, chance.randint(20, 60)) for _ in range(asked.random)]
    run = subprocess.run(
        [asked.python, ORACLE],
        input=json.dumps(courses),
        text=True,
        stdout=subprocess.PIPE,
        check=True,
    )
    answers = json.loads(run.stdout)
    found = max(worst(rows, answer) for rows, answer in zip(courses, answers, strict=True))
    sys.stdout.write(f"{len(courses)} sets of courses, largest difference {found:.1e}\n")
    if asked.write:
        kept = [
            {"rows": rows, "answer": answer} for rows, answer in zip(courses, answers, strict=True)
        ]
        KEPT.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    if found > AGREES:
        sys.exit(1)


if __name__ == "__main__":
    main()
