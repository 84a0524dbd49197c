# SPDX-License-Identifier: EUPL-1.2
"""The real server with the site that fails for one region, in a folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.ready_sites import around, demo_in
from tools.paths import ROOT

FORM = "application/x-www-form-urlencoded"


@dataclass
class Site:
    """A running site, and everything that it left behind."""

    port: int
    folder: Path
    log: Path
    sent: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    found: list[str] = field(default_factory=list)  # the pages that answered a search

    def post(self, path: str, fields: dict[str, str]) -> str:
        return self._ask(path, urllib.parse.urlencode(fields).encode(), FORM)

    def upload(self, content: bytes) -> str:
        head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="f.json"\r\n\r\n'
        return self._ask(
            "openen", head + content + b"\r\n--x--\r\n", "multipart/form-data; boundary=x"
        )

    def look_for(self, path: str, asked: dict[str, str]) -> str:
        """A search on a page of support, of the map or of rules: it is in the address."""
        with closing(HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request("GET", f"{path}?{urllib.parse.urlencode(asked)}")
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            self.sent.append((answer.status, found))
            return answer.read().decode()

    def may_i(self, fields: dict[str, str]) -> str:
        """Mag ik dit?, which is asked by a form at an address of its own."""
        return self._ask("../ruimte", urllib.parse.urlencode(fields).encode(), FORM)

    def _ask(self, path: str, body: bytes, kind: str) -> str:
        headers = {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": kind}
        with closing(HTTPConnection("127.0.0.1", self.port)) as connection:
            connection.request("POST", urllib.parse.urljoin("/routecheck/", path), body, headers)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            self.sent.append((answer.status, found))
            return answer.read().decode()


FAILING = ("granian", "--interface", "wsgi", "--access-log", "--log-level", "debug")


@contextmanager
def running(folder: Path, *command: str, **variables: str) -> Iterator[Site]:
    """Started, and stopped afterwards; with a `command` that one instead, with these settings."""
    (folder / "tmp").mkdir()
    demo_in(folder / "var")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    surroundings = around(
        folder / "var", **{"PYTHONPATH": path, "TMPDIR": str(folder / "tmp"), **variables}
    )
    words = command or (*FAILING, "tests.security.failing_site:application")
    started = [sys.executable, "-m", *words, "--port", str(port)]
    log = folder / "log"
    with (
        log.open("wb") as out,
        subprocess.Popen(
            started, env=surroundings, cwd=folder, stdout=out, stderr=subprocess.STDOUT
        ) as server,
    ):
        try:
            _wait_until_started(server, log)
            yield Site(port, folder, log)
        finally:
            server.terminate()


def _wait_until_started(server: subprocess.Popen[bytes], log: Path) -> None:
    while "Started worker" not in log.read_text(encoding="utf-8"):
        try:
            server.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail(f"The site did not start:\n{log.read_text(encoding='utf-8')}")
