# SPDX-License-Identifier: EUPL-1.2
"""The route in the own file in a real browser, on a phone, with and without script."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.by_hand import NARROWEST, PHONE, are_right, both_ways, enter, follow, press
from tests.e2e.conftest import OpenPage


@both_ways
def test_tick_slip_look_again_and_take_back(open_page: OpenPage, script: bool):
    sterre = open_page(width=PHONE, script=script)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn")
    expect(page.get_by_text("Je wacht al 28 dagen op De Kribbe.").first).to_be_visible()
    follow(page, "Hele route")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn route")

    page.locator("main li", has_text="Wachten: Onderzoek naar hulp thuis").get_by_role(
        "link"
    ).click()
    page.get_by_label("De nieuwe dag").fill("2027-06-01")
    press(page, "Het schuift")
    press(page, "Kijk opnieuw")
    expect(page.get_by_text("Dit zou er anders zijn")).to_be_visible()
    expect(page.get_by_text("Begeleiding thuis:").first).to_be_visible()
    follow(page, "Nee, laat het zo")

    page.locator("main li", has_text="Wachten: Onderzoek naar hulp thuis").get_by_role(
        "link"
    ).click()
    press(page, "Zet het laatste terug")
    expect(page.get_by_text("Het schoof naar")).to_have_count(0)
    assert (sterre.console, sterre.elsewhere) == ([], [])


@both_ways
def test_the_appointment_comes_first_with_two_equal_buttons(open_page: OpenPage, script: bool):
    """Another person each time: what one says stays said."""
    reader = open_page(width=PHONE, script=script)
    enter(reader, "sterre" if script else "karim")
    page = reader.visit("/mijn")
    there = page.get_by_role("button", name="Ik ben erbij")
    other = page.get_by_role("button", name="Het lukt me niet")

    sizes = [one.bounding_box() for one in (there, other)]
    assert sizes[0] is not None
    assert sizes[1] is not None
    assert sizes[0]["width"] == sizes[1]["width"]
    assert sizes[0]["height"] == sizes[1]["height"] >= 44
    other.click()
    expect(page.get_by_text("Wij sturen niets. Bellen of appen is genoeg.")).to_be_visible()
    reader.visit("/mijn").get_by_role("button", name="Ik ben erbij").click()
    expect(page.get_by_text("Je bent erbij.")).to_be_visible()


@both_ways
def test_a_hard_time_is_kept_for_oneself_and_ends(open_page: OpenPage, script: bool):
    sterre = open_page(width=PHONE, script=script)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn")
    follow(page, "Alleen voor mij")
    page.get_by_label("Ik neem even pauze").check()
    press(page, "Bewaar, alleen voor mij")
    expect(page.get_by_text("Je plek op de route blijft.").first).to_be_visible()

    press(page, "Ik ga weer verder")
    expect(page.get_by_role("button", name="Bewaar, alleen voor mij")).to_be_visible()
    page.locator("main").get_by_role("button", name="Haal weg").first.click()


def test_pages_break_no_rule_fit_and_are_light(open_page: OpenPage):
    sterre = open_page(width=NARROWEST)
    enter(sterre, "sterre")

    are_right(
        sterre,
        "/mijn",
        "/mijn/route",
        "/mijn/route/nieuw",
        "/mijn/route/anders",
        "/mijn/route/erbij",
        "/mijn/route/voor-mij",
        "/mijn/route/weg",
    )


def test_a_step_can_be_said_with_the_keyboard_alone(open_page: OpenPage):
    sterre = open_page(width=PHONE)
    enter(sterre, "sterre")
    page = sterre.visit("/mijn/route/erbij")
    page.get_by_label("Wat ga je doen?").focus()

    page.keyboard.type("Oma bellen")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn route")
    expect(page.get_by_text("Oma bellen").first).to_be_visible()
    page.locator("main li", has_text="Oma bellen").get_by_role("link").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Gedaan").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Klaar op").first).to_be_visible()
