# SPDX-License-Identifier: EUPL-1.2
"""The flows beside those of PM4Py, on every public log of tests/data/logs and on random logs.

python -m tests.long.pm4py_twin --python var/pm4py/bin/python --random 40
python -m tests.long.pm4py_twin --python var/pm4py/bin/python --write

Make that environment first, apart from ours: python3 -m venv var/pm4py and, in it,
pip install pm4py==2.7.23.11. With --write the answers about the public logs are kept in
tests/data/logs/pm4py.json, which tests/contract/events compares at every run.
Ends with exit code 1 when they do not agree.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from tests.pm4py_logs import KEPT, PUBLIC, Asked, differences
from tests.random_logs import random_log, write_csv
from tools.paths import ROOT

ORACLE = ROOT / "tests" / "long" / "pm4py_oracle.py"
RANDOM = Asked(
    "random",
    *("case", "activity", "complete"),
    start="start",
    organisation="organisation",
    handovers="organisation",
)


def oracle(python: Path, asked: list[dict[str, str]]) -> dict[str, Any]:
    run = subprocess.run(
        [python, ORACLE], input=json.dumps(asked), text=True, stdout=subprocess.PIPE, check=True
    )
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def shuffled(path: Path, into: Path, chance: Random) -> Path:
    """The same table in another order; rows of one moment keep theirs, which is all that counts."""
    with path.open(encoding="utf-8", newline="") as stream:
        header, *rows = list(csv.reader(stream))
    places = list(range(len(rows)))
    chance.shuffle(places)
    target = into / f"shuffled-{path.name}"
    with target.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *(rows[place] for place in places)])
    return target


def logs(folder: Path, count: int) -> list[tuple[Asked, Path]]:
    chance = Random(9)
    found = [(asked, asked.path) for asked in PUBLIC]
    found += [
        (asked, shuffled(asked.path, folder, chance))
        for asked in PUBLIC
        if asked.path.suffix == ".csv"
    ]
    for number in range(count):
        path = folder / f"random-{number}.csv"
        rows = random_log(chance, cases=chance.randint(1, 60), in_order=bool(number % 2))
        write_csv(rows, path)
        found.append((RANDOM, path))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", type=Path, required=True)
    parser.add_argument("--random", type=int, default=20)
    parser.add_argument("--write", action="store_true")
    chosen = parser.parse_args()
    with TemporaryDirectory() as temporary:
        some = logs(Path(temporary), chosen.random)
        answer = oracle(chosen.python, [asked.for_oracle(path) for asked, path in some])
        wrong = 0
        for (asked, path), theirs in zip(some, answer["logs"], strict=True):
            for line in differences(asked, path, theirs):
                wrong += 1
                sys.stdout.write(f"{path.name}: {line}\n")
    if chosen.write:
        kept = answer | {"logs": answer["logs"][: len(PUBLIC)]}
        KEPT.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(some)} logs, {wrong} differences (PM4Py {answer['pm4py']})\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
