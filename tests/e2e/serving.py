# SPDX-License-Identifier: EUPL-1.2
"""The demo behind its own server, as it is served for real: compressed, with hashed names."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from tests.ready_sites import READY_IN, around, demo_in
from tools.paths import ROOT

SITE = "ruimbaan.project.wsgi:application"
LAST_LINES = 100
SAID: dict[str, deque[str]] = {}  # by address: what the sites that run now said last


@contextmanager
def serve(
    folder: Path, neutral_site: str, application: str = SITE, more: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Its address, for as long as it runs. What it keeps stands in `folder`."""
    own = {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "RUIMBAAN_NEUTRAL_SITE": neutral_site}
    surroundings = around(folder, **{**own, **(more or {})})
    if application == SITE and not more:
        demo_in(folder)
    else:  # one that is told another day is made on that day
        del surroundings[READY_IN]
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    with subprocess.Popen(
        [*command, "--blocking-threads", "4", "--workers-kill-timeout", "5", application],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        try:
            _wait_until_started(server)
            assert server.stdout is not None
            address = f"http://127.0.0.1:{port}"
            SAID[address] = deque(maxlen=LAST_LINES)
            listener = Thread(target=SAID[address].extend, args=(server.stdout,), daemon=True)
            listener.start()  # to its last word: a full pipe stops the site
            yield address
            del SAID[address]
            server.terminate()
            listener.join()
        finally:  # else the end of this `with` waits for it, however the test ended
            server.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_started(server: subprocess.Popen[str]) -> None:
    assert server.stdout is not None
    said = ""
    for line in server.stdout:
        said += line
        if "Started worker" in line:
            return
    pytest.fail(f"The site did not start:\n{said}")
