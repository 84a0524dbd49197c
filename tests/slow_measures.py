# SPDX-License-Identifier: EUPL-1.2
"""The measures once more, from their definitions: lists, loops and fractions. Slow and obvious."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import fmean

from ruimbaan.analytics.measures.steps import Step
from ruimbaan.core.insight.curves import Course
from tests.core.slow_curves import incidence
from tests.planted_courses import FRAMES, Row
from tests.slow_courses import STEPS, Event, Referral, Stay, referrals, stays

Figures = dict[tuple[str, str, str], tuple[int, float | None]]


class Slow:
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

    # -- curves -------------------------------------------------------------------------------
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

    def all(self) -> Figures:
        found: Figures = {}
        for measure, figures in (
            ("handoff-success", self.success()),
            ("time-to-first-contact", self.first_contact()),
            ("ping-pong", self.ping_pong()),
            ("refused-referrals", self.refused()),
            ("between-two-stools", self.between()),
            ("repeated-intake", self.intakes()),
            ("rework", self.rework()),
            ("continuity", self.continuity()),
            ("frame-crossings", self.frames()),
            ("early-return", self.returns()),
            ("rule-cited-blocks", self.blocks()),
            ("lost-to-follow-up", self.lost()),
            ("lost-referrals", self.unanswered()),
            ("initiation-engagement", self.engagement()),
        ):
            for key, told in figures.items():
                name, part = key if isinstance(key, tuple) else (key, "")
                if told[0]:
                    found[measure, name, part] = told
        return found

    # -- referrals ----------------------------------------------------------------------------
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

    # -- stays --------------------------------------------------------------------------------
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

    # -- events -------------------------------------------------------------------------------
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
