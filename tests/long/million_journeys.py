# SPDX-License-Identifier: EUPL-1.2
"""Very many files in PostgreSQL, and the site on top: do pages come as soon as with few?

python -m tests.long.million_journeys                                 a million; some 15 GB of disk
python -m tests.long.million_journeys --journeys 2000 --seconds 5     to see that it works

Files are filled in as the site writes them (tests/bulk_patterns.py): sealed with a key of their own,
with grants, handoffs and rows in the access log. Then owners and workers ask for pages at a steady
pace, one request in five writes. Says 95 of 100 for each page, which statements took longer than
--slow milliseconds, which tables were read from end to end, and how long the daily commands take.
Ends with 1 when 95 of 100 pages take longer than --most milliseconds, or an answer is a wrong one.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any, TextIO, cast

import psycopg

from tests.long.load.visiting import EXPECTED, Tally, closed_loop, open_loop
from tests.long.served import AppServer
from tests.long.shared_site import database_of, site_on_postgres, started, visitors_of
from tests.long.telling import Busy, LongRun, carry_out, switches
from tests.site_of_its_own import Site
from tools.paths import ROOT

# For much at once: memory as the manual of PostgreSQL advises for a machine of 16 GB, and no checkpoint
# every few seconds while the files are filled in.
SERVER = {"shared_buffers": "4GB", "max_wal_size": "16GB", "checkpoint_timeout": "15min"}
LARGE = 100_000  # rows: reading such a table from end to end for a page is a fault
DAILY = (
    ("check", "--json"),
    ("handoff", "remind"),
    ("room", "remind"),
    ("retention", "run"),
    ("keys", "status"),
)
READ_THROUGH = """
SELECT relname, seq_scan, seq_tup_read FROM pg_stat_user_tables
WHERE seq_scan > 0 AND n_live_tup > %s ORDER BY seq_tup_read DESC
"""
DURATION = re.compile(r"duration: ([\d.]+) ms +(?:statement|execute [^:]*): (.*)")


def main() -> int:
    parser = switches(__doc__)
    parser.add_argument("--journeys", type=int, default=1_000_000)
    parser.add_argument("--per-second", type=float, default=20.0)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--visitors", type=int, default=200)
    parser.add_argument("--processes", type=int, default=2, help="that fill")
    parser.add_argument("--slow", type=int, default=50, help="milliseconds of a statement")
    parser.add_argument("--most", type=float, default=200.0, help="milliseconds")
    return carry_out(parser, _run)


def _run(run: LongRun) -> dict[str, Any]:
    chosen, stopped, busy = run.chosen, run.stopped, run.busy
    postgres, site = site_on_postgres(run, SERVER)
    data = database_of(site, postgres)
    figures = _filled(site, data, chosen, stopped, busy)
    if stopped.is_set():
        return {**figures, "good": False}
    busy.step("visitors")
    visitors = visitors_of(site, chosen.visitors, "tests.bulk_visitors")
    server = AppServer(site, site.folder / "server.log", workers=2)
    figures["ready_after_s"] = started([server], run)
    asyncio.run(closed_loop(visitors, 8, 5, [server.port]))  # every worker has read its templates
    _watch_statements(data, chosen.slow)
    mark = (postgres.folder / "server.log").stat().st_size
    busy.step(f"{chosen.per_second:.0f} requests a second", chosen.seconds)
    tally = asyncio.run(open_loop(visitors, chosen.per_second, chosen.seconds, [server.port]))
    figures |= _pages(tally)
    with psycopg.connect(data) as connection:
        found = connection.execute(READ_THROUGH, [LARGE]).fetchall()
    figures["read_through"] = {name: f"{times} times, {rows} rows" for name, times, rows in found}
    figures["slow_statements"] = _slow(postgres.folder / "server.log", mark)
    busy.step("daily commands")
    figures["daily_s"] = (
        {} if stopped.is_set() else {" ".join(one): _took(site, one) for one in DAILY}
    )
    good = set(tally.statuses) <= EXPECTED and figures["p95_ms"] <= chosen.most
    return {**figures, "good": good}


def _filled(
    site: Site, data: str, chosen: argparse.Namespace, stopped: threading.Event, busy: Busy
) -> dict[str, Any]:
    busy.step(f"{chosen.journeys} files", chosen.journeys)
    begun = time.monotonic()
    shares = [len(range(one, chosen.journeys, chosen.processes)) for one in range(chosen.processes)]
    running = [_filler(site, data, share) for share in shares]
    there = [0] * len(running)
    watching = [
        threading.Thread(target=_hear, args=(cast(TextIO, one.stdout), there, number), daemon=True)
        for number, one in enumerate(running)
    ]
    for thread in watching:
        thread.start()
    while any(one.poll() is None for one in running):
        busy.so_far(sum(there))
        if stopped.wait(0.2):
            for one in running:
                one.terminate()
    codes = [one.wait() for one in running]
    if any(codes) and not stopped.is_set():
        raise SystemExit(f"A filler ended with {codes}.")
    filled = time.monotonic() - begun
    busy.step("VACUUM ANALYZE")
    with psycopg.connect(data, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")
        size = connection.execute("SELECT pg_database_size(current_database())").fetchone()
        rows = connection.execute("SELECT sum(n_live_tup) FROM pg_stat_user_tables").fetchone()
    assert size is not None
    assert rows is not None
    return {
        "journeys": sum(there),
        "rows": int(rows[0]),
        "database_gb": round(size[0] / 1e9, 2),
        "filled_in_s": round(filled, 1),
        "journeys_per_second": round(sum(there) / filled),
        "vacuum_s": round(time.monotonic() - begun - filled, 1),
    }


def _filler(site: Site, data: str, count: int) -> subprocess.Popen[str]:
    words = (str(count), data, f"{data}_keys")
    return subprocess.Popen(
        [sys.executable, "-m", "tests.bulk_files", *words],
        cwd=ROOT,
        env=site.environment(),
        stdout=subprocess.PIPE,
        text=True,
    )


def _hear(said: TextIO, there: list[int], number: int) -> None:
    for line in said:
        there[number] = int(line)


def _watch_statements(data: str, slow: int) -> None:
    with psycopg.connect(data, autocommit=True) as connection:
        connection.execute("SELECT pg_stat_reset()")
        statement = f"ALTER SYSTEM SET log_min_duration_statement = {int(slow)}"
        connection.execute(statement.encode())
        connection.execute("SELECT pg_reload_conf()")


def _slow(log: Path, mark: int) -> dict[str, str]:
    """By their first words: how often, and the longest."""
    with log.open("rb") as file:
        file.seek(mark)
        found = DURATION.findall(file.read().decode(errors="replace"))
    times: Counter[str] = Counter()
    longest: dict[str, float] = {}
    for took, statement in found:
        begin = statement[:160]
        times[begin] += 1
        longest[begin] = max(longest.get(begin, 0.0), float(took))
    return {
        one: f"{count} times, {longest[one]:.0f} ms at most" for one, count in times.most_common(12)
    }


def _pages(tally: Tally) -> dict[str, Any]:
    by_page = {
        page: Tally(seconds=seconds).share(0.95) for page, seconds in sorted(tally.pages.items())
    }
    return {
        "requests": len(tally.seconds),
        "statuses": tally.statuses,
        "written": tally.written,
        "p50_ms": round(tally.share(0.5)),
        "p95_ms": round(tally.share(0.95)),
        "p99_ms": round(tally.share(0.99)),
        "p95_ms_by_page": {page: round(took) for page, took in by_page.items()},
    }


def _took(site: Site, words: tuple[str, ...]) -> float:
    """Seconds, with the start of the program."""
    begun = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "ruimbaan.cli", *words],
        cwd=ROOT,
        env=site.environment(site.more),
        capture_output=True,
        check=False,  # `check` says that nobody makes backups here
    )
    return round(time.monotonic() - begun, 1)


if __name__ == "__main__":
    sys.exit(main())
