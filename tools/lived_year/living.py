# SPDX-License-Identifier: EUPL-1.2
"""The year itself: everything that happens, in order of time, whoever it happens to."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import count
from random import Random
from uuid import uuid5

from ruimbaan.core.discretion.asking import Effect
from ruimbaan.core.frictions.reports import Help, Report
from ruimbaan.core.handoff.states import Reason
from ruimbaan.core.journey.kept_route import KeptGoal
from ruimbaan.parts.accounts.models import Account
from ruimbaan.parts.frictions.reporting import count as count_report
from ruimbaan.parts.frictions.reporting import take_in
from ruimbaan.parts.trust.services import begin
from tools.lived_year import handing
from tools.lived_year.along import Routes, come, count_along, keep
from tools.lived_year.chance import DAYS, End, Fate, drawn, fate, happens
from tools.lived_year.handing import Asked, Person
from tools.lived_year.place import NAMES, Place
from tools.lived_year.plan import ALONE, HUNDRED, Chafes, Course, Pair, Plan
from tools.lived_year.rooms import answer_room, ask_for_room, give_pattern

FRIDAY = 4
NEVER = "not yet"
ROOM_OF_A_ROUTE = "R50-W"
ANSWERED = timedelta(days=2)
LOOKS_BACK = timedelta(weeks=4)
Event = tuple[datetime, int, Callable[[datetime], None]]


@dataclass(slots=True)
class Year:
    """`told` counts what happened; `reports` what was said to chafe, with what would have helped."""

    plan: Plan
    places: Mapping[int, Place]
    chance: Random
    told: Counter[str] = field(default_factory=Counter)
    reports: Counter[tuple[str, Help]] = field(default_factory=Counter)
    patterns: Counter[tuple[str, Effect]] = field(default_factory=Counter)
    _routes: Routes = field(init=False)
    _said: Random = field(
        init=False
    )  # a chance apart: saying something changes nothing of the year
    _agenda: list[Event] = field(default_factory=list)
    _order: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self._routes = Routes(self.plan.region)
        self._said = Random(self.plan.seed)  # noqa: S311 -- chance, no secret

    @property
    def begin(self) -> datetime:
        return datetime.combine(self.plan.begin, time(10), UTC)

    @property
    def end(self) -> datetime:
        return datetime.combine(self.plan.cut, time(0), UTC)

    def live(self, people: int) -> Iterator[int]:
        """One by one how many things happened so far."""
        for number in range(people):
            days = self.chance.randrange(self.plan.weeks * DAYS)
            at = self._working(self.begin + timedelta(days=days))
            self._later(at, lambda at, number=number: self._come(number, at))  # type: ignore[misc]
        for done in count(1):
            if not self._agenda:
                return
            at, _order, happen = heapq.heappop(self._agenda)
            happen(at)
            yield done

    def _come(self, number: int, at: datetime) -> None:
        account = uuid5(NAMES, f"{self.plan.region} {number}")
        Account.objects.create_account(f"jaar-{number}", id=account, called=f"Persoon {number}")
        person = Person(account, begin(account, at))
        self.told["people"] += 1
        if happens(self.plan.along.counts, self.chance):
            self._count_along(person, at)
        self._ask(person, self.plan.pair(ALONE, drawn(self.plan.begins, self.chance)), at)

    def _count_along(self, person: Person, at: datetime) -> None:
        along = self.plan.along
        count_along(person, self.plan.region, at)
        self.told["along"] += 1
        if not happens(along.routes, self.chance):
            return
        wish = drawn(along.wishes, self.chance)
        route = self._routes.to(wish, at.date())
        if route is None:
            raise LookupError(wish)
        keep(person, route, at)
        self.told["routes"] += 1
        comes = along.comes
        if happens(along.room, self.chance):
            comes = along.with_room
            token = ask_for_room(person, ROOM_OF_A_ROUTE, at + handing.SOON)
            day = self._working(at + ANSWERED)
            self._later(day, lambda now: answer_room(person, token, now, yes=True))
        for goal in route.goals:
            self._come_to(person, goal, comes, at)

    def _come_to(
        self, person: Person, goal: KeptGoal, comes: Mapping[str, int], at: datetime
    ) -> None:
        when = drawn({**comes, NEVER: HUNDRED - sum(comes.values())}, self.chance)
        if when == NEVER or goal.arrives is None:
            return
        weeks = {"earlier": -self.chance.randint(1, 4), "later": self.chance.randint(1, 8)}
        planned = datetime.combine(goal.arrives, time(14), UTC)
        day = max(planned + timedelta(weeks=weeks.get(when, 0)), at + timedelta(days=1))
        self._later(day, lambda now: self._there(person, goal, when, now))

    def _there(self, person: Person, goal: KeptGoal, when: str, at: datetime) -> None:
        come(person, goal, at)
        self.told[f"came {when}"] += 1

    def _ask(self, person: Person, pair: Pair, at: datetime, course: Course | None = None) -> None:
        sides = (self.places.get(pair.sender), self.places[pair.receiver])
        asked = handing.ask(person, pair.receiver, self.plan.region, sides, at)
        self.told["asked"] += 1
        week = (at - self.begin).days // DAYS
        self._end(asked, pair, fate(course or pair.at(week), self.chance), at)

    def _end(self, asked: Asked, pair: Pair, ends: Fate, at: datetime) -> None:
        when = at + timedelta(days=ends.days)
        if pair.friction and self._is_slow(ends):
            said = Chafes(pair.friction, self.plan.slow_chance)
            later = at + timedelta(weeks=self.plan.slow_after)
            self._later(later, lambda now: self._report(said, Help.EARLIER, now))
        if ends.end is End.MET:
            yes = min(when, self._working(at + ANSWERED))
            self._later(yes, lambda now: handing.say_yes(asked, now, when))
            self._later(when + 3 * handing.SOON, lambda now: self._met(asked, pair, now))
        elif (reason := ends.reason) is not None:
            self._later(self._working(when), lambda now: self._no(asked, pair, reason, now))
        elif ends.end is End.STOPPED:
            self._later(when, lambda now: self._stop(asked, now))
        else:
            self.told["waits"] += 1

    def _met(self, asked: Asked, pair: Pair, at: datetime) -> None:
        handing.meet(asked, at)
        self.told["met"] += 1
        then = dict(self.plan.next.get(pair.receiver, {}))
        then[ALONE] = HUNDRED - sum(then.values())  # enough for now
        if (after := drawn(then, self.chance)) != ALONE:
            day = self._working(at + timedelta(days=self.chance.randint(7, 28)))
            following = self.plan.pair(pair.receiver, after)
            self._later(day, lambda now: self._ask(asked.person, following, now))

    def _no(self, asked: Asked, pair: Pair, reason: Reason, at: datetime) -> None:
        handing.say_no(asked, reason, at)
        self.told["no"] += 1
        if reason in self.plan.chafes:
            self._report(self.plan.chafes[reason], Help.RULE_BENDS, at)
        day = self._working(at + timedelta(days=self.chance.randint(5, 12)))
        if pair.with_room is not None:
            token = ask_for_room(asked.person, pair.rule, at + handing.SOON)
            self.told["room asked"] += 1
            self._later(day, lambda now: self._room(asked, pair, token, now))
        elif happens(self.plan.again, self.chance):
            self._later(day, lambda now: self._ask(asked.person, pair, now))

    def _room(self, asked: Asked, pair: Pair, token: str, at: datetime) -> None:
        yes = happens(pair.room, self.chance)
        answer_room(asked.person, token, at, yes=yes)
        if yes:
            self.told["room given"] += 1
            later = at + handing.SOON
            self._later(later, lambda now: self._ask(asked.person, pair, now, pair.with_room))
            if happens(self.plan.patterns.chance, self._said):
                did = drawn(self.plan.patterns.did, self._said)
                self._later(at + LOOKS_BACK, lambda now: self._pattern(pair.rule, did, now))

    def _pattern(self, rule: str, did: Effect, at: datetime) -> None:
        give_pattern(rule, did, uuid5(NAMES, f"pattern {sum(self.patterns.values())}"), at)
        self.patterns[rule, did] += 1

    def _stop(self, asked: Asked, at: datetime) -> None:
        handing.stop(asked, at)
        self.told["stopped"] += 1

    def _is_slow(self, ends: Fate) -> bool:
        slow = ends.end is End.MET and ends.days > self.plan.slow_after * DAYS
        return slow or ends.end is End.WAITS

    def _report(self, chafes: Chafes, helps: Help, at: datetime) -> None:
        """Without a file and without a name, as anybody can."""
        if not happens(chafes.chance, self.chance):
            return
        region, friction = self.plan.region, chafes.friction
        made = take_in(Report(region, friction, helps=frozenset({helps})), at)
        count_report(made, region, friction, at)
        self.reports[friction, helps] += 1

    def _later(self, at: datetime, happen: Callable[[datetime], None]) -> None:
        """After the cut nothing happens that we can see."""
        if at < self.end:
            heapq.heappush(self._agenda, (at, next(self._order), happen))

    @staticmethod
    def _working(at: datetime) -> datetime:
        """The same day, or the Monday after it."""
        return at + timedelta(days=DAYS - at.weekday() if at.weekday() > FRIDAY else 0)
