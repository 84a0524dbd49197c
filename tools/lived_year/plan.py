# SPDX-License-Identifier: EUPL-1.2
"""What is planted in a year: read from a file, with every chance checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.handoff.states import Reason
from ruimbaan.core.insight.changed import Changed
from ruimbaan.core.insight.courses import WEEKS

HUNDRED = 100
FOLDER = Path(__file__).parent
ALONE = 0  # the person, who asks without an organisation


@dataclass(frozen=True, slots=True)
class Course:
    """In hundredths of all who are asked for. `met`: by the last week that counts for it, those met
    since the limit before it."""

    met: Mapping[int, int]
    no: Mapping[Reason, int]
    stopped: int

    @property
    def waits(self) -> int:
        """Longer than the last limit."""
        return HUNDRED - sum(self.met.values()) - sum(self.no.values()) - self.stopped

    def within(self, weeks: int) -> float:
        """The planted share met within so many weeks, 0 to 1."""
        return sum(share for limit, share in self.met.items() if limit <= weeks) / HUNDRED


@dataclass(frozen=True, slots=True)
class Pair:
    """From one kind of support to another. From `week` on `after` holds instead. Who gets a no may ask
    for room in `rule`: so many hundredths get it, and then go by `with_room`. `friction`: what people
    say of it when it takes long. `changed`: how it goes in a year in which that rule is changed."""

    sender: int
    receiver: int
    course: Course
    friction: str = ""
    rule: str = ""
    week: int | None = None
    after: Course | None = None
    room: int = 0
    with_room: Course | None = None
    changed: Course | None = None

    def at(self, week: int) -> Course:
        later = self.week is not None and self.after is not None and week >= self.week
        return self.after if later and self.after else self.course


@dataclass(frozen=True, slots=True)
class Chafes:
    friction: str
    chance: int


@dataclass(frozen=True, slots=True)
class Patterns:
    """Of who was given room so many hundredths say what it did, and what they say."""

    chance: int
    did: Mapping[Effect, int]


@dataclass(frozen=True, slots=True)
class Along:
    """Of those whose steps count: who keeps a route, to which wish, and who comes there when. In
    hundredths; `comes` and `with_room` by earlier, on-time and later than planned."""

    counts: int
    routes: int
    wishes: Mapping[str, int]
    comes: Mapping[str, int]
    room: int
    with_room: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Plan:
    region: str
    seed: int
    people: int
    cut: date
    weeks: int
    places: Mapping[int, str]
    begins: Mapping[int, int]
    next: Mapping[int, Mapping[int, int]]
    again: int
    pairs: Mapping[tuple[int, int], Pair]
    other: Course
    chafes: Mapping[Reason, Chafes]
    slow_chance: int
    slow_after: int  # weeks
    along: Along
    patterns: Patterns
    changes: tuple[Changed, ...] = ()

    @property
    def begin(self) -> date:
        """The day on which the year begins, a Monday; its last weeks bring nobody new."""
        return self.cut - timedelta(weeks=self.weeks + WEEKS)

    def pair(self, sender: int, receiver: int) -> Pair:
        return self.pairs.get((sender, receiver), Pair(sender, receiver, self.other))


def changing(plan: Plan, rule: str, week: int) -> Plan:
    """The same plan, with this rule changed from that week on. Raises KeyError when it says nowhere how
    it goes then."""
    pairs = {
        key: replace(pair, week=week, after=pair.changed)
        for key, pair in plan.pairs.items()
        if pair.rule == rule and pair.changed is not None
    }
    if not pairs:
        raise KeyError(rule)
    kinds = tuple(sorted({str(pair.receiver) for pair in pairs.values()}))
    day = plan.begin + timedelta(weeks=week)
    return replace(plan, pairs={**plan.pairs, **pairs}, changes=(Changed(rule, day, kinds),))


def read_plan(region: str) -> Plan:
    """Raises OSError, KeyError, and ValueError for chances that make more than all."""
    told: dict[str, Any] = yaml.safe_load((FOLDER / f"{region}.yaml").read_text(encoding="utf-8"))
    pairs = [_pair(one) for one in told["pairs"]]
    return Plan(
        region=told["region"],
        seed=told["seed"],
        people=told["people"],
        cut=told["cut"],
        weeks=told["weeks"],
        places=told["places"],
        begins=told["begins"],
        next=told["next"],
        again=told["again"],
        pairs={(one.sender, one.receiver): one for one in pairs},
        other=_course(told["other"]),
        chafes={Reason(name): Chafes(**one) for name, one in told["chafes"].items()},
        slow_chance=told["slow"]["chance"],
        slow_after=told["slow"]["weeks"],
        along=Along(**told["along"]),
        patterns=Patterns(
            told["patterns"]["chance"],
            {Effect(name): share for name, share in told["patterns"]["did"].items()},
        ),
    )


def _pair(told: Mapping[str, Any]) -> Pair:
    after, room, changed = (told.get(one) for one in ("after", "with_room", "changed"))
    return Pair(
        sender=told["from"],
        receiver=told["to"],
        course=_course(told),
        friction=told.get("friction", ""),
        rule=told.get("rule", ""),
        week=after["week"] if after else None,
        after=_course(after) if after else None,
        room=room["chance"] if room else 0,
        with_room=_course(room) if room else None,
        changed=_course(changed) if changed else None,
    )


def _course(told: Mapping[str, Any]) -> Course:
    course = Course(
        met=told["met"],
        no={Reason(name): share for name, share in told["refused"].items()},
        stopped=told["stopped"],
    )
    if course.waits < 0:
        raise ValueError(f"{told}: more than {HUNDRED}")
    return course
