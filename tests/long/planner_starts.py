# SPDX-License-Identifier: EUPL-1.2
"""One point of a front in a big region, as CP-SAT sees it: one start for each way, no sets of days.

That is right where what holds once holds for ever and every step takes at least a day: `lasting`
makes such a region of any. It gives CP-SAT a far smaller model than one with a variable for each day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ortools.sat.python import cp_model

from ruimbaan.core.directory.service import Service
from ruimbaan.core.journey.situation import Window
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem, Way, bits
from tests.core.twins.ablation import ABLATIONS, NEGATIVE, Case

LASTING = (
    *("valid", "while_receiving", "within", "for_at_least", "at start", "receiving", NEGATIVE),
    *("opens on weekdays", "opens every so often", "maintained fact", "rule with a period"),
    *("unknown wait", "helper"),
)


def lasting(case: Case) -> Case:
    """The same region and person, without anything that ends, and with a day for each step."""
    for name in LASTING:
        case = ABLATIONS[name](case)
    world, situation = case
    services = {service.id: _with_a_day(service) for service in world.services.values()}
    always = tuple(Window(window.fact) for window in world.region_facts)
    facts = tuple(Window(window.fact) for window in situation.facts)
    world = replace(world, services=services, region_facts=always)
    return world, replace(situation, facts=facts)


def _with_a_day(service: Service) -> Service:
    return replace(service, lasts=service.lasts or 1)


class Starts:
    """The least lateness when the rules that are bent ask at most `budget` together."""

    def __init__(self, case: Case, budget: int) -> None:
        self.problem: Problem = lay_out(*case)
        self.model = cp_model.CpModel()
        self.horizon = self.problem.span.horizon
        rules = {self.problem.rule_switch[rule.id]: rule for rule in case[0].rules.values()}
        self.bent = {
            switch: self.model.new_bool_var("") for switch, rule in rules.items() if rule.may_bend
        }
        asks = [(rules[switch].asks or 0) * bent for switch, bent in self.bent.items()]
        self.model.add(cp_model.LinearExpr.sum(asks) <= budget)
        self.by: dict[int, list[Way]] = {}
        for way in self.problem.ways:
            for effect in way.effects:
                self.by.setdefault(effect.fact, []).append(way)
        self.held: dict[int, cp_model.IntVar] = {}
        self.begun: dict[int, cp_model.IntVar] = {}
        self.todo = [self.problem.index[goal.fact] for goal in self.problem.goals]
        while self.todo:
            self.fact(self.todo.pop())
        self.model.minimize(cp_model.LinearExpr.sum(list(self.late())))

    def day(self, fact: int) -> cp_model.IntVar:
        """From when the fact holds; the horizon is never."""
        if fact not in self.held:
            self.held[fact] = self.model.new_int_var(0, self.horizon, "")
            self.todo.append(fact)
        return self.held[fact]

    def fact(self, fact: int) -> None:
        """Who gives it, if it does not hold already: at least one of them, or never."""
        held = self.day(fact)
        if self.problem.initial[fact] or fact in self.begun:
            return
        self.begun[fact] = held
        never = self.model.new_bool_var("")
        self.model.add(held == self.horizon).only_enforce_if(never)
        given = [never]
        for way in self.by.get(fact, []):
            through = self.model.new_bool_var("")
            self.model.add(held >= self.way(way, through)).only_enforce_if(through)
            given.append(through)
        self.model.add_bool_or(given)

    def way(self, way: Way, through: cp_model.IntVar) -> cp_model.LinearExprT:
        """When it has given what it gives."""
        begins = self.model.new_int_var(0, self.horizon, "")
        for switch in bits(way.needs_on & ~self.problem.all_services):
            if switch in self.bent:
                self.model.add_implication(through, self.bent[switch])
            else:
                self.model.add(through == 0)
        for literal in way.literals:
            bent = self.bent.get(literal.waiver)
            if self.problem.initial[literal.fact]:
                continue
            kept = [through] if bent is None else [through, ~bent]
            self.model.add(begins >= self.day(literal.fact)).only_enforce_if(kept)
        return begins + way.wait + way.length

    def late(self) -> Iterator[cp_model.LinearExprT]:
        for goal in self.problem.goals:
            if self.problem.initial[self.problem.index[goal.fact]]:
                continue
            late = self.model.new_int_var(0, self.horizon, "")
            self.model.add(late >= self.day(self.problem.index[goal.fact]) - goal.needed_by)
            yield goal.weight * late

    def least_lateness(self) -> int:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.solve(self.model) != cp_model.OPTIMAL:
            raise RuntimeError(solver.status_name())
        return round(solver.objective_value)
