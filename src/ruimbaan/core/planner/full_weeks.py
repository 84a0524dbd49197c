# SPDX-License-Identifier: EUPL-1.2
"""Weeks with more appointments than the person can manage, on sets of days.

A day stands here for the seven days up to and including it. A service counts once in a week, with the
most appointments that it asks on any of those days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ruimbaan.core.kernel.days import DaySet, Span
from ruimbaan.core.planner.answer import Clash, ClashKind
from ruimbaan.core.planner.clashes import Clashes, Planned
from ruimbaan.core.planner.problem import Door

WEEK = 7
Levels = Sequence[tuple[int, DaySet]]  # weeks with (at least) so many appointments of one service


class FullWeeks:
    """`most` appointments a week; what the person receives anyhow is never too much by itself."""

    def __init__(self, clashes: Clashes, most: int) -> None:
        self.clashes, self.span, self.most = clashes, clashes.span, most
        self.services = clashes.problem.world.services
        self.own = {name: self._levels(name, clashes.own(name), 0) for name in self.services}

    def too_full(self, planned: Planned) -> tuple[Clash, dict[str, int]] | None:
        """A week that is too full, the last of a run of them; and as few services as are too many
        there already, each with its appointments in that week."""
        names = dict.fromkeys(door.service for door in planned)
        asked = {name: self._planned(planned, name) for name in names}
        week = self.span.end_of_first_run(self._over(asked) & self._grown(asked))
        if week is None:
            return None
        own = {name: _highest(levels, week, self.span) for name, levels in self.own.items()}
        here = {name: _highest(levels, week, self.span) for name, levels in asked.items()}
        added = {name: number - own[name] for name, number in here.items() if number > own[name]}
        room = max(self.most - sum(own.values()), 0)
        for name in sorted(added, key=lambda each: added[each]):
            if sum(added.values()) - added[name] > room:
                del added[name]
        clash = Clash(ClashKind.TOO_MUCH, week, tuple(added), most=self.most)
        return clash, {name: here[name] for name in added}

    def _planned(self, planned: Planned, service: str) -> Levels:
        waiting = 0
        for door, days in planned.items():
            if door.service == service and door.wait:
                waiting |= self.span.lasting(days, door.wait)
        return self._levels(service, self.clashes.received(planned, service), waiting)

    def _levels(self, service: str, received: DaySet, waiting: DaySet) -> Levels:
        burden = self.services[service].burden
        found = ((burden.receiving, received), (burden.waiting, waiting))
        return [
            (number, self.span.held_within(days, WEEK - 1))
            for number, days in found
            if number and days
        ]

    def _over(self, asked: Mapping[str, Levels]) -> DaySet:
        """Weeks with more than `most` appointments."""
        at_least = [self.span.every_day] + [0] * (self.most + 1)  # by number of appointments
        for name, own in self.own.items():
            levels = sorted((*own, *asked.get(name, ())), reverse=True)
            for wanted in range(self.most + 1, 0, -1):
                for at, (number, weeks) in enumerate(levels):
                    fewer = weeks
                    for _, higher in levels[:at]:
                        fewer &= ~higher
                    at_least[wanted] |= at_least[max(wanted - number, 0)] & fewer
        return at_least[-1]

    def _grown(self, asked: Mapping[str, Levels]) -> DaySet:
        """Weeks in which the plan asks for something that is not there anyhow."""
        found = 0
        for name, levels in asked.items():
            for number, weeks in levels:
                for same, days in self.own[name]:
                    if same >= number:
                        weeks &= ~days
                found |= weeks
        return found

    def applications_in_week(self, door: Door, last: int, least: int) -> DaySet:
        """Application days through this door with at least so many appointments in this week."""
        burden, first, found = self.services[door.service].burden, last - WEEK + 1, 0
        if burden.receiving >= least:
            begin = first - door.wait - self.clashes.length(door.service) + 1
            found |= self.span.between(begin, last - door.wait + 1)
        if burden.waiting >= least:
            found |= self.span.between(first - door.wait + 1, last + 1) if door.wait else 0
        return found


def _highest(levels: Levels, week: int, span: Span) -> int:
    return max((number for number, weeks in levels if span.contains(weeks, week)), default=0)
