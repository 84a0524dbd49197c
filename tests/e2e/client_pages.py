# SPDX-License-Identifier: EUPL-1.2
"""Every page that a person or a receiver without account opens on a phone, each for the first time:
with an empty cache, so that style, letters and script come along. What one visit weighs and takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

MOST_BYTES = 60_000  # of one visit with an empty cache, as sent
MOST_SECONDS = 2.0  # until the largest text or picture stands there (LCP), on the line below
MOST_SHIFT = 0.02  # of the layout (CLS)
KBIT, ROUND_TRIP, SLOWER = 400, 300, 4  # kbit/s, ms, times slower than this machine
PHONE: ViewportSize = {"width": 390, "height": 844}  # CSS px
PUBLIC = ("/routecheck", "/routecheck/voorbeeld/karim")
OWN = (
    "/mijn",
    "/mijn/route",
    "/mijn/route/anders",
    "/mijn/route/voor-mij",
    "/mijn/wensen",
    "/mijn/wensen/nieuw",
    "/mijn/ik-nu",
    "/mijn/mensen",
    "/mijn/verhaal",
    "/mijn/afspraken",
    "/mijn/noodkaart",
    "/mijn/delen",
    "/mijn/delen/nieuw",
    "/mijn/wie-keek",
    "/mijn/overdracht",
    "/mijn/overdracht/nieuw",
    "/mijn/agenda",
    "/mijn/samenvatting",
    "/mijn/rechten",
    "/gedeeld",
)
PAINTS = """() => new Promise(done => {
  let last = 0, shift = 0
  new PerformanceObserver(all => all.getEntries().forEach(one => { last = one.startTime }))
    .observe({type: 'largest-contentful-paint', buffered: true})
  new PerformanceObserver(all => all.getEntries().forEach(one => { shift += one.value }))
    .observe({type: 'layout-shift', buffered: true})
  setTimeout(() => done([last / 1000, shift]), 50)
})"""
Act = Callable[[Page], object]


@dataclass(frozen=True, slots=True)
class Visit:
    """`seconds` until the largest paint and `shift` are those of a slow line only when it was slow."""

    name: str
    bytes: int
    seconds: float
    shift: float


class Phone:
    """A phone whose cache is emptied before each visit."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.site = site
        self._context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
        self._context.set_default_timeout(60_000)
        self.page = self._context.new_page()
        self._devtools: CDPSession = self._context.new_cdp_session(self.page)
        self._devtools.send("Network.enable")
        self._devtools.on("Network.loadingFinished", self._arrived)
        self._bytes = 0

    def _arrived(self, event: dict[str, Any]) -> None:
        self._bytes += int(event["encodedDataLength"])

    @contextmanager
    def slow(self) -> Iterator[None]:
        """A line of 400 kbit/s, and a processor four times slower."""
        self._set(ROUND_TRIP, KBIT * 1000 // 8, SLOWER)
        yield
        self._set(0, -1, 1)

    def _set(self, latency: int, bytes_a_second: int, slower: int) -> None:
        line = {"downloadThroughput": bytes_a_second, "uploadThroughput": bytes_a_second}
        self._devtools.send(
            "Network.emulateNetworkConditions", {"offline": False, "latency": latency, **line}
        )
        self._devtools.send("Emulation.setCPUThrottlingRate", {"rate": slower})

    def enter(self, who: str) -> None:
        self.page.goto(f"{self.site}/inloggen/voorbeeld")
        self.page.locator(f'button[value="{who}"]').click()

    def visit(self, name: str, act: Act) -> Visit:
        self._devtools.send("Network.clearBrowserCache")
        self._bytes = 0
        act(self.page)
        self.page.wait_for_load_state("load")
        seconds, shift = self.page.evaluate(PAINTS)
        return Visit(name, self._bytes, seconds, shift)

    def close(self) -> None:
        self._context.close()


def to(path: str, site: str) -> Act:
    return lambda page: page.goto(site + path)


def send_by_link(page: Page, site: str) -> tuple[str, str]:
    """A question to a place without account: the path of its link, and the code."""
    page.goto(f"{site}/mijn/overdracht/nieuw")
    page.locator("#doel").fill("Samen naar het loket")
    page.locator("input[name=wie][value=link]").check()
    page.locator("main form button.nl-button--primary").first.click()
    page.locator("button[name=doe][value=ja]").click()
    code = page.locator(".rb-secret").inner_text()
    address = page.locator(".rb-code").inner_text()
    return re.sub(r"^https?://[^/]+", "", address), code


def say_code(code: str) -> Act:
    def say(page: Page) -> None:
        page.locator("#code").fill(code)
        page.locator("main form button").first.click()

    return say


def all_visits(sterre: Phone, place: Phone) -> Iterator[tuple[Phone, str, Act]]:
    """Sterre is signed in; `place` has no account and is new to the site. In this order."""
    for path in PUBLIC:
        yield place, path, to(path, place.site)
    for path in OWN:
        yield sterre, path, to(path, sterre.site)
    path, code = send_by_link(sterre.page, sterre.site)
    yield place, "/overdracht/<link>", to(path, place.site)
    yield place, "/overdracht/<link> met code", say_code(code)
