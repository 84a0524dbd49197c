# SPDX-License-Identifier: EUPL-1.2
"""Starts the site, fills it, sends the load and prints what came of it."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil

from tests.long.load.visiting import Tally, closed_loop, open_loop

ROOT = Path(__file__).parent.parent.parent.parent
WORKERS, THREADS = 2, 4


def main() -> int:
    wanted = argparse.ArgumentParser(prog="python -m tests.long.load")
    wanted.add_argument("--users", type=int, default=50)
    wanted.add_argument("--per-second", type=float, default=0.0, help="open loop")
    wanted.add_argument("--seconds", type=float, default=20.0)
    chosen = wanted.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "RUIMBAAN_VAR": folder, "RUIMBAAN_DEMO": "1", "RUIMBAAN_DEBUG": "0"}
        env["DJANGO_SETTINGS_MODULE"] = "ruimbaan.project.settings"
        port = _free_port()
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)),
                *("--workers", str(WORKERS), "--blocking-threads", str(THREADS)),
                *("--no-ws", "--log-level", "critical", "ruimbaan.project.wsgi:application"),
            ],
            cwd=ROOT,
            env=env,
        )
        try:
            _wait(port)
            visitors = _visitors(Path(folder) / "visitors.json", max(chosen.users, 60), env)
            asyncio.run(closed_loop(visitors, 4, 3, port))  # every worker has read its templates
            before = _processor(server.pid)
            begin = time.perf_counter()
            if chosen.per_second:
                tally = asyncio.run(open_loop(visitors, chosen.per_second, chosen.seconds, port))
            else:
                tally = asyncio.run(closed_loop(visitors, chosen.users, chosen.seconds, port))
            took = time.perf_counter() - begin
            used = _processor(server.pid) - before
        finally:
            server.terminate()
            server.wait(20)
    _tell(tally, took, used)
    return 1 if any(status >= 500 for status in tally.statuses) else 0


def _tell(tally: Tally, took: float, used: float) -> None:
    count = len(tally.seconds)
    sys.stdout.write(
        f"{count} requests in {took:.1f} s: {count / took:.0f} per second; "
        f"p50 {tally.share(0.5):.0f} ms, p95 {tally.share(0.95):.0f} ms, "
        f"p99 {tally.share(0.99):.0f} ms; {tally.written} written; statuses {tally.statuses}; "
        f"processor {1000 * used / count:.1f} ms per request; "
        f"load of the machine {os.getloadavg()[0]:.1f}\n"
    )


def _visitors(path: Path, count: int, env: dict[str, str]) -> list[object]:
    subprocess.run(
        [sys.executable, "-m", "tests.long.load.people", str(count), str(path)],
        cwd=ROOT,
        env=env,
        check=True,
    )
    return list(json.loads(path.read_text(encoding="utf-8")))


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _wait(port: int, seconds: float = 120) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if time.monotonic() > until:
                raise
            time.sleep(0.5)
        else:
            return


def _processor(pid: int) -> float:
    """Seconds of the processor that the server and its workers used so far."""
    whole = psutil.Process(pid)
    times = (one.cpu_times() for one in (whole, *whole.children(recursive=True)))
    return sum(time.user + time.system for time in times)


if __name__ == "__main__":
    sys.exit(main())
