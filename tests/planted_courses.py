# SPDX-License-Identifier: EUPL-1.2
"""Courses of people that chance makes, with frictions of which the size is planted.

Somebody comes in, is seen every week for a while, and then reaches a goal, goes out of sight, is
handed on at once, or is handed on after a gap. A referral is lost, refused (more often across a
frame) or accepted, and then takes days until the first contact (longer across a frame). Now and then
it goes straight back to the one before. All waits are whole days, so that what is planted can be
worked out exactly (`Planted`), with everything cut off on one day.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random
from statistics import fmean

BEGIN = datetime(2022, 1, 3, 8, tzinfo=UTC)
FRAMES = {
    "Brijder": "Zvw",
    "Kliniek": "Zvw",
    "Wijkteam": "Wmo",
    "Herstelhuis": "Wmo",
    "Schuldhulp": "Participatiewet",
    "Werkplein": "Participatiewet",
}
RULES = ("leeftijd", "regio", "wachtlijst")
HEADER = ("case", "activity", "start", "complete", "organisation", "frame", "receiver", "rule")
LAST_DAY = 900  # of the log
LAST_COMER = 880  # so that many still wait on the last day
AGAIN_AFTER_REFUSAL, AGAIN_AFTER_LOSS = 3, 120  # days until somebody is referred once more


@dataclass(frozen=True, slots=True)
class Planted:
    """The sizes; days are drawn evenly from a range, both ends in it."""

    lost: float = 0.10
    refused_same: float = 0.15
    refused_across: float = 0.30
    across: float = 0.60  # of referrals that do not go straight back
    decided: tuple[int, int] = (1, 9)
    waits_same: tuple[int, int] = (5, 35)
    waits_across: tuple[int, int] = (10, 60)
    goal: float = 0.25
    silent: float = 0.10
    back: float = 0.20  # after a goal, evenly over the next 80 days
    back_days: tuple[int, int] = (11, 90)
    gap: float = 0.30
    gap_days: tuple[int, int] = (40, 100)
    straight_back: float = 0.12
    empty: float = 0.40  # of those: nobody was seen in between
    second_intake: float = 0.35

    def met_within(self, days: int, *, across: bool) -> float:
        """Of all that were sent: not lost, not refused, and soon enough."""
        waits = self.waits_across if across else self.waits_same
        refused = self.refused_across if across else self.refused_same
        both = [one + other for one, other in product(_days(self.decided), _days(waits))]
        soon = sum(wait <= days for wait in both) / len(both)
        return (1 - self.lost) * (1 - refused) * soon

    @property
    def delay(self) -> float:
        """How much longer it takes across a frame."""
        return fmean(_days(self.waits_across)) / fmean(_days(self.waits_same))

    def back_within(self, days: int) -> float:
        spread = _days(self.back_days)
        return self.back * sum(day <= days for day in spread) / len(spread)


@dataclass(frozen=True, slots=True)
class Row:
    """An event on a day, counted from the beginning of the log."""

    case: str
    day: int
    activity: str
    organisation: str
    receiver: str = ""
    rule: str = ""
    began: int | None = None  # the day it began, when that was before `day`


@dataclass(slots=True)
class Truth:
    """What really happened, also after the last day of the log."""

    rows: list[Row] = field(default_factory=list)
    referrals: list[tuple[bool, int | None]] = field(default_factory=list)  # across, met after
    handed_on: list[bool] = field(default_factory=list)  # with a gap?


def planted_courses(chance: Random, persons: int, planted: Planted | None = None) -> Truth:
    truth, sizes = Truth(), planted or Planted()
    for number in range(persons):
        _Life(f"p{number}", chance, sizes, truth).live()
    truth.rows = [row for row in truth.rows if row.day <= LAST_DAY]
    return truth


def write_rows(rows: list[Row], path: Path, *, without: tuple[str, ...] = ()) -> None:
    """In order of time, ties in the order in which they happened."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(
            stream, [name for name in HEADER if name not in without], extrasaction="ignore"
        )
        writer.writeheader()
        for row in sorted(rows, key=lambda one: one.day):
            writer.writerow(
                {
                    "case": row.case,
                    "activity": row.activity,
                    "start": _moment(row.day if row.began is None else row.began),
                    "complete": _moment(row.day),
                    "organisation": row.organisation,
                    "frame": FRAMES.get(row.organisation, ""),
                    "receiver": row.receiver,
                    "rule": row.rule,
                }
            )


def _moment(day: int) -> str:
    return (BEGIN + timedelta(days=day)).isoformat()


def _days(ends: tuple[int, int]) -> range:
    return range(ends[0], ends[1] + 1)


@dataclass(slots=True)
class _Life:
    case: str
    chance: Random
    sizes: Planted
    truth: Truth
    day: int = 0
    at: str = ""
    before: str = ""

    def live(self) -> None:
        self.day, self.at = self.chance.randint(0, LAST_COMER), self.chance.choice(list(FRAMES))
        self._say("intake")
        while self.day <= LAST_DAY and self._stay():
            pass

    def _say(self, activity: str, receiver: str = "", rule: str = "", at: str = "") -> None:
        self.truth.rows.append(Row(self.case, self.day, activity, at or self.at, receiver, rule))

    def _stay(self) -> bool:
        """Seen every week, then one of the ends. Does the course go on?"""
        for _ in range(self.chance.randint(2, 8)):
            self.day += 7
            self._say("gesprek")
        drawn = self.chance.random()
        if drawn < self.sizes.goal:
            return self._reach_goal()
        if drawn < self.sizes.goal + self.sizes.silent:
            return False
        gap = self.chance.random() < self.sizes.gap
        self.truth.handed_on.append(gap)
        self.day += self._within(self.sizes.gap_days) if gap else 0
        return self._hand_on()

    def _reach_goal(self) -> bool:
        self._say("doel bereikt")
        if self.chance.random() >= self.sizes.back:
            return False
        self.day += self._within(self.sizes.back_days)
        self._say("gesprek")
        return True

    def _hand_on(self) -> bool:
        """Referred until somebody takes over."""
        while self.day <= LAST_DAY:
            to = self._receiver()
            across = FRAMES[to] != FRAMES[self.at]
            self._say("verwezen", receiver=to)
            sent, drawn = self.day, self.chance.random()
            refused = self.sizes.refused_across if across else self.sizes.refused_same
            if drawn < self.sizes.lost:
                self.truth.referrals.append((across, None))
                self.day += AGAIN_AFTER_LOSS
            elif self.chance.random() < refused:
                self.truth.referrals.append((across, None))
                self.day += self._within(self.sizes.decided)
                self._say("afgewezen", rule=self.chance.choice(RULES), at=to)
                self.day += AGAIN_AFTER_REFUSAL
            else:
                self.day += self._within(self.sizes.decided)
                self._say("aangenomen", at=to)
                self.day += self._within(
                    self.sizes.waits_across if across else self.sizes.waits_same
                )
                self.truth.referrals.append((across, self.day - sent))
                self.before, self.at = self.at, to
                self._say(
                    "intake" if self.chance.random() < self.sizes.second_intake else "gesprek"
                )
                return True
        return False

    def _receiver(self) -> str:
        others = [name for name in FRAMES if name not in (self.at, self.before)]
        if self.before and self.chance.random() < self.sizes.straight_back:
            return self.before
        across = self.chance.random() < self.sizes.across
        fitting = [one for one in others if (FRAMES[one] != FRAMES[self.at]) == across]
        return self.chance.choice(fitting or others)

    def _within(self, ends: tuple[int, int]) -> int:
        return self.chance.randint(*ends)
