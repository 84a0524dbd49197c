# SPDX-License-Identifier: EUPL-1.2
"""The real site in a real browser: the demo behind its own server, and Chromium that watches."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    sync_playwright,
)

for scenes in ("by_hand", "stage", "story_people", "sterre_scenes", "sterre_scenes_later"):
    pytest.register_assert_rewrite(f"tests.e2e.{scenes}")
from tests.e2e.serving import SAID, serve  # noqa: E402

CHROMIUM = Path("/usr/bin/chromium-headless-shell")  # the same pages without a window around them
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


class Weather(BaseHTTPRequestHandler):
    """An ordinary page about something else."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"weather")

    def log_message(self, *args: object) -> None:
        """Says nothing in the output of the tests."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What a site said of itself stands beside what a reader saw."""
    report = yield
    if report.failed:
        report.sections += [(f"said by {site}", "".join(lines)) for site, lines in SAID.items()]
    return report


@pytest.fixture(scope="session")
def neutral_site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Weather) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, neutral_site: str) -> Iterator[str]:
    """The address of a running demo, served as it is served for real: compressed, hashed names."""
    with serve(tmp_path_factory.mktemp("var"), neutral_site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail("These tests need a browser: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@dataclass
class Watched:
    """A page, and everything that it said and asked for."""

    page: Page
    site: str
    console: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    transferred: int = 0  # bytes of all answers together, as sent

    def visit(self, path: str) -> Page:
        self.page.goto(self.site + path)
        return self.page

    def watch(self) -> Watched:
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.console.append(str(error)))
        self.page.on("request", self._requested)
        self.page.on("requestfinished", self._finished)
        return self

    def _note(self, message: ConsoleMessage) -> None:
        """Chromium also tells, as news, that it did what Clear-Site-Data asked."""
        if message.type in ("error", "warning"):
            self.console.append(f"{message.text} {message.location['url']}")

    def _requested(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:")):
            self.elsewhere.append(request.url)

    def _finished(self, request: Request) -> None:
        sizes = request.sizes()
        self.transferred += sizes["responseHeadersSize"] + sizes["responseBodySize"]


OpenPage = Callable[..., Watched]


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    """`open_page(width=320, script=False)` gives a fresh, watched page."""
    contexts: list[BrowserContext] = []

    def open_one(*, width: int = 1280, script: bool = True) -> Watched:
        context = browser.new_context(
            viewport={"width": width, "height": 844},
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        contexts.append(context)
        return Watched(context.new_page(), site).watch()

    yield open_one
    for context in contexts:
        context.close()
