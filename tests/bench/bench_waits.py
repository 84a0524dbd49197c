# SPDX-License-Identifier: EUPL-1.2
"""How long waiting by cause takes of a log of a hundred thousand and of a million events."""

from __future__ import annotations

import sys
from time import process_time

import pytest

from ruimbaan.analytics.events import open_log
from ruimbaan.analytics.waits import waits_of
from tests.bench.many_events import write_events

MOST_SECONDS = 60


@pytest.mark.parametrize("count", [100_000, 1_000_000])
def test_waits_by_cause(count, tmp_path):
    path = tmp_path / "log.parquet"
    write_events(count, path)
    begin = process_time()
    found = waits_of(open_log(path))
    took = process_time() - begin

    busy = sum(one.share for one in found.causes if one.cause in ("contention", "prioritization"))
    sys.stdout.write(
        f"\n{found.events} events, {found.waits} waits, {busy:.0%} of the days somebody was busy: "
        f"{took:.1f} s of the processor\n"
    )
    assert took <= MOST_SECONDS
