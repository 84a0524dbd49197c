# SPDX-License-Identifier: EUPL-1.2
"""Signing in as somebody does it: with a device that holds a passkey, with a keyboard, without a
script; and every page of it in order, signed in and signed out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import violations
from tests.e2e.by_hand import DESK, MOST_BYTES, NARROWEST, sideways, too_small
from tests.e2e.conftest import OpenPage, Watched
from tests.e2e.test_every_page import large_letters, structure

OUTSIDE = (
    *("/inloggen", "/inloggen/sleutel", "/inloggen/mail", "/inloggen/papier"),
    *("/inloggen/wachtwoord", "/inloggen/nieuw", "/inloggen/gestopt"),
)
INSIDE = ("/mijn/inloggen", "/mijn/inloggen/sleutel", "/mijn/inloggen/app", "/mijn/inloggen/mail")
INSIDE_TOO = ("/mijn/inloggen/nodig", "/mijn/apparaten")
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def on_localhost(watched: Watched) -> Watched:
    """A passkey belongs to a name; a number has none."""
    watched.site = watched.site.replace("127.0.0.1", "localhost")
    return watched


def begin(watched: Watched) -> Page:
    """A new account, as a person makes it. Its code stands on the page."""
    page = watched.visit("/inloggen/nieuw")
    page.get_by_role("radio").first.check()
    page.get_by_label("Hoe zullen we je noemen?").fill("Sterre")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("heading", name="Je code op papier").wait_for()
    return page


def faults(watched: Watched, paths: tuple[str, ...], language: str) -> Iterator[str]:
    for path in paths:
        watched.transferred = 0
        page = watched.visit(path if language == "nl" else f"/en{path}")
        page.wait_for_load_state("networkidle")
        if not 0 < watched.transferred <= MOST_BYTES:
            yield f"{path}: {watched.transferred} bytes"
        for width in (DESK, NARROWEST):
            yield from (f"{path}: {fault}" for fault in fit(page, width))
        yield from (f"{path}: {fault}" for fault in structure(page, language))
        yield from (f"{path}: {fault}" for fault in large_letters(page))
    yield from watched.console
    yield from watched.elsewhere


def fit(page: Page, width: int) -> Iterator[str]:
    """On a screen so high that the menu at the thumb covers nothing at the moment we look."""
    page.set_viewport_size({"width": width, "height": 2400})
    yield from (f"at {width}: {fault}" for fault in violations(page))
    yield from (f"at {width}: {one}" for one in too_small(page))
    if sideways(page):
        yield f"wider than {width}"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_of_it_is_in_order(open_page: OpenPage, language: str):
    watched = on_localhost(open_page(width=DESK))
    outside = list(faults(watched, OUTSIDE, language))
    begin(watched)

    inside = list(faults(watched, INSIDE + INSIDE_TOO, language))

    assert outside + inside == []


def test_a_passkey_is_made_and_opens_the_own_page(open_page: OpenPage):
    watched = on_localhost(open_page())
    devtools = watched.page.context.new_cdp_session(watched.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page = begin(watched)
    page.goto(watched.site + "/mijn/inloggen/sleutel")
    page.get_by_role("button", name="Maak de sleutel").click()
    page.wait_for_url("**/mijn/inloggen")
    page.get_by_role("button", name="Log uit").click()
    page.wait_for_url("**/inloggen/gestopt")

    page.goto(watched.site + "/inloggen/sleutel?next=/mijn/apparaten")
    page.get_by_role("button", name="Log in met je sleutel").click()

    expect(page.locator("h1")).to_have_text("Mijn apparaten")
    assert page.url.endswith("/mijn/apparaten")
    assert watched.console == []


def test_a_device_that_says_no_is_told_kindly(open_page: OpenPage):
    watched = on_localhost(open_page())
    devtools = watched.page.context.new_cdp_session(watched.page)
    devtools.send("WebAuthn.enable")
    refusing = {**AUTHENTICATOR, "isUserVerified": False}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": refusing})
    page = watched.visit("/inloggen/sleutel")

    page.get_by_role("button", name="Log in met je sleutel").click()
    page.get_by_text("Het lukte niet. Probeer het nog een keer.").wait_for()

    assert page.url.endswith("/inloggen/sleutel")


def test_without_a_script_all_but_the_passkey_works(open_page: OpenPage):
    watched = open_page(width=NARROWEST, script=False)
    page = begin(watched)
    code = page.locator(".rb-secret").inner_text()
    name = re.search(r"[a-z]+-[a-z]+-\d{4}", page.inner_text("main"))
    page.get_by_role("link", name="Ik heb hem. Verder").click()
    page.get_by_role("button", name="Log uit").click()

    page.get_by_role("link", name="Inloggen").last.click()
    page.get_by_role("link", name="Met je code op papier").click()
    page.get_by_label("Je codenaam").fill(name[0] if name else "")
    page.get_by_label("Je code", exact=True).fill(code)
    page.get_by_role("button", name="Log in").click()

    expect(page).to_have_url(re.compile("/mijn$"))
    assert re.search(r"Zonder nieuwe klik sluit dit om \d\d\.\d\d uur", page.inner_text("body"))


def test_a_scanned_code_is_filled_in_and_leaves_the_address_bar(open_page: OpenPage):
    page = open_page(width=NARROWEST).visit("/inloggen/papier#BCDF-GHJK-2345")

    page.wait_for_function("location.hash === ''")

    assert page.get_by_label("Je code", exact=True).input_value() == "BCDF-GHJK-2345"
    assert page.evaluate("document.activeElement.id") == "naam"


def test_with_the_keyboard_alone(open_page: OpenPage):
    page = open_page().visit("/inloggen/papier")
    page.get_by_label("Je codenaam").focus()

    page.keyboard.type("blauwe-reiger-0000")
    page.keyboard.press("Tab")
    page.keyboard.type("BCDF-GHJK-2345")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()

    assert page.evaluate("document.activeElement.id") == "wrong"
    assert page.get_by_label("Je codenaam").input_value() == "blauwe-reiger-0000"


def test_snel_weg_signs_out(open_page: OpenPage, neutral_site: str):
    watched = open_page(width=NARROWEST)
    page = begin(watched)
    page.goto(watched.site + "/mijn")

    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(neutral_site)
    page.goto(watched.site + "/mijn")

    assert "/inloggen?next=" in page.url


def test_two_minutes_before_it_closes_a_reader_may_stay(open_page: OpenPage):
    watched = open_page()
    page = watched.page
    begin(watched)
    page.clock.install()
    page.goto(watched.site + "/mijn/apparaten")
    banner = page.get_by_text("Over 2 minuten sluiten we")
    at_first = banner.is_visible()

    page.clock.fast_forward(28 * 60_000)
    banner.wait_for()
    page.get_by_role("button", name="Ik ben er nog").click()
    banner.wait_for(state="hidden")

    assert not at_first
    assert page.url.endswith("/mijn/apparaten")
    assert watched.console == []


def test_who_stays_away_finds_a_page_that_says_so(open_page: OpenPage):
    watched = open_page()
    page = watched.page
    begin(watched)
    page.clock.install()
    page.goto(watched.site + "/mijn/apparaten")

    page.clock.fast_forward(31 * 60_000)
    page.wait_for_url("**/inloggen/gestopt")

    assert page.locator("h1").inner_text() == "We hebben je uitgelogd"
