# SPDX-License-Identifier: EUPL-1.2
"""What the pages of a person weigh on a first visit. How fast they are: tests/bench."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.e2e.client_pages import MOST_BYTES, Phone, all_visits


def test_every_page_of_a_person_is_light_on_a_first_visit(browser: Browser, site: str):
    sterre, place = Phone(browser, site), Phone(browser, site)
    sterre.enter("sterre")

    weights = {name: phone.visit(name, act).bytes for phone, name, act in all_visits(sterre, place)}
    sterre.close()
    place.close()

    assert {name: size for name, size in weights.items() if not 0 < size <= MOST_BYTES} == {}
