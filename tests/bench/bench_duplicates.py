# SPDX-License-Identifier: EUPL-1.2
"""Looking for doubles among ten thousand services: `pytest tests/bench/bench_duplicates.py -s`."""

from __future__ import annotations

from time import perf_counter

from ruimbaan.core.directory.duplicates.entry import entries_of
from ruimbaan.core.directory.duplicates.finding import find_candidates, pairs_to_compare
from ruimbaan.core.directory.records.record import package_of
from ruimbaan.integrations.likeness import likeness
from tests.bench.many_services import many_services

SERVICES = 10_000
MOST_SECONDS = 60


def test_ten_thousand_services_within_a_minute():
    package = package_of(many_services("waalstad", SERVICES))
    begin = perf_counter()

    entries = entries_of(package)
    pairs = pairs_to_compare(entries)
    found = find_candidates(entries, likeness)

    seconds = perf_counter() - begin
    print(f"{len(entries)} services, {len(pairs)} pairs, {len(found)} told, {seconds:.1f} s")
    assert len(entries) == SERVICES
    assert seconds < MOST_SECONDS
