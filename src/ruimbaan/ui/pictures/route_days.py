# SPDX-License-Identifier: EUPL-1.2
"""A day of a route in words: with its year where it is so far away that it can be misread."""

from __future__ import annotations

from datetime import date

from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures.words import FAR, written_date


def written(day: date, today: date, language: Language, *, years: bool = False) -> str:
    """As in "26 april", or "26 april 2027" when that is far from today or when `years` asks it.
    Without that a period of a year reads as if it ran backwards."""
    far = abs((day - today).days) > FAR
    return written_date(day, language, year=years or far)
