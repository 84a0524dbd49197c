# SPDX-License-Identifier: EUPL-1.2
"""The planner against its slow twins on as many random worlds as one likes. `make test` runs the
first of them; this goes on where that ends.

python -m tests.long.planner_twins --first 6800 --worlds 10000 --processes 2

A run that was cut off says up to which seed all is done; go on from there with --first.
Ends with exit code 1 when planner and twin do not agree; the seed is printed.
"""

from __future__ import annotations

from tests.core.test_planner_twins import wrong_findings, wrong_front, wrong_plans
from tests.long.seeded import run_seeds

SAID_EACH = 100  # seeds


def wrong(seed: int) -> list[str]:
    return [*wrong_front(seed), *wrong_plans(seed), *wrong_findings(seed)]


def main() -> int:
    return run_seeds(__doc__, wrong, what="planner and twin do not agree", each=SAID_EACH)


if __name__ == "__main__":
    raise SystemExit(main())
