# SPDX-License-Identifier: EUPL-1.2
"""The measures of being somewhere for a time, from their definitions."""

from __future__ import annotations

from ruimbaan.analytics.measures.steps import Step
from tests.slow_courses import Stay, stays
from tests.slow_rows import SlowRows


class StayMeasures(SlowRows):
    def ping_pong(self):
        back, empty = [], []
        for events in self.people:
            some = [one for one in stays(events, self.quiet) if one.who not in self.service]
            runs: list[Stay] = []
            for one in sorted(some, key=lambda stay: stay.place):
                if runs and runs[-1].who == one.who:
                    runs[-1] = Stay(one.who, runs[-1].events + one.events)
                else:
                    runs.append(one)
            for one, two, three in zip(runs, runs[1:], runs[2:], strict=False):
                start2, start3 = (min(e.began for e in run.events) for run in (two, three))
                end1, end2 = (max(e.day for e in run.events) for run in (one, two))
                if start2 >= end1 and start3 >= end2 and start3 >= self.since:
                    back.append(one.who == three.who and start3 - end1 <= self.window)
                    empty.append(back[-1] and not two.seen)
        return {"back": self.share(back), "empty": self.share(empty)}

    def between(self):
        courses, gap, whole, journeys = [], 0, 0, 0
        ends = {Step.GOAL, Step.CLOSED, Step.WITHDRAWN}
        for events in self.people:
            some = [one for one in stays(events, self.quiet) if one.seen]
            some.sort(key=lambda one: min(e.place for e in one.events))
            over = [bool(one.steps & ends) or one.last <= self.cut - self.quiet for one in some]
            for number, one in enumerate(some):
                if not over[number] or one.steps & {Step.GOAL, Step.WITHDRAWN}:
                    continue
                others = [(i, other) for i, other in enumerate(some) if i != number]
                if any(
                    (other.first < one.last and (other.last > one.last or not over[i]))
                    or (other.last == one.last and other.first <= one.last and i > number)
                    for i, other in others
                ):
                    continue
                later = [
                    other.first
                    for i, other in others
                    if other.first > one.last or (other.first == one.last and i > number)
                ]
                stopped = [e.day for e in events if e.step is Step.WITHDRAWN and e.day >= one.last]
                courses.append(
                    self.course(
                        one.last,
                        {"next": min(later, default=None), "stopped": min(stopped, default=None)},
                    )
                )
            if some:
                first, last = min(s.first for s in some), max(s.last for s in some)
                covered = {day for s in some for day in range(s.first, s.last)}
                gap += len(set(range(first, last)) - covered)
                whole += last - first
                journeys += last > first
        shown = {}
        for day in (14, 30, 60):
            n, share = self.by(courses, "next", day)
            shown[f"gap_{day}"] = (n, None if share is None else 1 - share)
        if shown["gap_14"][0]:
            shown["uncovered"] = (journeys, gap / whole if whole else None)
        return shown
