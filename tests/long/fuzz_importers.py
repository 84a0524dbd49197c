# SPDX-License-Identifier: EUPL-1.2
"""Fuzz of the importer of HSDS: official examples with something broken. Seeded: the same every time.

python -m tests.long.fuzz_importers --runs 10000000 --processes 2     the long run
python -m tests.long.fuzz_importers --seconds 60                      a sample

Each run is read and judged: it is refused in words, or each of its rows is a record or set aside.
Every thousandth is also put in a database and compared with it, and broken off half-way. Ends with
exit code 1 when anything is not so; the seed is printed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from multiprocessing import get_context
from random import Random

from ruimbaan.integrations.hsds.errors import ExchangeError
from ruimbaan.integrations.hsds.reading import read_files
from tests.contract.hsds.mutations import LIMITS, TODAY, mutated, run

PER_TASK = 1_000
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
REGION = "waalstad"


@dataclass
class Tally:
    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def prepare() -> None:
    """Each process has a database of its own."""
    folder = tempfile.mkdtemp(prefix="ruimbaan-fuzz-")
    os.environ.update(RUIMBAAN_VAR=folder, RUIMBAAN_DEMO="1", RUIMBAAN_DEBUG="1")
    os.environ["DJANGO_SETTINGS_MODULE"] = "ruimbaan.project.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def many(first: int) -> Tally:
    tally = Tally()
    for seed in range(first, first + PER_TASK):
        try:
            found = run(Random(seed))
            if found is None:
                tally.counts["refused whole"] += 1
            else:
                tally.counts["read"] += 1
                tally.counts["rows set aside"] += len(found.refused)
                tally.counts["records"] += len(found.records)
        except Exception:
            tally.faults.append(f"seed {seed}\n{traceback.format_exc()}")
    try:
        stored(Random(first), tally)
    except Exception:
        tally.faults.append(f"stored, seed {first}\n{traceback.format_exc()}")
    return tally


def stored(chance: Random, tally: Tally) -> None:
    """Into the database and compared with it; then once more, broken off before the end."""
    from django.db import transaction

    from ruimbaan.parts.directory.exchange.models import Quarantined
    from ruimbaan.parts.directory.exchange.services import apply, preview
    from ruimbaan.parts.directory.models import StoredRecord
    from ruimbaan.parts.directory.store.reading import region_package

    content = None
    while content is None:
        try:
            content = read_files(mutated(chance), limits=LIMITS)
        except ExchangeError:
            tally.counts["refused whole"] += 1
    with transaction.atomic():
        found = preview(REGION, content, source="fuzz", today=TODAY)
        try:
            apply(replace(found, refused=_Broken(found.refused)), NOW)
        except _BrokenOff:
            assert StoredRecord.objects.count() == 0, "half stored"
        apply(found, NOW)
        assert region_package(REGION).records == {one.key: one for one in found.records}
        assert Quarantined.objects.count() == len(found.refused)
        tally.counts["stored and compared"] += 1
        transaction.set_rollback(True)


class _BrokenOff(Exception):
    """Somebody pressed Ctrl-C."""


class _Broken(tuple):  # type: ignore[type-arg]
    def __iter__(self) -> Iterator[object]:
        raise _BrokenOff


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000_000)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    started, total, runs = time.monotonic(), Tally(), 0
    tasks = range(chosen.first, chosen.first + chosen.runs, PER_TASK)
    with get_context("spawn").Pool(chosen.processes, initializer=prepare) as pool:
        for tally in pool.imap_unordered(many, tasks):
            runs += PER_TASK
            total.counts += tally.counts
            total.faults += tally.faults
            if time.monotonic() - started > chosen.seconds:
                pool.terminate()
                break
    seconds = time.monotonic() - started
    told = " · ".join(f"{name} {count}" for name, count in sorted(total.counts.items()))
    sys.stdout.write(f"{runs} runs, {runs / seconds:.0f} a second; {told}\n")
    for fault in total.faults[:20]:
        sys.stdout.write(f"\n{fault}\n")
    sys.stdout.write(f"unhandled or half stored: {len(total.faults)}\n")
    return 1 if total.faults else 0


if __name__ == "__main__":
    sys.exit(main())
