# SPDX-License-Identifier: EUPL-1.2
"""From days to places on paper, and the bands of weeks, months or seasons behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ruimbaan.core.kernel.texts import Language
from ruimbaan.ui.pictures.measure import text_width
from ruimbaan.ui.pictures.words import month_name, short_month

LABEL_SIZE = 16
_PADDING = 10
_DAYS_IN_MONTH = 30.4
_MOST_DAYS_FOR_WEEKS = 75
_Namer = Callable[[date, Language], str]
_STEPS: tuple[tuple[int, _Namer], ...] = (
    (1, month_name),
    (1, short_month),
    (3, month_name),
    (3, short_month),
    (6, short_month),
    (12, short_month),
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Days [first, until) between `left` and `right`."""

    first: date
    until: date
    left: float
    right: float

    @property
    def per_day(self) -> float:
        return (self.right - self.left) / (self.until - self.first).days

    def at(self, day: date) -> float:
        """Where the morning of a day stands; days outside the scale end on its edge."""
        place = self.left + (day - self.first).days * self.per_day
        return min(max(place, self.left), self.right)


@dataclass(frozen=True, slots=True)
class Band:
    """One stretch of the calendar; `label` is empty when there is no place to write it."""

    left: float
    right: float
    label: str
    year: str
    shaded: bool


def bands(scale: Scale, language: Language) -> tuple[Band, ...]:
    """The calendar behind a picture, with a year under its first label and every new one."""
    months, label = _step(scale, language)
    starts = list(_months(scale, months) if months else _mondays(scale))
    made: list[Band] = []
    year = None
    for index, (start, end) in enumerate(zip(starts, [*starts[1:], scale.until], strict=True)):
        left, right = scale.at(start), scale.at(end)
        words = label(start, language)
        if _width(words) > right - left:
            words = ""
        new_year = bool(words) and start.year != year
        year = start.year if new_year else year
        made.append(Band(left, right, words, str(year) if new_year else "", index % 2 == 0))
    return tuple(made)


def _mondays(scale: Scale) -> Iterator[date]:
    day = scale.first - timedelta(days=scale.first.weekday())
    while day < scale.until:
        yield max(day, scale.first)
        day += timedelta(days=7)


def _months(scale: Scale, months: int) -> Iterator[date]:
    day = scale.first.replace(month=scale.first.month - (scale.first.month - 1) % months, day=1)
    while day < scale.until:
        yield max(day, scale.first)
        later = day.month - 1 + months
        day = date(day.year + later // 12, later % 12 + 1, 1)


def _step(scale: Scale, language: Language) -> tuple[int, _Namer]:
    """How many months a band holds (none: it is a week), and how it is called."""
    if (scale.until - scale.first).days <= _MOST_DAYS_FOR_WEEKS:
        return 0, _week_label
    for months, label in _STEPS:
        if _widest(label, language) <= months * _DAYS_IN_MONTH * scale.per_day:
            return months, label
    return _STEPS[-1]


def _week_label(start: date, language: Language) -> str:
    return f"{start.day} {short_month(start, language)}"


def _widest(label: _Namer, language: Language) -> float:
    return max(_width(label(date(2024, month, 1), language)) for month in range(1, 13))


def _width(words: str) -> float:
    return text_width(words, LABEL_SIZE, bold=True) + 1.5 * _PADDING
