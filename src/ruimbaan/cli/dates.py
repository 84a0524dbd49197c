# SPDX-License-Identifier: EUPL-1.2
"""Days as people say them, without leaning on the language of the machine."""

from __future__ import annotations

from datetime import date, timedelta

from ruimbaan.core.kernel.texts import Language

MONTHS: dict[Language, tuple[str, ...]] = {
    "nl": ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def written(as_of: date, day: int, language: Language) -> str:
    """Day `day` of a plan that begins on `as_of`: "30 jan 2027"."""
    then = as_of + timedelta(days=day)
    return f"{then.day} {MONTHS[language][then.month - 1]} {then.year}"
