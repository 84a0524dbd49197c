# SPDX-License-Identifier: EUPL-1.2
"""Nothing of a file leaks: a short walk at every change; `python -m tests.long.leaks` is the long one."""

from __future__ import annotations

import logging
import os
import sys

import pytest

from tests.trust.leaks.machine import Leaks
from tests.trust.leaks.walking import STEPS_IN_A_RUN, walk
from tests.trust.leaks.world import build

RUNS = int(os.environ.get("RUIMBAAN_LEAK_RUNS", "25"))


@pytest.mark.django_db
def test_nothing_of_a_file_comes_out_to_who_may_not_see_it(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.ERROR, logger="django.request")

    walk(build(), RUNS)

    sys.stdout.write(f"{Leaks.steps} steps, {Leaks.looks} looks, 0 leaks\n")
    assert Leaks.steps > RUNS * STEPS_IN_A_RUN / 2
    assert Leaks.looks > RUNS
