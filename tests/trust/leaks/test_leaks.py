# SPDX-License-Identifier: EUPL-1.2
"""Nothing of a file leaks. RUIMBAAN_LEAK_RUNS makes it long: `python -m tests.long.leaks`."""

from __future__ import annotations

import logging
import os
import sys

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.trust.leaks.machine import Leaks
from tests.trust.leaks.world import build

RUNS = int(os.environ.get("RUIMBAAN_LEAK_RUNS", "25"))
STEPS_IN_A_RUN = 30


@pytest.mark.django_db
def test_nothing_of_a_file_comes_out_to_who_may_not_see_it(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.ERROR, logger="django.request")
    Leaks.world = build()

    run_state_machine_as_test(
        Leaks,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS_IN_A_RUN,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate],  # a leak is told as it was found: looking is slow
        ),
    )

    sys.stdout.write(f"{Leaks.steps} looks, 0 leaks\n")
    assert Leaks.steps > RUNS
