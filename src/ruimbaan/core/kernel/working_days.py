# SPDX-License-Identifier: EUPL-1.2
"""Dutch working days and the end of a term.

Source: Algemene termijnenwet, art. 1 (a term that ends on a Saturday, Sunday or holiday ends on
the next day that is none), art. 2 (three days contain two working days), art. 3 (which days are
holidays). To be verified by a lawyer; art. 4 exempts terms in hours and those of more than twelve weeks.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

DAY = timedelta(days=1)
SATURDAY = 5


@cache
def holidays(year: int) -> frozenset[date]:
    """The generally recognised holidays, and Good Friday, which is put on a par with them."""
    easter = _easter(year)
    kings_day = date(year, 4, 27)
    return frozenset(
        {
            date(year, 1, 1),
            easter - 2 * DAY,  # Good Friday
            easter + DAY,  # Easter Monday
            kings_day - DAY if kings_day.weekday() > SATURDAY else kings_day,
            date(year, 5, 5),
            easter + 39 * DAY,  # Ascension
            easter + 50 * DAY,  # Whit Monday
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in holidays(day.year)


def on_or_after(day: date) -> date:
    """The day itself when it is a working day, else the next one that is."""
    while not is_working_day(day):
        day += DAY
    return day


def end_of_term(begin: date, *, days: int = 0, weeks: int = 0) -> date:
    """The last day of a term in calendar days or weeks that began to run after `begin`."""
    return on_or_after(begin + timedelta(days=days, weeks=weeks))


def after_working_days(begin: date, count: int) -> date:
    """The day on which `count` working days after `begin` are full."""
    day = begin
    for _ in range(count):
        day = on_or_after(day + DAY)
    return day


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar. Source: the anonymous algorithm in Nature, 1876, as
    in Meeus, Astronomical Algorithms, ch. 8."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, years = divmod(century, 4)
    moon = (8 * century + 13) // 25
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarters, single = divmod(rest, 4)
    weekday = (32 + 2 * years + 2 * quarters - epact - single) % 7
    shift = (golden + 11 * epact + 19 * weekday) // 433
    along = epact + weekday - 7 * shift
    month = (along + 90) // 25
    return date(year, month, (along + 33 * month + 19) % 32)
