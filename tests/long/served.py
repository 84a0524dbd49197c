# SPDX-License-Identifier: EUPL-1.2
"""A server of the site as it is run for real (`ruimbaan serve`), with a port of its own."""

from __future__ import annotations

import http.client
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import psutil

from tests.long.own_postgres import free_port, kill_all
from tests.site_of_its_own import Site
from tools.paths import ROOT

PATIENCE = 180.0  # seconds
OFTEN = 0.05  # seconds between two looks


class AppServer:
    """`more`: settings besides those of the site. What it says goes to `log`."""

    def __init__(
        self, site: Site, log: Path, workers: int = 1, more: Mapping[str, str] | None = None
    ) -> None:
        self.port, self._site, self._log = free_port(), site, log
        self.workers, self.more = workers, dict(more or {})
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        words = ("serve", "--port", str(self.port), "--workers", str(self.workers))
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ruimbaan.cli", *words],
                cwd=ROOT,
                env=self._site.environment(self.more),
                stdout=log,
                stderr=log,
            )

    def is_ready(self) -> bool:
        with suppress(OSError, http.client.HTTPException):
            return status_of(self.port, "/readyz") == http.HTTPStatus.OK
        return False

    def wait_until_ready(self) -> float:
        """How many seconds that took."""
        began = time.monotonic()
        while not self.is_ready():
            ended = self._process is None or self._process.poll() is not None
            if ended or time.monotonic() - began > PATIENCE:
                said = self._log.read_text(encoding="utf-8", errors="replace").splitlines()[-12:]
                raise TimeoutError("The server did not become ready:\n" + "\n".join(said))
            time.sleep(OFTEN)
        return time.monotonic() - began

    def processes(self) -> list[psutil.Process]:
        """Itself and its workers, as they run now."""
        if self._process is None:
            return []
        try:
            one = psutil.Process(self._process.pid)
            return [one, *one.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

    def stop(self) -> None:
        """As who manages the service does it."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def kill(self) -> None:
        if self._process is not None:
            kill_all(self._process.pid)
            self._process.wait()


def status_of(port: int, path: str, seconds: float = 30) -> int:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=seconds)
    try:
        line.request("GET", path, headers={"X-Forwarded-Proto": "https"})
        answer = line.getresponse()
        answer.read()
        return answer.status
    finally:
        line.close()


class Readiness(threading.Thread):
    """Asks `/readyz` of a server all the time, as a proxy does, and keeps when the answer changed."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self._port, self._stopping = port, threading.Event()
        self.changes: list[tuple[float, bool]] = []  # moment (monotonic), whether it was ready

    def run(self) -> None:
        while not self._stopping.wait(OFTEN):
            try:
                ready = status_of(self._port, "/readyz", 5) == http.HTTPStatus.OK
            except (OSError, http.client.HTTPException):
                ready = False
            if not self.changes or self.changes[-1][1] is not ready:
                self.changes.append((time.monotonic(), ready))

    def first(self, moment: float, *, ready: bool) -> float | None:
        """Seconds from this moment until it was so; 0 when it was so already, None when never."""
        before = [value for at, value in self.changes if at <= moment]
        if before and before[-1] is ready:
            return 0.0
        later = (at - moment for at, value in self.changes if at > moment and value is ready)
        return next(later, None)

    def end(self) -> None:
        self._stopping.set()
        self.join(10)
