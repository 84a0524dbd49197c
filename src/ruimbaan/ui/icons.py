# SPDX-License-Identifier: EUPL-1.2
"""Own line icons on a 24 by 24 grid. They are decoration: the word always stands beside them."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SHAPES = {
    "alert": '<path d="M12 4 22 20H2zM12 10v4M12 17v.1"/>',
    "answer": '<circle cx="12" cy="12" r="9"/><path d="m8 12 3 3 5-6"/>',
    "arrow": '<path d="m9 5 7 7-7 7"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3 2"/>',
    "code": '<path d="m8 7-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14"/>',
    "cross": '<path d="m6 6 12 12M18 6 6 18"/>',
    "cut": '<circle cx="6" cy="7" r="2.5"/><circle cx="6" cy="17" r="2.5"/>'
    '<path d="m8 8.5 12 8M8 15.5l12-8"/>',
    "exit": '<path d="M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M4 12h11M11 8l4 4-4 4"/>',
    "flag": '<path d="M6 21V4h12l-3 4.5 3 4.5H6"/>',
    "gap": '<path d="M2 12h4l2-4 3 8 3-8 2 4h6"/>',
    "heart": '<path d="M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z"/>',
    "home": '<path d="m4 11 8-7 8 7M6 10v10h12V10M10 20v-6h4v6"/>',
    "hourglass": '<path d="M6 3h12M6 21h12M8 3c0 5 8 5 8 9s-8 4-8 9M16 3c0 5-8 5-8 9s8 4 8 9"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.4v.1"/>',
    "key": '<circle cx="8" cy="15" r="4.5"/><path d="m11.2 11.8 8.3-8.3M16 7l3 3"/>',
    "lock": '<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
    "mail": '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m4 7 8 6 8-6"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "paper": '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
    "people": '<circle cx="9" cy="8" r="3.6"/>'
    '<path d="M2.5 20c0-8 13-8 13 0M15.5 4.8a3.6 3.6 0 0 1 0 6.6M18 13.6c2.4.9 3.5 3.2 3.5 6.4"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M5 21c0-9 14-9 14 0"/>',
    "phone": '<path d="m5 4h4l2 5-3 2c1 3 3 5 6 6l2-3 5 2v4c-9 2-18-7-16-16z"/>',
    "question": '<circle cx="12" cy="12" r="9"/>'
    '<path d="M9.5 9.5a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.8-.9 1.7M12 16.6v.1"/>',
    "room": '<path d="m12 4 8 8-8 8-8-8z"/>',
    "route": '<path d="M5 19C5 12 19 12 19 5"/><circle cx="5" cy="19.5" r="2"/>'
    '<circle cx="19" cy="4.5" r="2"/>',
    "sun": '<circle cx="12" cy="12" r="4"/>'
    '<path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>',
    "tick": '<path d="m5 12.5 5 5 9-11"/>',
    "speech": '<path d="M4 5h16v11H11l-5 4v-4H4z"/>',
}


def draw(name: str) -> SafeString:
    """The icon as inline SVG; an unknown name raises KeyError, so a typo shows in every test."""
    return format_html(
        '<svg class="rb-ic" viewBox="0 0 24 24" aria-hidden="true">{}</svg>',
        mark_safe(SHAPES[name]),  # noqa: S308 - constant of this module
    )
