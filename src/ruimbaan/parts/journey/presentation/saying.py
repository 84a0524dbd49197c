# SPDX-License-Identifier: EUPL-1.2
"""Texts, days and lists in the language of the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ruimbaan.core.kernel.texts import Text
from ruimbaan.ui.reader import in_words, language

__all__ = [
    "capital",
    "day",
    "hour",
    "in_words",
    "language",
    "last_day",
    "listed",
    "say",
    "weekday",
]


def say(text: Text, **details: object) -> str:
    return text.in_language(language()).format_map(details) if details else in_words(text)


def day(moment: date, today: date) -> str:
    """As in: 12 maart; with the year when it is another one."""
    return date_format(moment, "j F" if moment.year == today.year else "j F Y")


def weekday(moment: date, today: date) -> str:
    """As in: vrijdag 12 maart."""
    return f"{date_format(moment, 'l')} {day(moment, today)}"


def hour(at: time) -> str:
    return f"{at:%H:%M}" if language() == "en" else f"{at:%H.%M} uur"


def last_day(ends: datetime) -> date:
    """The last whole or partial day on which a grant that ends at this moment still opens."""
    return (timezone.localtime(ends) - timedelta(microseconds=1)).date()


def listed(words: Sequence[str]) -> str:
    """As in: a, b en c."""
    if len(words) < 2:
        return "".join(words)
    return _("{begin} en {last}").format(begin=", ".join(words[:-1]), last=words[-1])


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]
