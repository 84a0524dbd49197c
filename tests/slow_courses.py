# SPDX-License-Identifier: EUPL-1.2
"""Events, referrals and stays once more, by walking over the rows of each person. Slow and obvious."""

from __future__ import annotations

from dataclasses import dataclass, field

from ruimbaan.analytics.measures.steps import Step
from tests.planted_courses import FRAMES, Row

STEPS = {
    "verwezen": Step.SENT,
    "aangenomen": Step.ACCEPTED,
    "afgewezen": Step.REJECTED,
    "eerste gesprek": Step.MET,
    "teruggekoppeld": Step.REPORTED,
    "overleden": Step.WITHDRAWN,
    "intake": Step.INTAKE,
    "doel bereikt": Step.GOAL,
    "afgesloten": Step.CLOSED,
    "uitzondering": Step.LIFTED,
    "ontgifting": Step.DETOX,
}
SEEN = (Step.MET, Step.INTAKE, Step.DETOX, None)


@dataclass(frozen=True, slots=True)
class Event:
    place: int  # among the events of its person, in order
    row: Row

    @property
    def step(self) -> Step | None:
        return STEPS.get(self.row.activity)

    @property
    def day(self) -> int:
        return self.row.day

    @property
    def began(self) -> int:
        return self.row.day if self.row.began is None else self.row.began

    @property
    def who(self) -> str:
        return self.row.organisation

    @property
    def seen(self) -> bool:
        return bool(self.who) and self.step in SEEN


@dataclass(slots=True)
class Referral:
    sent: Event
    to: str
    answers: list[Event] = field(default_factory=list)
    met: int | None = None
    stopped: int | None = None

    def day(self, *steps: Step) -> int | None:
        return next((one.day for one in self.answers if one.step in steps), None)

    @property
    def answerer(self) -> str:
        of = (Step.ACCEPTED, Step.REJECTED, Step.MET)
        return next((one.who for one in self.answers if one.step in of and one.who), "")

    @property
    def receiver(self) -> str:
        return self.to or self.answerer

    @property
    def across(self) -> bool | None:
        one, other = FRAMES.get(self.sent.who), FRAMES.get(self.answerer)
        return None if one is None or other is None else one != other

    @property
    def rule(self) -> str:
        refused = [one.row.rule for one in self.answers if one.step is Step.REJECTED]
        return next(filter(None, refused), "")


@dataclass(slots=True)
class Stay:
    who: str
    events: list[Event]

    @property
    def seen(self) -> list[Event]:
        return [one for one in self.events if one.seen]

    @property
    def steps(self) -> set[Step | None]:
        return {one.step for one in self.events}

    @property
    def first(self) -> int:
        return min(one.began for one in self.seen)

    @property
    def last(self) -> int:
        return max(one.day for one in self.seen)

    @property
    def place(self) -> tuple[int, int]:
        return min(one.began for one in self.events), min(one.place for one in self.events)


def referrals(events: list[Event]) -> list[Referral]:
    sent = [one for one in events if one.step is Step.SENT]
    told = all(one.row.receiver for one in sent)
    found: list[Referral] = []
    last: dict[str, Referral] = {}
    for one in events:
        if one.step is Step.SENT:
            new = Referral(one, one.row.receiver)
            last[one.row.receiver if told else ""] = new
            found.append(new)
        elif (open_ := last.get(one.who if told else "")) is not None:
            open_.answers.append(one)
    for number, referral in enumerate(found):
        again = [two.sent.day for two in found[number + 1 :] if two.receiver == referral.receiver]
        contacts = [
            e.day
            for e in events
            if e.seen
            and e.who == referral.receiver
            and e.place > referral.sent.place
            and (not again or e.day < again[0])
        ]
        met = [*contacts[:1], *[e.day for e in referral.answers if e.step is Step.MET]]
        referral.met = min(met, default=None)
        stopped = (
            e.day for e in events if e.step is Step.WITHDRAWN and e.place > referral.sent.place
        )
        referral.stopped = next(stopped, None)
    return found


def stays(events: list[Event], quiet: int) -> list[Stay]:
    ends = (Step.SENT, Step.REJECTED, Step.GOAL, Step.CLOSED, Step.WITHDRAWN)
    afterwards = (Step.GOAL, Step.CLOSED, Step.WITHDRAWN, Step.REPORTED, Step.LIFTED)
    found: list[Stay] = []
    for who in dict.fromkeys(one.who for one in events if one.who):
        mine: list[Stay] = []
        for one in (event for event in events if event.who == who):
            before = mine[-1].events[-1] if mine else None
            if (
                before is None
                or one.began - before.day > quiet
                or (before.step in ends and one.step not in afterwards)
            ):
                mine.append(Stay(who, []))
            mine[-1].events.append(one)
        found += mine
    return found
