# SPDX-License-Identifier: EUPL-1.2
"""Executes a plan one day at a time, with losses, as a sceptical reader would.

What a service takes on the day it starts is gone on that whole day, for everybody who applies or
starts on it: so the order within a day does not matter, and what comes true here comes true anyhow.

Shares nothing with the sets of days of the planner: plain loops over days, on purpose.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from ruimbaan.core.directory.service import (
    AllOf,
    Anchor,
    AnyOf,
    Condition,
    Need,
    Opening,
    Service,
    Weekday,
)
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.agenda import Agenda
from ruimbaan.core.planner.execution import Application, Execution, Lost
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.rule import Flexibility


def execute(
    world: World,
    situation: Situation,
    bent: frozenset[str],
    applications: Iterable[Application],
    *,
    until: int,
    with_losses: bool = True,
) -> Execution:
    """Live through the days up to `until`; apply where the plan says and look what happens.
    `with_losses`: also what services take, what cannot be had together, and the most appointments
    a week that the person can manage."""
    days = range(-world.span.history, min(until, world.span.horizon))
    run = _Run(world, situation, bent, days, with_losses=with_losses)
    for application in sorted(applications, key=lambda a: a.day):
        run.todo.setdefault(application.day, []).append(application)
    for day in days:
        run.live(day)
    return run.report()


class _Run:
    def __init__(
        self,
        world: World,
        situation: Situation,
        bent: frozenset[str],
        days: range,
        *,
        with_losses: bool,
    ) -> None:
        self.world = world
        self.situation = situation
        self.bent = bent
        self.days = days
        self.with_losses = with_losses
        # Support that one had all along counts like support that one applied for.
        self.supports = {receiving(s.id) for s in world.services.values() if s.is_support}
        self.maintained = {
            fact.id: fact.maintained_within
            for fact in world.facts.values()
            if fact.maintained_within is not None
        }
        self.todo: dict[int, list[Application]] = {}
        self.given: dict[int, frozenset[str]] = {}  # own, regional, received
        self.open: list[tuple[str, int]] = []  # what is given today, each until when
        self.to_open: dict[int, list[tuple[str, int]]] = {}
        self.ends: set[int] = set()
        self.at_day = days.start - 1
        self.taken: dict[int, list[Lost]] = {}
        self.held: dict[int, set[str]] = {}
        self.pending: list[tuple[Service, Application]] = []  # accepted, start still to be seen
        self.lost: list[Lost] = []
        self.refused: list[Application] = []
        self.expected: frozenset[str] = frozenset()  # taken today by who is to start today
        self.agenda = Agenda(world, situation, bent, days)
        for window in (*world.region_facts, *situation.facts):
            self.give(window.fact, window.from_day, window.until)

    def give(self, fact: str, first: int | None, until: int | None) -> None:
        """Write down that `fact` is there on the days [first, until), as far as we live them."""
        begin = self.days.start if first is None else max(first, self.days.start)
        end = self.days.stop if until is None else min(until, self.days.stop)
        if begin >= end:
            return
        self.ends.add(end)
        if begin > self.at_day:
            self.to_open.setdefault(begin, []).append((fact, end))
        else:
            self.open.append((fact, end))
            self.given[self.at_day] |= {fact}

    def dawn(self, day: int) -> None:
        """What is given today: as yesterday, but for what begins or ends."""
        self.at_day = day
        begin = self.to_open.pop(day, [])
        if begin or day in self.ends:
            self.open = [(fact, until) for fact, until in self.open if until > day] + begin
            self.given[day] = frozenset(fact for fact, _ in self.open)
        else:
            self.given[day] = self.given.get(day - 1, frozenset())

    def live(self, day: int) -> None:
        """One day: what holds, who applies, who starts; again until nothing changes."""
        waiting = list(self.todo.get(day, []))
        self.dawn(day)
        starting = [item for item in self.pending if item[1].start == day]
        at_once = [item for item in waiting if not item.wait]
        self.expected = self.taken_by([item[1] for item in starting] + at_once, day)
        self.held[day] = self.settled(day)
        changed = bool(at_once or starting)
        while changed:
            changed = self.start(day)
            for application in [item for item in waiting if not item.wait]:
                changed |= self.accepted(application, waiting)
            self.held[day] = self.settled(day)
        self.expected = frozenset()
        self.held[day] = self.settled(day)
        for application in [item for item in waiting if item.wait]:
            self.accepted(application, waiting)
        self.refused += waiting
        not_started = [item for item in self.pending if item[1].start == day]
        self.refused += [application for _, application in not_started]
        self.pending = [item for item in self.pending if item not in not_started]
        self.note_losses(day)

    def taken_by(self, applications: Iterable[Application], day: int) -> frozenset[str]:
        """What they take on their first day."""
        if not self.with_losses:
            return frozenset()
        return frozenset(
            loss.fact
            for application in applications
            for loss in self.world.services[application.service].takes
            if not loss.after and loss.rule not in self.bent and self.in_force(loss.rule, day)
        )

    def accepted(self, application: Application, waiting: list[Application]) -> bool:
        service = self.world.services[application.service]
        if not self.may_apply(service, application):
            return False
        if self.with_losses and not self.agenda.book(service, application):
            return False
        waiting.remove(application)
        self.pending.append((service, application))
        return True

    def start(self, day: int) -> bool:
        """Begin what was applied for and may start today."""
        begun = False
        for item in list(self.pending):
            service, application = item
            if application.start == day and self.may_start(service, application.day, day):
                self.pending.remove(item)
                self.receive(service, day)
                self.held[day] = self.settled(day)
                begun = True
        return begun

    def waits(self, service: Service) -> list[int]:
        """Days from application to start that one can have; none when nobody knows."""
        wait = service.wait
        found = [] if wait.days is None else [wait.days]
        if wait.rule in self.bent and wait.shorten_to is not None:
            found.append(wait.shorten_to)
        return found

    def may_apply(self, service: Service, application: Application) -> bool:
        day = application.day
        return (
            application.wait in self.waits(service)
            and day >= self.situation.plan_from
            and self.is_open(service.opens, day)
            and self.any_choice(service.needs, day, None)
        )

    def may_start(self, service: Service, applied: int, start: int) -> bool:
        if self.with_losses and self.agenda.excluded(service, start):
            return False
        return self.any_choice(service.needs, applied, start)

    def is_open(self, opens: Opening | None, day: int) -> bool:
        if opens is None or opens.rule in self.bent or not self.in_force(opens.rule, day):
            return True
        if opens.every is not None:
            return day >= opens.first and (day - opens.first) % opens.every == 0
        weekday = (self.world.as_of + timedelta(days=day)).weekday()
        return tuple(Weekday)[weekday] in opens.weekdays

    def any_choice(self, needs: Iterable[Need], applied: int, start: int | None) -> bool:
        return all(self.met(need, applied, start) for need in needs)

    def met(self, need: Need, applied: int, start: int | None) -> bool:
        """At application the needs "at start" are still open: they count as met until then."""
        if isinstance(need, AnyOf):
            return any(self.met(option, applied, start) for option in need.options)
        if isinstance(need, AllOf):
            return all(self.met(part, applied, start) for part in need.parts)
        if self.dropped(need.rule):
            return True
        if need.at is Anchor.START:
            return start is None or self.holds(need, start)
        return self.holds(need, applied)

    def dropped(self, rule: str | None) -> bool:
        return (
            rule is not None
            and rule in self.bent
            and self.world.rules[rule].flexible is not Flexibility.SHORTEN
        )

    def in_force(self, rule: str | None, day: int) -> bool:
        if rule is None:
            return True
        known = self.world.rules[rule]
        date = self.world.as_of + timedelta(days=day)
        return (known.valid_from is None or known.valid_from <= date) and (
            known.valid_until is None or date < known.valid_until
        )

    def holds(self, need: Condition, day: int) -> bool:
        if day not in self.held:
            return False
        if not self.in_force(need.rule, day):
            return True
        if need.within is not None:
            days = [d for d in range(day - need.within, day + 1) if d in self.held]
            return any(self.has(need, d) is need.holds for d in days)
        if need.for_at_least is not None:
            span = range(day - need.for_at_least, day + 1)
            return all(self.has(need, d) is need.holds for d in span)
        return self.has(need, day) is need.holds

    def has(self, need: Condition, day: int) -> bool:
        """Who asks that it does not hold, sees it also on the days on which it is taken."""
        return need.fact in (self.held if need.holds else self.given).get(day, ())

    def settled(self, day: int) -> set[str]:
        """Facts that hold today: own, regional, given, kept up, and helpers on top of them."""
        lost = {lost.fact for lost in self.losses(day)} | self.expected
        facts = {*self.given[day], *self.kept_up(day)} - lost
        self.held[day] = facts
        grows = True
        while grows:
            grows = False
            for helper in self.world.helpers:
                known = helper.fact in facts or helper.fact in lost
                if not known and self.any_choice(helper.means, day, day):
                    facts.add(helper.fact)
                    grows = True
        return facts

    def receive(self, service: Service, start: int) -> None:
        """Write down what this service gives and takes from now on."""
        end, received_until = start + service.lasts, start + max(service.lasts, 1)
        self.give(receiving(service.id), start, received_until)
        self.agenda.begin(service, start)
        for gift in service.gives:
            if gift.while_receiving:
                self.give(gift.fact, start, received_until)
                continue
            longer = gift.longer is not None and gift.rule in self.bent
            valid = gift.longer if longer else gift.valid
            self.give(gift.fact, end, None if valid is None else end + valid)
        for loss in service.takes:
            for day in range(start + loss.after, received_until):
                if loss.rule not in self.bent and self.in_force(loss.rule, day):
                    taken = Lost(loss.fact, service.id, loss.rule, day)
                    self.taken.setdefault(day, []).append(taken)

    def kept_up(self, day: int) -> set[str]:
        """Facts of yesterday that support carries on."""
        yesterday = self.held.get(day - 1, set())
        return {
            fact
            for fact, within in self.maintained.items()
            if fact in yesterday
            and any(
                not self.supports.isdisjoint(self.given.get(back, ()))
                for back in range(day - within, day + 1)
            )
        }

    def losses(self, day: int) -> list[Lost]:
        return self.taken.get(day, []) if self.with_losses else []

    def note_losses(self, day: int) -> None:
        """Only what would have held today is lost."""
        lost = self.losses(day)
        if not lost:
            return
        kept, self.with_losses = self.held[day], False
        would_hold = self.settled(day)
        self.with_losses = True
        self.held[day] = kept
        self.lost += [item for item in lost if item.fact in would_hold]

    def report(self) -> Execution:
        days = sorted(day for day in self.held if day >= 0)
        return Execution(
            arrivals={
                goal.fact: next((d for d in days if goal.fact in self.held[d]), None)
                for goal in self.situation.goals
            },
            refused=self.refused,
            lost=self.lost,
            held=self.held,
        )
