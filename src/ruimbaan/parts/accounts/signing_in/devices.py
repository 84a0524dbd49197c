# SPDX-License-Identifier: EUPL-1.2
"""A device by the name its owner would give it: "Firefox op Android"."""

from __future__ import annotations

from django.utils.translation import gettext as _

# the first that occurs counts: nearly every browser also calls itself by another's name
BROWSERS = (
    ("Firefox/", "Firefox"),
    ("Edg", "Edge"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("OPR/", "Opera"),
    ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def name_of(user_agent: str) -> str:
    """Empty when the browser says nothing that we know."""
    browser = _first(BROWSERS, user_agent)
    system = _first(SYSTEMS, user_agent)
    if browser and system:
        return _("{browser} op {system}").format(browser=browser, system=system)
    return browser or system


def _first(names: tuple[tuple[str, str], ...], user_agent: str) -> str:
    return next((name for mark, name in names if mark in user_agent), "")
