# SPDX-License-Identifier: EUPL-1.2
"""How we say lengths of time, dates, lists and texts that exist in one language only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.ui.pictures.words import FAR, written_date

WEEK, MONTH = 7, 30
BREAK = mark_safe("<br>")  # between lines of one text


def length(days: int) -> str:
    """As in "10 dagen", "6 weken" or "2 maanden": never rounded."""
    if days >= 2 * WEEK and days % WEEK == 0:
        return ngettext("%(n)d week", "%(n)d weken", days // WEEK) % {"n": days // WEEK}
    if days >= 2 * MONTH and days % MONTH == 0:
        return ngettext("%(n)d maand", "%(n)d maanden", days // MONTH) % {"n": days // MONTH}
    return ngettext("%(n)d dag", "%(n)d dagen", days) % {"n": days}


def day_words(day: int, as_of: date, language: Language) -> str:
    """As in "26 april", with the year when the day is far away."""
    return written_date(as_of + timedelta(days=day), language, year=abs(day) > FAR)


def around(day: int, as_of: date, language: Language) -> str:
    """As in "vandaag" or "rond 26 april": waits change, so no date is exact."""
    if day == 0:
        return _("vandaag")
    return _("rond %(day)s") % {"day": day_words(day, as_of, language)}


def listed(words: Iterable[str]) -> str:
    """As in "a, b en c"."""
    *first, last = words
    return _("%(first)s en %(last)s") % {"first": ", ".join(first), "last": last} if first else last


def capital(words: str) -> str:
    """The same words, to begin a sentence with."""
    return words[:1].upper() + words[1:]


def small(words: str) -> str:
    """The same words, for inside a sentence; an abbreviation keeps its capitals."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def told(text: Text, language: Language) -> str:
    """A text of the world; Dutch on an English page is marked as Dutch for a screen reader."""
    if language == "en" and text.nl and not text.en:
        return format_html('<span lang="nl">{}</span>', text.nl)
    return text.in_language(language)
