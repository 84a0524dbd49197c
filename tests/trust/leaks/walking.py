# SPDX-License-Identifier: EUPL-1.2
"""One walk of the machine. As a process, on the site that its environment names, a walk for each seed
that comes in: `python -m tests.trust.leaks.walking` is started by `tests.long.leaks`.

It reads a seed a line, and answers with a line of JSON: the steps and the looks of that walk. A leak
ends it, with what was done until then on standard error.
"""

from __future__ import annotations

import json
import logging
import sys

import django

django.setup()

from hypothesis import HealthCheck, Phase, seed, settings  # noqa: E402
from hypothesis.stateful import run_state_machine_as_test  # noqa: E402

from ruimbaan.parts.trust.log import services as log  # noqa: E402
from tests.trust.leaks.machine import Leaks  # noqa: E402
from tests.trust.leaks.world import COMES_FROM, World, build  # noqa: E402

RUNS, STEPS_IN_A_RUN = 15, 31  # the first of which is the beginning
AS_THROUGH_A_PROXY = {"SERVER_NAME": "127.0.0.1", "HTTP_X_FORWARDED_PROTO": "https"}


def walk(world: World, runs: int) -> None:
    """Raises AssertionError at the first leak, told as it was found: looking for the shortest way to
    it would take long."""
    Leaks.world, Leaks.steps, Leaks.looks = world, 0, 0
    run_state_machine_as_test(
        Leaks,
        settings=settings(
            max_examples=runs,
            stateful_step_count=STEPS_IN_A_RUN,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],
        ),
    )


def main() -> None:
    logging.disable(logging.WARNING)
    COMES_FROM.update(AS_THROUGH_A_PROXY)
    for line in sys.stdin:
        world = build()
        for one in world.everybody:
            one.browser.defaults.update(AS_THROUGH_A_PROXY)
        seed(int(line))(Leaks)
        walk(world, RUNS)
        sys.stdout.write(json.dumps({"steps": Leaks.steps, "looks": Leaks.looks}) + "\n")
        sys.stdout.flush()
    log.close()


if __name__ == "__main__":
    main()
