# SPDX-License-Identifier: EUPL-1.2
"""How far away a day may be that somebody fills in, and counting on from a day that is kept already."""

from __future__ import annotations

from datetime import date, timedelta

LAST_DAY = date(9000, 1, 1)  # a day long after it does not fit in a moment, nor can be counted from


def shifted(day: date, by: timedelta) -> date:
    """So much later, or earlier when `by` is below zero. What no calendar holds is its very last or
    first day: a far day that was kept once must not keep anybody out."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta() else date.min
