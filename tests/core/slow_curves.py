# SPDX-License-Identifier: EUPL-1.2
"""The incidence once more, straight from the definition, in fractions: slow and exact."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from ruimbaan.core.insight.curves import Course


def under_way(rows: Sequence[Course], day: int) -> int:
    return sum(one.enter < day <= one.leave for one in rows)


def ended(rows: Sequence[Course], day: int) -> int:
    return sum(one.leave == day and one.end is not None for one in rows)


def reached(rows: Sequence[Course], day: int, end: str) -> int:
    return sum(one.leave == day and one.end == end for one in rows)


def free_before(rows: Sequence[Course], day: int) -> Fraction:
    """S(t-): nobody ended, over the days before this one."""
    product = Fraction(1)
    for one in sorted({row.leave for row in rows if row.end is not None and row.leave < day}):
        product *= 1 - Fraction(ended(rows, one), under_way(rows, one))
    return product


def incidence(rows: Sequence[Course], end: str, day: int) -> Fraction:
    days = {row.leave for row in rows if row.end is not None and row.leave <= day}
    return sum(
        (
            free_before(rows, one) * Fraction(reached(rows, one, end), under_way(rows, one))
            for one in days
        ),
        Fraction(0),
    )


def variance(rows: Sequence[Course], end: str, day: int) -> Fraction:
    """Marubini and Valsecchi, term by term."""
    at = incidence(rows, end, day)
    total = Fraction(0)
    for one in sorted({row.leave for row in rows if row.end is not None and row.leave <= day}):
        n, d, d1 = under_way(rows, one), ended(rows, one), reached(rows, one, end)
        free, apart = free_before(rows, one), at - incidence(rows, end, one)
        if n > d:
            total += apart * apart * Fraction(d, n * (n - d))
        total += free * free * Fraction((n - d1) * d1, n**3)
        total -= 2 * apart * free * Fraction(d1, n**2)
    return total
