# SPDX-License-Identifier: EUPL-1.2
"""How fine the times of a log are. Below that there is no order, only things done together."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis.expr.types as ir

SECOND = 1_000_000  # microseconds
DAY = 86_400 * SECOND
MONDAY = 3 * DAY  # 1970-01-01 was a Thursday: three days after the Monday of its week


class Precision(StrEnum):
    """Times that fall into one such unit are one moment. Weeks begin on Monday (UTC)."""

    MICROSECOND = "microsecond"
    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"

    @property
    def microseconds(self) -> int:
        return LENGTHS[self]


LENGTHS = {
    Precision.MICROSECOND: 1,
    Precision.SECOND: SECOND,
    Precision.MINUTE: 60 * SECOND,
    Precision.HOUR: 3600 * SECOND,
    Precision.DAY: DAY,
    Precision.WEEK: 7 * DAY,
}


def moment_of(microseconds: ir.IntegerValue, precision: Precision) -> ir.IntegerValue:
    """The number of the unit in which a time falls; equal numbers are one concurrent set."""
    unit = precision.microseconds
    return (
        (microseconds + (MONDAY if precision is Precision.WEEK else 0)) // unit
        if unit > 1
        else microseconds
    )
