# SPDX-License-Identifier: EUPL-1.2
"""Dates and the few fixed words of a picture, in both languages."""

from __future__ import annotations

from datetime import date

from ruimbaan.core.kernel.texts import Language, Text

FAR = 270  # days from today, from where a date without year can be misread
TODAY = Text("vandaag", "today")

_MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": (
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SHORT: dict[Language, tuple[str, ...]] = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def month_name(day: date, language: Language) -> str:
    return _MONTHS[language][day.month - 1]


def short_month(day: date, language: Language) -> str:
    return _SHORT[language][day.month - 1]


def written_date(day: date, language: Language, *, year: bool = False) -> str:
    """As in "26 april", or "26 april 2027"."""
    words = f"{day.day} {month_name(day, language)}"
    return f"{words} {day.year}" if year else words
