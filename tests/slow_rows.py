# SPDX-License-Identifier: EUPL-1.2
"""What every slow measure starts from: people, their referrals, and curves as loops and fractions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ruimbaan.core.insight.curves import Course
from tests.core.slow_curves import incidence
from tests.planted_courses import Row
from tests.slow_courses import STEPS, Event, referrals


class SlowRows:
    """Of rows in the order in which they are stored."""

    def __init__(
        self,
        rows: Sequence[Row],
        *,
        cut: int,
        since: int | None = None,
        quiet: int = 60,
        window: int = 180,
        service: Iterable[str] = (),
        told: bool = True,
    ) -> None:
        self.told = told  # is there a column with the receiver?
        self.since = min(row.day for row in rows) if since is None else since
        self.cut, self.quiet, self.window, self.service = cut, quiet, window, set(service)
        self.there = {STEPS.get(row.activity) for row in rows}
        by_case: dict[str, list[Row]] = defaultdict(list)
        for row in sorted(rows, key=lambda one: one.day):
            if row.day <= cut:
                by_case[row.case].append(row)
        self.people = [[Event(*one) for one in enumerate(some)] for some in by_case.values()]
        self.referrals = [one for some in self.people for one in referrals(some)]

    def course(self, begin: int, ends: dict[str, int | None], until: int | None = None):
        last = self.cut if until is None else until
        known = [(day, name) for name, day in ends.items() if day is not None and day <= last]
        day, end = min(known, key=lambda one: one[0]) if known else (last, None)
        course = Course(day - begin, end, max(self.since - 1 - begin, -1))
        return course if course.leave > course.enter else None

    @staticmethod
    def by(courses: Sequence[Course | None], end: str, day: int) -> tuple[int, float | None]:
        rows = [one for one in courses if one]
        seen = max((one.leave for one in rows), default=-1)
        return len(rows), float(incidence(rows, end, day)) if day <= seen else None

    @staticmethod
    def share(flags: list[bool]) -> tuple[int, float | None]:
        return len(flags), sum(flags) / len(flags) if flags else None
