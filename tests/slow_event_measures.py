# SPDX-License-Identifier: EUPL-1.2
"""The measures of what happens, from their definitions."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from statistics import fmean

from ruimbaan.analytics.measures.steps import Step
from tests.slow_courses import Event
from tests.slow_rows import SlowRows


class EventMeasures(SlowRows):
    def intakes(self):
        more, again = [], []
        for events in self.people:
            some = [one for one in events if one.step is Step.INTAKE]
            if some and self.since <= some[0].day <= self.cut - 365:
                within = [one for one in some if one.day <= some[0].day + 365]
                more.append(len(within) - 1)
                again.append(max(len({one.who for one in within if one.who}) - 1, 0))
        n = len(more)
        return {
            "more": (n, fmean(more) if n else None),
            "any": self.share([one > 0 for one in more]),
            "again": (n, fmean(again) if n else None),
        }

    def rework(self):
        again, at_once, later = [], [], []
        parts = defaultdict(list)
        for events in self.people:
            names = [one.row.activity for one in events]
            loops = [one == two for one, two in pairwise(names)]
            again.append(len(set(names)) < len(names))
            at_once.append(any(loops))
            later.append(
                any(
                    name in names[: i - 1] and names[i - 1] != name
                    for i, name in enumerate(names)
                    if i
                )
            )
            for name in set(names):
                parts[name].append(names.count(name) > 1)
        return {
            "again": self.share(again),
            "at_once": self.share(at_once),
            "later": self.share(later),
        } | {("again", name): self.share(flags) for name, flags in parts.items() if any(flags)}

    def continuity(self):
        told = defaultdict(list)
        for events in self.people:
            whom = [one.who for one in events if one.seen]
            n = len(whom)
            if n >= 3:
                counts = [whom.count(one) for one in set(whom)]
                told["upc"].append(max(counts) / n)
                told["coc"].append((sum(c * c for c in counts) - n) / (n * (n - 1)))
                told["secon"].append(sum(a == b for a, b in pairwise(whom)) / (n - 1))
        return {key: (len(some), fmean(some)) for key, some in told.items()}

    def _after(self, begin: int, events: list[Event], but: tuple[Step, ...] = ()):
        seen = [e.day for e in events if e.seen and e.step not in but and e.day > begin]
        stopped = [e.day for e in events if e.step is Step.WITHDRAWN and e.day >= begin]
        return self.course(
            begin, {"back": min(seen, default=None), "stopped": min(stopped, default=None)}
        )

    def returns(self):
        courses = [
            self._after(day, events)
            for events in self.people
            for day in {one.day for one in events if one.step is Step.GOAL}
        ]
        return {f"back_{day}": self.by(courses, "back", day) for day in (30, 90)}

    def lost(self):
        courses, people, until = [], [], self.cut - 30
        for events in self.people:
            seen = [one for one in events if one.seen]
            if not seen:
                continue
            begin, last = min(one.began for one in seen), max(one.day for one in seen)
            known = [
                one.day for one in events if one.step in (Step.GOAL, Step.CLOSED, Step.WITHDRAWN)
            ]
            agreed = bool(known) and max(known) >= last
            ended = max(known) if agreed else last
            if begin <= until and ended >= self.since:
                people.append(not agreed and last <= until)
            courses.append(self.course(begin, {"ended" if agreed else "lost": ended}, until))
        shown = {"people": self.share(people)}
        if people:
            shown["year"] = self.by(courses, "lost", 365)
        return shown

    def unanswered(self):
        answers = []
        for one in self.referrals:
            if self.since <= one.sent.day <= self.cut - 90:
                days = (one.day(Step.ACCEPTED), one.day(Step.REJECTED), one.met, one.stopped)
                first = min((day for day in days if day is not None), default=self.cut + 1)
                answers.append(first > one.sent.day + 90)
        return {"referrals": self.share(answers)}

    def engagement(self):
        started, engaged, detox = [], [], []
        for events in self.people:
            seen = [one for one in events if one.seen]
            for one in events:
                if one.step is not Step.INTAKE or one.day < self.since + 60:
                    continue
                if any(e.place < one.place and e.day >= one.day - 60 for e in seen):
                    continue
                after = [e.day for e in seen if e.place > one.place]
                quick = bool(after) and after[0] <= one.day + 14
                more = sum(day <= after[0] + 34 for day in after) - 1 if after else 0
                if one.day <= self.cut - 14:
                    started.append(quick)
                if one.day <= self.cut - 48:
                    engaged.append(quick and more >= 2)
            last = max((one.day for one in events if one.step is Step.DETOX), default=None)
            if last is not None:
                detox.append(self._after(last, events, (Step.DETOX,)))
        if not started:
            return {}
        return {
            "started": self.share(started),
            "engaged": self.share(engaged),
        } | {f"detox_{day}": self.by(detox, "back", day) for day in (7, 30)}
