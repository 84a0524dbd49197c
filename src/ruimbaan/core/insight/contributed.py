# SPDX-License-Identifier: EUPL-1.2
"""What people let count for their region: a closed list of steps, by week, under a name of chance.

A hard time, a pause and a step that did not work are not in the list, so they cannot be counted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ruimbaan.core.insight.courses import MET, UNKNOWN, WAITS, WEEKS

EARLIER, ON_TIME, LATER, RUNS = "eerder", "op-tijd", "later", "loopt-nog"
ROOM, PLAIN, NOT_YET = "ruimte", "gewoon", "geen"
AGAINST = (EARLIER, ON_TIME, LATER, RUNS)
BY = (ROOM, PLAIN, NOT_YET)
FOLLOWED = 52  # weeks that everybody had to come to a goal


class Step(StrEnum):
    """The whole of what can be counted. Of a goal it is against the day that was planned."""

    PLANNED = "planned"  # a way to this goal was kept
    ASKED = "asked"
    BEGAN = "began"
    ENDED = "ended"
    ROOM = "room"
    GOAL_EARLIER = "goal-earlier"
    GOAL_ON_TIME = "goal-on-time"
    GOAL_LATER = "goal-later"


REACHED = {
    Step.GOAL_EARLIER: EARLIER,
    Step.GOAL_ON_TIME: ON_TIME,
    Step.GOAL_LATER: LATER,
}


@dataclass(frozen=True, slots=True)
class Counted:
    """`name` is one person in one region and one year; `about` the number of a kind of support, or
    the kind of goal; `week` a Monday."""

    name: str
    step: Step
    about: str
    week: date


@dataclass(frozen=True, slots=True)
class Support:
    """One time that support was asked, and whether it began within thirteen weeks."""

    kind: str
    asked: date
    way: str


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal to which a way was kept."""

    goal: str
    kept: date
    against: str
    by: str


def reached(planned: date, day: date) -> Step:
    """A week is as precise as it gets."""
    difference = _monday(day) - _monday(planned)
    if not difference:
        return Step.GOAL_ON_TIME
    return Step.GOAL_EARLIER if difference < timedelta(0) else Step.GOAL_LATER


def supports(rows: Iterable[Counted]) -> Iterator[Support]:
    """What was asked, each with the first beginning of the same kind that followed."""
    for own in _by_name(rows):
        began = sorted((one.about, one.week) for one in own if one.step is Step.BEGAN)
        for one in sorted((one for one in own if one.step is Step.ASKED), key=lambda x: x.week):
            then = next((e for e in began if e[0] == one.about and e[1] >= one.week), None)
            way = WAITS
            if then is not None:
                began.remove(then)
                weeks = (then[1] - one.week).days // 7
                way = MET[weeks] if weeks <= WEEKS else WAITS
            yield Support(one.about or UNKNOWN, one.week, way)


def goals(rows: Iterable[Counted]) -> Iterator[Goal]:
    """Each goal once a person, from the first time that a way to it was kept."""
    for own in _by_name(rows):
        room = [one.week for one in own if one.step is Step.ROOM]
        first: dict[str, date] = {}
        for one in own:
            if one.step is Step.PLANNED:
                first[one.about] = min(one.week, first.get(one.about, one.week))
        for goal, kept in first.items():
            yield _goal(own, goal, kept, room)


def _goal(own: list[Counted], goal: str, kept: date, room: list[date]) -> Goal:
    last = kept + timedelta(weeks=FOLLOWED)
    came = [
        one for one in own if one.step in REACHED and one.about == goal and kept <= one.week <= last
    ]
    if not came:
        return Goal(goal, kept, RUNS, NOT_YET)
    at = min(came, key=lambda one: (one.week, one.step))
    used = any(kept <= week <= at.week for week in room)
    return Goal(goal, kept, REACHED[at.step], ROOM if used else PLAIN)


def _by_name(rows: Iterable[Counted]) -> Iterator[list[Counted]]:
    found: dict[str, list[Counted]] = defaultdict(list)
    for one in rows:
        found[one.name].append(one)
    yield from (found[name] for name in sorted(found))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
