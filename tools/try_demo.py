# SPDX-License-Identifier: EUPL-1.2
"""Starts an installed `ruimbaan demo` in a folder with nothing in it, and reads its pages."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from ruimbaan import __version__

HOST = "127.0.0.1"
PATIENCE = 300.0  # seconds until the first page answers
PAGES = {  # address: what its page must say, from a template, a translation, rules, stories, regions
    "/": "Ruimbaan",
    "/en/": 'lang="en"',
    "/en/dit-doen-we-nooit": "never",
    "/steun/waalstad": "Waalstad",
    "/steun/waalstad/W06": "Waalstad",
    "/regels/R01": "Wmo",
    "/boek": "boek",
    "/fricties/waalstad": "Waalstad",
    "/kaart/waalstad": "<svg",
    "/route/voorbeeld": "<svg",
    "/api/v1/rules": "R01",
    "/docs": "/docs/tutorials/",
    "/docs/reference/rules": "regels/nl/",
    "/open-broncode": __version__,
}
STYLE = re.compile(r'href="(/static/[^"]+\.css)"')


class DemoFailed(Exception):
    """Which page did not answer, or said something else."""


def try_demo(ruimbaan: Path, folder: Path) -> int:
    """How many addresses answered. Raises DemoFailed."""
    folder.mkdir(parents=True)
    port = free_port()
    running = subprocess.Popen(
        [ruimbaan, "demo", "--port", str(port)],
        cwd=folder,
        env={"PATH": f"{ruimbaan.parent}:/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        wait_for(f"http://{HOST}:{port}/", running)
        read = [_read(f"http://{HOST}:{port}", path, said) for path, said in PAGES.items()]
        styles = {style for page in read for style in STYLE.findall(page)}
        if not styles:
            raise DemoFailed("no page names a style sheet")
        read += [_read(f"http://{HOST}:{port}", style, "{") for style in sorted(styles)]
    finally:
        running.terminate()
        running.wait(timeout=30)
    return len(read)


def free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def wait_for(address: str, running: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if running.poll() is not None:
            said = running.stdout.read().decode() if running.stdout else ""
            raise DemoFailed(f"it stopped by itself: {said[-2000:]}")
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 -- our own machine
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise DemoFailed(f"{address} did not answer in {PATIENCE:.0f} s")


def _read(site: str, path: str, said: str) -> str:
    try:
        with urlopen(site + path, timeout=60) as answer:  # noqa: S310 -- our own machine
            text = str(answer.read().decode("utf-8"))
    except URLError as error:
        raise DemoFailed(f"{path}: {error}") from error
    if said not in text:
        raise DemoFailed(f"{path} does not say {said!r}")
    return text


if __name__ == "__main__":
    print(
        try_demo(Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()), "addresses answered"
    )
