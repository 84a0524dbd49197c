# SPDX-License-Identifier: EUPL-1.2
"""Carry a plan out as written, one day after another, and see what comes true.

Nothing happens that is not in the plan. An application is settled on the day the service
would start: only then is all known that its needs look at, and nothing of it shows before.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from ruimbaan.core.directory.service import AllOf, Anchor, AnyOf, Condition, Need, Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Plan
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.rule import Flexibility

Application = tuple[str, int, int]  # service, day, wait


class Losses(Enum):
    """Whether services take anything, and if so, whether what one takes on its first day is
    gone at once for the others that start on that day, or only after all have started."""

    NONE = auto()
    AFTER = auto()
    AT_ONCE = auto()


@dataclass
class Execution:
    """Days on which each fact is `promised` (given by a service or the own situation), taken
    away (`lost`, by fact, service and rule) and `held`; `started`: the applications that worked out.
    """

    world: World
    situation: Situation
    plan: Plan
    losses: Losses = Losses.NONE
    held: dict[str, set[int]] = field(default_factory=dict)
    promised: dict[str, set[int]] = field(default_factory=dict)
    lost: dict[tuple[str, str, str | None], set[int]] = field(default_factory=dict)
    started: set[Application] = field(default_factory=set)

    def run(self) -> Execution:
        span = self.world.span
        names = [*self.world.facts, *map(receiving, self.world.services)]
        self.held = {name: set() for name in names}
        self.promised = {name: set() for name in names}
        for window in (*self.situation.facts, *self.world.region_facts):
            first = -span.history if window.from_day is None else window.from_day
            until = span.horizon if window.until is None else window.until
            self.promised[window.fact].update(range(first, until))
        for day in range(-span.history, span.horizon):
            self._live(day)
        return self

    @property
    def applications(self) -> list[Application]:
        return [
            (step.service, day, step.start - step.apply)
            for step in self.plan.steps
            for day in range(step.apply, step.apply + step.times)
        ]

    @property
    def refused(self) -> set[Application]:
        """Applications that could have started on a day we speak of and did not."""
        horizon = self.world.span.horizon
        return {e for e in self.applications if e[1] + e[2] < horizon} - self.started

    def arrival(self, fact: str) -> int | None:
        return min((day for day in self.held[fact] if day >= 0), default=None)

    def _live(self, day: int) -> None:
        """Settle one day: what holds, who starts, what that gives, until the day is at rest."""
        taken = self._taken(day)
        due = [each for each in self.applications if each[1] + each[2] == day]
        at_rest = False
        while not at_rest:
            self._settle(day, self._taken(day) if self.losses is Losses.AT_ONCE else taken)
            fresh = next((e for e in due if e not in self.started and self._may_start(*e)), None)
            if fresh:
                self._start(self.world.services[fresh[0]], day)
                self.started.add(fresh)
            at_rest = fresh is None
        self._settle(day, self._taken(day))

    def _taken(self, day: int) -> set[str]:
        if self.losses is Losses.NONE:
            return set()
        return {fact for (fact, _, _), days in self.lost.items() if day in days}

    def _settle(self, day: int, taken: set[str]) -> None:
        """What is promised and not taken; then, until nothing is added, what follows from it."""
        for fact, days in self.held.items():
            days.discard(day)
            if day in self.promised[fact] and fact not in taken:
                days.add(day)
        grown = True
        while grown:
            now = {h.fact for h in self.world.helpers if self._meets(h.means, day, 0)}
            now |= {fact for fact in self.world.facts if self._kept(fact, day)}
            fresh = {fact for fact in now - taken if day not in self.held[fact]}
            for fact in fresh:
                self.held[fact].add(day)
            grown = bool(fresh)

    def _kept(self, fact: str, day: int) -> bool:
        gap = self.world.facts[fact].maintained_within
        if gap is None or day - 1 not in self.held[fact]:
            return False
        return any(
            service.is_support and self.promised[receiving(service.id)] & set(_back(day, gap))
            for service in self.world.services.values()
        )

    # one service

    def _may_start(self, name: str, applied: int, wait: int) -> bool:
        service = self.world.services[name]
        if applied < max(self.situation.plan_from, -self.world.span.history):
            return False
        return self._open(service, applied) and self._meets(service.needs, applied, wait)

    def _open(self, service: Service, day: int) -> bool:
        opens = service.opens
        if opens is None or (opens.rule and opens.rule in self.plan.flexed):
            return True
        if not self._binds(opens.rule, day):
            return True
        if opens.every:
            return day in range(opens.first, self.world.span.horizon, opens.every)
        names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
        return names[(self.world.as_of.weekday() + day) % 7] in {d.value for d in opens.weekdays}

    def _start(self, service: Service, day: int) -> None:
        end, horizon = day + service.lasts, self.world.span.horizon
        during = range(day, max(end, day + 1))
        self.promised[receiving(service.id)].update(during)
        for gift in service.gives:
            length = gift.valid
            if gift.longer is not None and gift.rule in self.plan.flexed:
                length = gift.longer
            after = range(end, horizon if length is None else end + length)
            self.promised[gift.fact].update(during if gift.while_receiving else after)
        for loss in service.takes:
            if loss.rule is None or loss.rule not in self.plan.flexed:
                key = (loss.fact, service.id, loss.rule)
                days = {each for each in during[loss.after :] if self._binds(loss.rule, each)}
                self.lost.setdefault(key, set()).update(days)

    # needs

    def _binds(self, rule_id: str | None, day: int) -> bool:
        """No rule always binds; a rule binds in its period."""
        rule = self.world.rules[rule_id] if rule_id else None
        if rule and rule.valid_from and (rule.valid_from - self.world.as_of).days > day:
            return False
        return not (rule and rule.valid_until and (rule.valid_until - self.world.as_of).days <= day)

    def _meets(self, needs: tuple[Need, ...], day: int, wait: int) -> bool:
        return all(self._met(need, day, wait) for need in needs)

    def _met(self, need: Need, day: int, wait: int) -> bool:
        match need:
            case AnyOf(options):
                return any(self._met(option, day, wait) for option in options)
            case AllOf(parts):
                return all(self._met(part, day, wait) for part in parts)
            case Condition():
                return self._true(need, day + (wait if need.at is Anchor.START else 0))

    def _true(self, condition: Condition, day: int) -> bool:
        rule = self.world.rules[condition.rule] if condition.rule else None
        if rule and rule.id in self.plan.flexed and rule.flexible is not Flexibility.SHORTEN:
            return True
        if not self._binds(condition.rule, day):
            return True
        held, back = self.held[condition.fact], condition.within or condition.for_at_least or 0
        days = _back(day, back)
        if not condition.holds:
            days = [each for each in days if each >= -self.world.span.history]
        right = [(each in held) is condition.holds for each in days]
        return any(right) if condition.within is not None else all(right)


def _back(day: int, length: int) -> list[int]:
    return list(range(day - length, day + 1))
