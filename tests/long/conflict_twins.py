# SPDX-License-Identifier: EUPL-1.2
"""Plans that go round clashes against trying every plan, on as many tiny worlds as one likes.
`make test` runs the first of them; this goes on where that ends, with more days to apply on.

python -m tests.long.conflict_twins --first 1200 --worlds 20000 --processes 2

A run that was cut off says up to which seed all is done; go on from there with --first.
Ends with exit code 1 when the planner and the trying do not agree; the number is printed.
"""

from __future__ import annotations

from tests.core.test_planner_clashes import wrong_plans
from tests.long.seeded import run_seeds

SAID_EACH = 1000
SLOTS = 12  # days on which one can apply, all services together: some thousands of plans


def wrong(seed: int) -> list[str]:
    return wrong_plans(seed, slots=SLOTS)


def main() -> int:
    return run_seeds(
        __doc__,
        wrong,
        what="the planner and the trying do not agree",
        each=SAID_EACH,
        at_once=20,
    )


if __name__ == "__main__":
    raise SystemExit(main())
