# SPDX-License-Identifier: EUPL-1.2
"""One person who follows a plan in a region where others are too.

The plan says what is asked for and in which order; the day on which each thing begins follows from the
lines at the desks. As long as nobody is in front of anybody, every day is that of the planner.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from simpy import Environment

from ruimbaan.analytics.simulation.desk import Desk
from ruimbaan.analytics.simulation.routes import Route, Task, days_to_ask, days_to_begin

MOST_AGAIN = 4  # times the same thing is asked for anew because what it gave ran out
NOT_LOOKED = -1

# Told of each beginning at a desk: the service, and the moments of asking and of beginning.
Began = Callable[[str, float, float], None]


@dataclass(slots=True, eq=False)
class ToAsk:
    """What is still to be asked for; `days` on which one may, as far as is known now."""

    task: Task
    anew: int = 0
    days: int = NOT_LOOKED


@dataclass(slots=True, eq=False)
class Asked:
    """What was asked for, on `day`, and has not begun. `number`: the turn at its desk."""

    task: Task
    moment: float
    day: int
    anew: int
    number: int = 0


class Person:
    """`begin` is the person's own day 0 in the time of the region. `stated`: the waits that places
    state pass at a desk as well, before one can have a place; else only the line makes one wait."""

    __slots__ = (
        *("asked", "begin", "began", "desks", "done", "env", "held", "looking"),
        *("repeats", "route", "stalled", "stated", "to_ask", "wake"),
    )

    def __init__(
        self,
        env: Environment,
        route: Route,
        begin: float,
        desks: Mapping[str, Desk],
        began: Began,
        *,
        stated: bool = False,
    ) -> None:
        self.env, self.route, self.begin = env, route, begin
        self.desks, self.began, self.stated = desks, began, stated
        self.held = list(route.initial)
        self.to_ask = [ToAsk(task) for task in route.tasks]
        self.asked: list[Asked] = []
        self.stalled: list[Asked] = []
        self.done: list[Task] = []
        self.repeats = 0
        self.wake: int | None = None
        self.looking = False
        self.settle()

    @property
    def today(self) -> int:
        return int((self.env.now - self.begin) // 1)

    def arrivals(self) -> tuple[int | None, ...]:
        """Of each goal the first own day on which it holds, as far as is known by now."""
        return tuple(self.route.span.first_from(self.held[goal], 0) for goal in self.route.goals)

    def look(self, _event: Any = None) -> None:
        """Ask for what can be asked for today, again until nothing changes."""
        today = self.today
        if self.looking or today >= self.route.span.horizon:
            return
        self.looking = True
        soonest = self.look_once(today)
        while soonest == today:
            soonest = self.look_once(today)
        self.looking = False
        if soonest is not None and (self.wake is None or not today < self.wake <= soonest):
            self.wake = soonest
            self.after(self.begin + soonest - self.env.now, self.look)

    def look_once(self, today: int) -> int | None:
        """The next day on which there is something to do: today when anything changed."""
        soonest, changed = None, False
        for one in list(self.to_ask):
            day = self.day_to_ask(one, today)
            if day is None:
                changed |= self.get_anew(one.task, one.anew, today)
            elif day <= today:
                self.to_ask.remove(one)
                self.ask(one, today)
                changed = True
            elif soonest is None or day < soonest:
                soonest = day
        for asked in list(self.stalled):
            day = self.day_to_begin(asked, today)
            if day is None:
                changed |= self.get_anew(asked.task, asked.anew, today)
            elif day <= today:
                self.stalled.remove(asked)
                self.take_turn(asked)
                changed |= asked not in self.stalled
            elif soonest is None or day < soonest:
                soonest = day
        return today if changed else soonest

    def day_to_ask(self, one: ToAsk, today: int) -> int | None:
        span, task = self.route.span, one.task
        if one.days == NOT_LOOKED:
            one.days = days_to_ask(task.gates, self.held, span)
        if one.anew or not one.days:
            return span.first_from(one.days, today)
        first = span.first(one.days) or 0
        return span.first_from(one.days, max(first + task.later, today))

    def day_to_begin(self, asked: Asked, today: int) -> int | None:
        span = self.route.span
        return span.first_from(days_to_begin(asked.task.gates, self.held, span, asked.day), today)

    def ask(self, one: ToAsk, today: int) -> None:
        asked = Asked(one.task, self.env.now, today, one.anew)
        self.asked.append(asked)
        desk = one.task.service in self.desks
        wait = one.task.wait if self.stated or not desk else 0
        if wait:
            self.after(wait, partial(self.join, asked))
        else:
            self.join(asked)

    def join(self, asked: Asked, _event: Any = None) -> None:
        """The wait that nobody can shorten is over: into the line, or begin."""
        desk = self.desks.get(asked.task.service)
        if desk is not None:
            asked.number = desk.ask(partial(self.turn, asked))
        else:
            self.turn(asked)

    def take_turn(self, asked: Asked) -> None:
        desk = self.desks.get(asked.task.service)
        if desk is not None:
            desk.come_back(asked.number, partial(self.turn, asked))
        else:
            self.turn(asked)

    def turn(self, asked: Asked) -> float | None:
        """It may begin now. For how many days the place is taken; None: not ready for it."""
        today = self.today
        ready = self.day_to_begin(asked, today) == today
        if ready:
            self.start(asked, today)
        else:
            self.stalled.append(asked)
        self.look()
        return max(asked.task.length, 1) if ready else None

    def start(self, asked: Asked, today: int) -> None:
        span, task = self.route.span, asked.task
        self.asked.remove(asked)
        self.done.append(task)
        if task.service in self.desks:
            self.began(task.service, asked.moment, self.env.now)
        for gift in task.gifts:
            day = span.between(today + gift.after, today + gift.after + 1)
            self.held[gift.fact] |= span.lasting(day, gift.valid)
        self.settle()
        for one in self.to_ask:
            if task.gives & one.task.needs:
                one.days = NOT_LOOKED

    def settle(self) -> None:
        """What follows from what holds now."""
        held, span = self.held, self.route.span
        grows = bool(self.route.helpers or self.route.kept)
        while grows:
            grows = False
            for helper in self.route.helpers:
                days = span.every_day
                for check in helper.checks:
                    days &= check.days(held, span)
                grows |= bool(days & ~held[helper.fact])
                held[helper.fact] |= days
            for kept in self.route.kept:
                support = 0
                for fact in kept.supports:
                    support |= held[fact]
                reach = span.spread(held[kept.fact], span.held_within(support, kept.within))
                grows |= bool(reach & ~held[kept.fact])
                held[kept.fact] |= reach

    def get_anew(self, task: Task, anew: int, today: int) -> bool:
        """What it needs has run out: ask once more for what gave it. Not while anything it leans on
        is still on its way."""
        if anew >= MOST_AGAIN:
            return False
        needs = task.needs
        for coming in self.to_ask:
            if coming.task.gives & needs and coming.task is not task:
                return False
        for asked in self.asked:
            if asked.task.gives & needs and asked.task is not task:
                return False
        over = today + self.route.span.history
        lapsed = sum(1 << fact for fact, days in enumerate(self.held) if not days >> over) & needs
        givers = dict.fromkeys(one for one in self.done if one.gives & lapsed)
        self.to_ask += [ToAsk(one, anew + 1) for one in givers]
        self.repeats += len(givers)
        return bool(givers)

    def after(self, days: float, then: Callable[[Any], None]) -> None:
        self.env.timeout(days).callbacks.append(then)
