# SPDX-License-Identifier: EUPL-1.2
"""The measures of sending somebody on, from their definitions."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from statistics import fmean

from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.insight.curves import Course
from tests.core.slow_curves import incidence
from tests.planted_courses import FRAMES
from tests.slow_courses import Referral, referrals
from tests.slow_rows import SlowRows


class ReferralMeasures(SlowRows):
    def _met(self) -> list[Course | None]:
        return [
            self.course(
                one.sent.day,
                {"met": one.met, "rejected": one.day(Step.REJECTED), "stopped": one.stopped},
            )
            for one in self.referrals
        ]

    def success(self):
        loop = []
        for one in self.referrals:
            both = [day for day in (one.met, one.day(Step.REPORTED)) if day is not None]
            ends = {
                "loop": max(both) if len(both) > 1 else None,
                "rejected": one.day(Step.REJECTED),
                "stopped": one.stopped,
            }
            loop.append(self.course(one.sent.day, ends))
        found = {f"met_{day}": self.by(self._met(), "met", day) for day in (14, 28, 90)}
        if Step.REPORTED in self.there:
            found |= {f"loop_{day}": self.by(loop, "loop", day) for day in (14, 28, 90)}
        return found

    def first_contact(self):
        courses = [one for one in self._met() if one]
        days = sorted({one.leave for one in courses if one.end == "met"})
        found: dict[str, tuple[int, float | None]] = {}
        for key, share in (("quarter", 0.25), ("half", 0.5), ("three_quarters", 0.75)):
            reached = (d for d in days if incidence(courses, "met", d) >= share)
            found[key] = (len(courses), next(reached, None))
        found["four_weeks"] = self.by(courses, "met", 28)
        found["open"] = self.share([one.end is None for one in courses])
        return found

    def refused(self):
        decided = [
            one
            for one in self.referrals
            if one.sent.day >= self.since and one.day(Step.ACCEPTED, Step.REJECTED) is not None
        ]

        def no(one: Referral) -> bool:
            yes, refused = one.day(Step.ACCEPTED), one.day(Step.REJECTED)
            return refused is not None and (yes is None or refused < yes)

        pairs = defaultdict(list)
        for one in decided:
            if one.sent.who and one.receiver:
                pairs[f"{one.sent.who} > {one.receiver}"].append(no(one))
        tries = []
        by_case = defaultdict(list)
        for one in decided:
            by_case[one.sent.row.case].append(one)
        for some in by_case.values():
            often = 0
            for one in sorted(some, key=lambda ref: ref.sent.place):
                often += 1
                if not no(one):
                    tries.append(Course(often, "accepted"))
                    often = 0
            if often:
                tries.append(Course(often, None))
        return (
            {
                "refused": self.share([no(one) for one in decided]),
                "same_frame": self.share([no(one) for one in decided if one.across is False]),
                "other_frame": self.share([no(one) for one in decided if one.across is True]),
            }
            | {("refused", pair): self.share(flags) for pair, flags in pairs.items()}
            | {f"by_{often}": self.by(tries, "accepted", often) for often in (1, 2, 3)}
        )

    def _followed(self):
        """Who came after whom, in a log without referrals."""
        found = []
        for events in self.people:
            whose = [one for one in events if one.who and one.who not in self.service]
            for one, two in pairwise(whose):
                frames = FRAMES.get(one.who), FRAMES.get(two.who)
                if one.who != two.who and two.began >= one.day and None not in frames:
                    found.append((frames[0] != frames[1], min(two.began - one.day, 180)))
        return found

    def frames(self):
        if not {Step.SENT, Step.ACCEPTED} <= self.there:
            moved = self._followed()
            days = {a: [wait for across, wait in moved if across is a] for a in (True, False)}
            return self._crossed([across for across, _ in moved], days)
        known = [
            (one.across, one.day(Step.ACCEPTED), one.met)
            for one in self.referrals
            if one.sent.day >= self.since
        ]
        waits: dict[bool, list[int]] = {True: [], False: []}
        crossed = []
        for across, accepted, met in known:
            if across is None or accepted is None:
                continue
            crossed.append(across)
            if accepted <= self.cut - 180:
                wait = min((self.cut if met is None else met) - accepted, 180)
                waits[across].append(max(wait, 0))
        return self._crossed(crossed, waits)

    def _crossed(self, across: list[bool], waits: dict[bool, list[int]]):
        whole = len(waits[True]) + len(waits[False])
        both = bool(waits[True]) and sum(waits[False]) > 0
        delay = fmean(waits[True]) / fmean(waits[False]) if both else None
        return {"crossed": self.share(across), "delay": (whole, delay)}

    def blocks(self):
        waits, room, rules = [], [], defaultdict(list)
        for events in self.people:
            for one in referrals(events):
                begin = one.day(Step.REJECTED)
                if begin is None or not one.rule:
                    continue
                first = {
                    step: next((e.day for e in events if e.step is step and e.day >= begin), None)
                    for step in (Step.ACCEPTED, Step.LIFTED, Step.WITHDRAWN)
                }
                over = [first[Step.ACCEPTED], first[Step.WITHDRAWN]]
                day = min((day for day in over if day is not None), default=None)
                wait = self.course(begin, {"accepted": day})
                waits.append(wait)
                rules[one.rule].append(wait)
                room.append(
                    self.course(
                        begin,
                        {
                            "lifted": first[Step.LIFTED],
                            "accepted": first[Step.ACCEPTED],
                            "stopped": first[Step.WITHDRAWN],
                        },
                    )
                )
        n, mean = self._mean(waits)
        found = {"days": (n, mean), "together": (n, None if mean is None else n * mean)}
        if Step.LIFTED in self.there:
            found["lifted"] = self.by(room, "lifted", 90)
        return found | {("days", rule): self._mean(some) for rule, some in rules.items()}

    @staticmethod
    def _mean(waits: list[Course | None]) -> tuple[int, float | None]:
        rows = [one for one in waits if one]
        if not rows:
            return 0, None
        seen = min(365, max(one.leave for one in rows))
        return len(rows), float(sum(1 - incidence(rows, "accepted", day) for day in range(seen)))
