# SPDX-License-Identifier: EUPL-1.2
"""Many people at once on the site as it is served: how many answers a second, and how soon.

python -m tests.long.load --users 50                     each asks again as soon as there is an answer
python -m tests.long.load --per-second 60 --postgresql   requests leave on their own time

Every look is logged and on disk before it is answered; one request in five writes. The requests
come from the same machine. Ends with exit code 1 when an answer was 5xx or an unexpected one.
"""

from __future__ import annotations

import argparse
import asyncio
import http.client
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.long.load.visiting import EXPECTED, Tally, closed_loop, open_loop
from tests.long.own_postgres import OwnPostgres, free_port, kill_all
from tests.long.shared_site import visitors_of
from tests.site_of_its_own import Site, new_site
from tools.paths import ROOT

WORKERS, THREADS = 2, 4
LEAST_VISITORS = 60


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--per-second", type=float, default=0.0, help="open loop")
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--threads", type=int, default=THREADS, help="of each of the two workers")
    chosen = parser.parse_args()
    postgres = OwnPostgres() if chosen.postgresql else None
    try:
        if postgres is not None:
            postgres.start()
        with tempfile.TemporaryDirectory(prefix="ruimbaan-load-") as folder:
            site = new_site(Path(folder), postgres.address if postgres else "")
            tally = _serve(site, chosen)
    finally:
        if postgres is not None:
            postgres.remove()
    return 0 if set(tally.statuses) <= EXPECTED else 1


def _serve(site: Site, chosen: argparse.Namespace) -> Tally:
    site.run("django", "collectstatic", "--no-input")
    visitors = visitors_of(site, max(chosen.users, LEAST_VISITORS))
    port = free_port()
    with (site.folder / "server.log").open("ab") as log:
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "granian", "--interface=wsgi", f"--port={port}"),
                *(f"--workers={WORKERS}", f"--blocking-threads={chosen.threads}"),
                "ruimbaan.project.wsgi:application",
            ],
            cwd=ROOT,
            env=site.environment(),
            stdout=log,
            stderr=log,
        )
    try:
        _wait(port)
        asyncio.run(closed_loop(visitors, 8, 3, [port]))  # every worker has read its templates
        before, begin = _processor(server.pid), time.perf_counter()
        asked = (
            open_loop(visitors, chosen.per_second, chosen.seconds, [port])
            if chosen.per_second
            else closed_loop(visitors, chosen.users, chosen.seconds, [port])
        )
        tally = asyncio.run(asked)
        took = time.perf_counter() - begin
        _tell(tally, took, _processor(server.pid) - before)
    finally:
        kill_all(server.pid)
        server.wait()
    return tally


def _tell(tally: Tally, took: float, used: float) -> None:
    count = len(tally.seconds)
    sys.stdout.write(
        f"{count} requests in {took:.1f} s: {count / took:.0f} per second; "
        f"p50 {tally.share(0.5):.0f} ms, p95 {tally.share(0.95):.0f} ms, "
        f"p99 {tally.share(0.99):.0f} ms; {tally.written} written; statuses {tally.statuses}; "
        f"processor {1000 * used / count:.1f} ms per request; "
        f"load of the machine {os.getloadavg()[0]:.1f}\n"
    )


def _wait(port: int, seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("GET", "/", headers={"X-Forwarded-Proto": "https"})
            connection.getresponse().read()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.5)
        else:
            return
        finally:
            connection.close()


def _processor(pid: int) -> float:
    """Seconds of the processor that the server and its workers used so far (not PostgreSQL)."""
    whole = psutil.Process(pid)
    times = (one.cpu_times() for one in (whole, *whole.children(recursive=True)))
    return sum(time.user + time.system for time in times)


if __name__ == "__main__":
    sys.exit(main())
