# SPDX-License-Identifier: EUPL-1.2
"""The measures beside their slow twin, on as many random logs as one likes.

python -m tests.long.measures_twin --random 200 --seed 1

Ends with exit code 1 at the first log of which a figure is another one, and says which.
"""

from __future__ import annotations

import argparse
import sys
from random import Random

from tests.measures_beside import differences, random_case


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--random", type=int, default=200)
    words.add_argument("--seed", type=int, default=1)
    asked = words.parse_args()
    for seed in range(asked.seed, asked.seed + asked.random):
        if found := differences(random_case(Random(seed))):
            sys.stdout.write(f"seed {seed}: {found}\n")
            sys.exit(1)
    sys.stdout.write(f"{asked.random} logs, every figure the same\n")


if __name__ == "__main__":
    main()
