# SPDX-License-Identifier: EUPL-1.2
"""Earliest arrival with windows by CP-SAT: a truth value for each fact, and each application, on
each day.

python -m tests.long.cpsat_days --services 50 --regions 10

What runs out, conditions over time and at the start, openings, rules that end, other ways in: all is
in it, but facts that support keeps up (`not_kept_up` makes a world without them). Only the ways that
a goal can lean on are given to it.
Compares with the compiled engine; ends with exit code 1 when a proven answer is another.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from time import process_time

import networkx as nx
from ortools.sat.python import cp_model

from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Literal, Problem, Switches, Way, bits
from ruimbaan.core.planner.world import World
from tests.long.cpsat_arrival import Arrival
from tests.long.cpsat_compared import SECONDS, Proven, compare, somebody

Truth = cp_model.BoolVarT


def not_kept_up(world: World) -> World:
    """The same world, where support keeps up no fact."""
    facts = {name: replace(fact, maintained_within=None) for name, fact in world.facts.items()}
    return replace(world, facts=facts)


@dataclass(slots=True)
class Days:
    """The model of one problem with these switches on. A day is a bit of the span."""

    problem: Problem
    switches: Switches
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    held: dict[tuple[int, int], Truth] = field(default_factory=dict)
    rank: dict[tuple[int, int], cp_model.IntVar] = field(default_factory=dict)
    circle: dict[int, int] = field(default_factory=dict)

    def proven(self, seconds: float = SECONDS) -> Proven:
        span, goals = self.problem.span, self.problem.goals
        self.lay()
        late = {}
        for goal in goals:
            fact, never = self.problem.index[goal.fact], self.model.new_bool_var("never")
            on = [self.model.new_bool_var("arrives") for _ in range(span.horizon)]
            for day, arrives in enumerate(on):
                self.model.add_implication(arrives, self.held[fact, day + span.history])
            self.model.add_exactly_one([*on, never])
            late[goal.fact] = sum(day * on[day] for day in range(span.horizon))
            late[goal.fact] += span.horizon * never
        self.model.minimize(sum(late.values()))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = seconds
        before = process_time()
        status = solver.solve(self.model)
        took = process_time() - before
        optimal = status == cp_model.OPTIMAL
        days = {name: int(solver.value(day)) for name, day in late.items()} if optimal else {}
        found = {name: None if day == span.horizon else day for name, day in days.items()}
        return Proven(found, optimal, took)

    @property
    def days(self) -> int:
        return self.problem.span.history + self.problem.span.horizon

    def lay(self) -> None:
        known = Arrival(self.problem, self.switches)
        ways = known.leaned_on(known.open_ways())
        asked = {
            number: [lit for lit in known.literals(way) if known.is_made(lit.fact)]
            for number, (way, _) in ways.items()
        }
        facts = {self.problem.index[goal.fact] for goal in self.problem.goals}
        facts |= {literal.fact for literals in asked.values() for literal in literals}
        self.find_circles([(way, asked[number]) for number, (way, _) in ways.items()])
        for fact in facts:
            for day in range(self.days):
                self.held[fact, day] = self.model.new_bool_var(f"{fact} on {day}")
        given: dict[tuple[int, int], list[Truth]] = {}
        begun: dict[tuple[int, int], list[Truth]] = {}
        for number, (way, open_days) in ways.items():
            for switch in bits(open_days):
                day = switch.bit_length() - 1
                applied = self.model.new_bool_var(f"way {number} on {day}")
                beside = [self.condition(way, lit, applied, day) for lit in asked[number]]
                for until, effect in way.gifts:
                    if effect.fact in facts:
                        truth = self.support(
                            way, asked[number], beside, applied, until, effect.fact, day
                        )
                        valid = effect.valid_for(self.switches)
                        into = begun if valid is None else given
                        for on in range(day + until, min(self.days, day + until + (valid or 1))):
                            # on its first day it may stand in a circle, later it does not
                            first = on == day + until
                            into.setdefault((effect.fact, on), []).append(
                                truth if first else applied
                            )
        self.close(facts, given, begun)

    def find_circles(self, ways: list[tuple[Way, list[Literal]]]) -> None:
        """Facts that could bring about each other on one and the same day."""
        graph = nx.DiGraph()
        for way, literals in ways:
            for until, effect in way.gifts:
                for literal in literals:
                    if until == (way.wait if literal.at_start else 0):
                        graph.add_edge(literal.fact, effect.fact)
        for number, circle in enumerate(nx.strongly_connected_components(graph)):
            if len(circle) > 1 or any(graph.has_edge(fact, fact) for fact in circle):
                self.circle.update(dict.fromkeys(circle, number))

    def rank_of(self, fact: int, day: int) -> cp_model.IntVar:
        if (fact, day) not in self.rank:
            self.rank[fact, day] = self.model.new_int_var(0, len(self.circle), "rank")
        return self.rank[fact, day]

    def condition(self, way: Way, literal: Literal, applied: Truth, day: int) -> Truth:
        """The condition holds for who applies on this day. Gives when it does so by what holds on
        the anchor day itself."""
        model, condition, fact = self.model, literal.condition, literal.fact
        anchor = day + way.wait if literal.at_start else day
        if anchor >= self.days:
            model.add(applied == 0)
            return applied
        if literal.free >> anchor & 1:
            return model.new_constant(0)
        now = self.held[fact, anchor]
        if condition.within is not None:
            by_now = model.new_bool_var("by what holds now")
            model.add_implication(by_now, now)
            before = range(max(0, anchor - condition.within), anchor)
            model.add_bool_or([by_now, *(self.held[fact, d] for d in before)]).only_enforce_if(
                applied
            )
            return by_now
        since = anchor - (condition.for_at_least or 0)
        if since < 0:
            model.add(applied == 0)
            return applied
        for on in range(since, anchor + 1):
            model.add_implication(applied, self.held[fact, on])
        return applied

    def support(
        self,
        way: Way,
        literals: list[Literal],
        beside: list[Truth],
        applied: Truth,
        until: int,
        fact: int,
        day: int,
    ) -> Truth:
        """Applying gives the fact; in a circle only to what comes after it."""
        ring = self.circle.get(fact)
        before = [
            (literal, by_now)
            for literal, by_now in zip(literals, beside, strict=True)
            if ring is not None
            and self.circle.get(literal.fact) == ring
            and until == (way.wait if literal.at_start else 0)
        ]
        if not before or day + until >= self.days:
            return applied
        gives = self.model.new_bool_var("gives")
        self.model.add_implication(gives, applied)
        for literal, by_now in before:
            on = day + until
            after = self.rank_of(fact, on) > self.rank_of(literal.fact, on)
            self.model.add(after).only_enforce_if([gives, by_now])
        return gives

    def close(
        self,
        facts: set[int],
        given: dict[tuple[int, int], list[Truth]],
        begun: dict[tuple[int, int], list[Truth]],
    ) -> None:
        """No fact holds without a reason."""
        for fact in facts:
            for_good: Truth | None = None
            for day in range(self.days):
                reasons = begun.get((fact, day), [])
                if for_good is not None or reasons:
                    since = self.model.new_bool_var(f"{fact} for good on {day}")
                    earlier = [] if for_good is None else [for_good]
                    self.model.add_bool_or([*reasons, *earlier]).only_enforce_if(since)
                    for_good = since
                if not self.problem.initial[fact] >> day & 1:
                    why = [*given.get((fact, day), []), *([] if for_good is None else [for_good])]
                    self.model.add_bool_or(why).only_enforce_if(self.held[fact, day])


def windows(services: int, seed: int) -> tuple[Problem, type[Days]]:
    """Somebody in a region where support keeps up nothing."""
    world, person = somebody(services, seed)
    return lay_out(not_kept_up(world), person), Days


if __name__ == "__main__":
    raise SystemExit(compare(__doc__, windows, regions=10))
