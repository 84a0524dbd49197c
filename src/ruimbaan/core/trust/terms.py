# SPDX-License-Identifier: EUPL-1.2
"""Terms in months, in which a request must be answered.

Source: AVG art. 12(3) (one month from receipt); Regulation 1182/71, art. 3(2)(c) and 3(4) (a month
ends on the same date, or on its last day; a last day that is no working day moves on). To be
verified by a lawyer.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ruimbaan.core.kernel.working_days import on_or_after


def one_month_after(received: date) -> date:
    """The last day on which an answer is in time."""
    return on_or_after(months_after(received, 1))


def months_after(day: date, count: int) -> date:
    """The same date so many months on; the last day of that month when it has no such date."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
