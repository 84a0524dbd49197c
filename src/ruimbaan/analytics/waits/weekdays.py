# SPDX-License-Identifier: EUPL-1.2
"""On which days of the week somebody is closed, as far as the log can tell (unavailability).

A weekday counts as closed for one who was seen on 20 days or more, never on that weekday: were all
seven alike, this would happen by chance in 5 % at most ((6/7)^20). Seen is what begins or is done.
Lashkevich et al. (2023) find weekly calendars in the log too, with hours; the days here are UTC.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ruimbaan.analytics.flows.following import MICROSECONDS_A_DAY
from ruimbaan.analytics.waits.courses import Events, Truth, Whole
from ruimbaan.analytics.waits.lowest import until

ENOUGH = 20  # days on which one was seen before a weekday can be called closed
WEEK = 7


@dataclass(frozen=True, slots=True)
class Closed:
    """Of each one a row of seven days, from Thursday (1 January 1970) on. The last row is nobody's
    and never closed: `NOBODY` finds it."""

    days: Truth

    @classmethod
    def of(cls, events: Events) -> Closed:
        most = int(events.who.max(initial=0))
        doers = np.concatenate((events.who, events.who))
        days = np.concatenate((events.start, events.complete)) // MICROSECONDS_A_DAY
        seen = np.unique(np.stack((doers, days))[:, doers >= 0], axis=1)
        doer, weekday = seen[0], seen[1] % WEEK
        rows = np.zeros((most + 2, WEEK), dtype=np.int64)
        np.add.at(rows, (doer, weekday), 1)
        return cls((rows == 0) & (rows.sum(axis=1, keepdims=True) >= ENOUGH))

    def until(self, who: Whole, time: Whole) -> Whole:
        """Closed microseconds of each one, from 1970 to each time."""
        weeks, rest = np.divmod(time, WEEK * MICROSECONDS_A_DAY)
        day, part = np.divmod(rest, MICROSECONDS_A_DAY)
        before = np.apply_along_axis(until, 1, self.days.astype(np.int64))
        whole = weeks * before[who, WEEK] + before[who, day]
        found: Whole = whole * MICROSECONDS_A_DAY + np.where(self.days[who, day], part, 0)
        return found
