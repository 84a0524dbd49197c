# SPDX-License-Identifier: EUPL-1.2
"""Why does it take so long? The chain of services and rules that decides an arrival."""

from __future__ import annotations

from dataclasses import dataclass

from ruimbaan.core.planner.answer import Leg
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.problem import Effect, Literal, Problem, Way


@dataclass(frozen=True, slots=True)
class _Binding:
    """The condition that held last, and the day from which it held."""

    literal: Literal
    since: int


class CriticalPath:
    """Walks back from an arrival: which application, and which condition made it wait."""

    def __init__(self, problem: Problem, state: State) -> None:
        self.problem = problem
        self.state = state

    def to(self, fact: str, day: int) -> tuple[Leg, ...]:
        """Legs from the start of the chain to the arrival of `fact` on `day`."""
        legs: list[Leg] = []
        seen: set[tuple[int, int]] = set()
        here: tuple[int, int] | None = (self.problem.index[fact], day)
        while here is not None and here not in seen:
            seen.add(here)
            leg, here = self._leg(*here)
            legs.append(leg)
        return tuple(reversed(legs))

    def _leg(self, fact: int, day: int) -> tuple[Leg, tuple[int, int] | None]:
        name = self.problem.facts[fact]
        if self.problem.span.contains(self.problem.initial[fact], day):
            return Leg(name, day), None
        made = self._made(fact, day)
        if made is None:
            return Leg(name, day), None
        way, applied = made
        binding = self._binding(way, applied)
        leg = Leg(
            fact=name,
            day=day,
            service=way.service,
            apply=applied if way.service else None,
            waited_for=binding.literal.condition.fact if binding else None,
            rules=self._rules(way, binding),
        )
        return leg, (binding.literal.fact, binding.since) if binding else None

    def _made(self, fact: int, day: int) -> tuple[Way, int] | None:
        """The way and the application day through which `fact` holds on `day`."""
        span = self.problem.span
        for way, days in zip(self.problem.ways, self.state.applied, strict=True):
            for effect in way.effects:
                applied = day - self._offset(way, effect)
                if effect.fact == fact and span.contains(days, applied):
                    return way, applied
        return None

    def _offset(self, way: Way, effect: Effect) -> int:
        return way.wait + way.length if effect.at_end else way.wait

    def _binding(self, way: Way, applied: int) -> _Binding | None:
        """Of all conditions, the one whose run of days up to this application began last."""
        found: list[_Binding] = []
        for literal in way.literals:
            if not literal.waiver & self.state.switches and literal.condition.holds:
                since = self._since(literal, way, applied)
                if since is not None:
                    found.append(_Binding(literal, since))
        return max(found, key=lambda binding: binding.since, default=None)

    def _since(self, literal: Literal, way: Way, applied: int) -> int | None:
        span, condition = self.problem.span, literal.condition
        anchor = applied + way.wait if literal.at_start else applied
        if span.contains(literal.free, anchor):
            return None
        held = self.state.held[literal.fact]
        if condition.within is not None:
            return span.last(held & span.between(anchor - condition.within, anchor + 1))
        last = anchor - (condition.for_at_least or 0)
        gaps = ~held & span.between(None, last + 1)
        gap = span.last(gaps)
        first = -span.history if gap is None else gap + 1
        return first if first <= last else None

    def _rules(self, way: Way, binding: _Binding | None) -> tuple[str, ...]:
        """Rules on this leg that are not bent: on the wait, the opening and what it waited for."""
        rules = [binding.literal.condition.rule if binding else None]
        if way.service is not None:
            service = self.problem.world.services[way.service]
            if way.wait:
                rules.append(service.wait.rule)
            if service.opens is not None:
                rules.append(service.opens.rule)
        bent = self.problem.rules_in(self.state.switches)
        return tuple(dict.fromkeys(rule for rule in rules if rule and rule not in bent))
