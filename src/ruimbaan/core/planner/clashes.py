# SPDX-License-Identifier: EUPL-1.2
"""What services do to each other on the days of a plan: what one takes, and what does not go together.

On sets of days; `simulate.py` and `agenda.py` say the same with loops over days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import Clash, ClashKind
from ruimbaan.core.planner.problem import Door, Problem, Switches
from ruimbaan.core.planner.world import World, days_in_force, receiving

Planned = Mapping[Door, DaySet]  # per door the application days


def may_clash(world: World, situation: Situation, *, losses: bool = True) -> bool:
    """Is there anything here that can keep steps from going together? Without `losses`, what a
    service takes is left to be told beside the plan."""
    return situation.most_appointments is not None or any(
        (losses and service.takes) or service.excludes for service in world.services.values()
    )


@dataclass(frozen=True, slots=True)
class Taking:
    """The service takes `fact` from so many days after its start, on the days of `binding`."""

    fact: int
    after: int
    rule: str | None
    binding: DaySet


@dataclass(frozen=True, slots=True)
class Apart:
    """Two services that are not received together on the days of `binding`."""

    one: str
    other: str
    rule: str | None
    binding: DaySet


class Clashes:
    """`problem` as it was laid out, with nothing hidden; `switches` are the rules that are bent."""

    def __init__(self, problem: Problem, switches: Switches) -> None:
        self.problem, self.span, self.switches = problem, problem.span, switches
        self.takings: dict[str, list[Taking]] = {}
        self.aparts: list[Apart] = []
        for service in problem.world.services.values():
            for loss in service.takes:
                if (days := self._binding(loss.rule)) and loss.after < self.length(service.id):
                    taking = Taking(problem.index[loss.fact], loss.after, loss.rule, days)
                    self.takings.setdefault(service.id, []).append(taking)
            for other in service.excludes:  # one that this person cannot have is in nobody's way
                days = self._binding(other.rule) if other.service in problem.world.services else 0
                if days:
                    self.aparts.append(Apart(service.id, other.service, other.rule, days))

    def _binding(self, rule: str | None) -> DaySet:
        if rule is None:
            return self.span.every_day
        if self.problem.rule_switch[rule] & self.switches:
            return 0
        return days_in_force(self.problem.world, self.span, rule)

    def length(self, service: str) -> int:
        """Days on which it is received: at least one."""
        return max(self.problem.world.services[service].lasts, 1)

    def own(self, service: str) -> DaySet:
        """Days on which the person receives it without applying."""
        return self.problem.initial[self.problem.index[receiving(service)]]

    def received(self, planned: Planned, service: str) -> DaySet:
        """Days on which it is received through these applications."""
        return self.span.lasting(self._starts(planned, service), self.length(service))

    def _starts(self, planned: Planned, service: str) -> DaySet:
        found = 0
        for door, days in planned.items():
            if door.service == service:
                found |= self.span.later(days, door.wait)
        return found

    # what one takes

    def taken(self, planned: Planned) -> dict[int, DaySet]:
        """Per fact the days on which something takes it."""
        found: dict[int, DaySet] = {}
        for service in dict.fromkeys(door.service for door in planned):
            for taking in self.takings.get(service, ()):
                begin = self.span.later(self._starts(planned, service), taking.after)
                days = self.span.lasting(begin, self.length(service) - taking.after)
                found[taking.fact] = found.get(taking.fact, 0) | days & taking.binding
        return found

    def taker(self, planned: Planned, fact: int, day: int) -> tuple[Door, int, str | None]:
        """An application, and the rule, through which this fact is taken on this day."""
        return next(
            (door, applied, taking.rule)
            for door, days in planned.items()
            for taking, window in self._taking(door.service, fact, day)
            for applied in self.span.each(days & (window >> door.wait))
        )

    def applications_that_take(self, door: Door, fact: int, day: int) -> DaySet:
        """Application days through this door with which the fact is taken on this day."""
        found = 0
        for _, starts in self._taking(door.service, fact, day):
            found |= starts >> door.wait
        return found

    def _taking(self, service: str, fact: int, day: int) -> Iterator[tuple[Taking, DaySet]]:
        """Each way in which it can take this, with the days of start that do so on this day."""
        for taking in self.takings.get(service, ()):
            if taking.fact == fact and self.span.contains(taking.binding, day):
                first = day - self.length(service) + 1
                yield taking, self.span.between(first, day - taking.after + 1)

    # what does not go together

    def not_together(self, planned: Planned) -> tuple[Clash, tuple[str, ...]] | None:
        """Two services that do not go together on this day; and those of them of which one has to
        be left out that day: both, or the one beside what the person receives anyhow. The day is
        the last of a run of them: who leaves it out has passed the whole run."""
        found: tuple[int, Apart] | None = None
        for apart in self.aparts:
            one, other = (self.received(planned, each) for each in (apart.one, apart.other))
            both = one & (other | self.own(apart.other)) | other & self.own(apart.one)
            day = self.span.end_of_first_run(both & apart.binding)
            if day is not None and (found is None or day < found[0]):
                found = day, apart
        if found is None:
            return None
        day, apart = found
        pair = (apart.one, apart.other)
        clash = Clash(ClashKind.APART, day, pair, rule=apart.rule)
        for each, beside in (pair, pair[::-1]):
            there_anyhow = self.span.contains(self.own(beside), day)
            if there_anyhow and self.span.contains(self.received(planned, each), day):
                return clash, (each,)
        return clash, pair

    def applications_received_on(self, door: Door, day: int) -> DaySet:
        """Application days through this door with which it is received on this day."""
        last = day - door.wait
        return self.span.between(last - self.length(door.service) + 1, last + 1)
