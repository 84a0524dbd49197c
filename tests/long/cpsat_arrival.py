# SPDX-License-Identifier: EUPL-1.2
"""Earliest arrival by CP-SAT, an engine that knows nothing of sets of days: each fact has the day
from which it holds, each way the day on which one applies.

python -m tests.long.cpsat_arrival --services 50 --regions 20

That is exact where what a service gives lasts for ever, and `lasting` makes such a world of any
other. Everything else stays: waits, lengths, openings, other ways in, conditions over time and at
the start, rules that end, what the person has for a while and what the person must not have.
Compares with the compiled engine, in practice and with rules bent; ends with exit code 1 when a
proven answer is another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from time import process_time

from ortools.sat.python import cp_model

from ruimbaan.core.directory.service import AllOf, AnyOf, Condition, Gift, Need, Service
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Literal, Problem, Switches, Way
from ruimbaan.core.planner.world import Helper, World, receiving
from tests.long.cpsat_compared import SECONDS, Proven, compare, somebody


def lasting(world: World, person: Situation) -> tuple[World, Situation]:
    """The same, where what a service gives holds for ever, and so does what it gave before."""
    given = {gift.fact for service in world.services.values() for gift in service.gives}
    gift_of = {receiving(service.id): service.gives[0].fact for service in world.services.values()}

    def need(old: Need) -> Need:
        if isinstance(old, AnyOf):
            return AnyOf(tuple(map(need, old.options)))
        if isinstance(old, AllOf):
            return AllOf(tuple(map(need, old.parts)))
        return replace(old, fact=gift_of.get(old.fact, old.fact))

    def service(old: Service) -> Service:
        gives = tuple(Gift(gift.fact) for gift in old.gives)
        return replace(old, needs=tuple(map(need, old.needs)), gives=gives)

    def helper(old: Helper) -> Helper:
        """Without what the person may have for a while only."""
        means = (
            part for part in old.means if not isinstance(part, Condition) or part.fact in given
        )
        return Helper(old.fact, tuple(map(need, means)))

    facts = {name: replace(fact, maintained_within=None) for name, fact in world.facts.items()}
    return (
        replace(
            world,
            facts=facts,
            services={name: service(old) for name, old in world.services.items()},
            helpers=tuple(map(helper, world.helpers)),
        ),
        replace(
            person,
            facts=tuple(
                replace(window, until=None) if window.fact in given else window
                for window in person.facts
            ),
        ),
    )


@dataclass(slots=True)
class Arrival:
    """The model of one problem with these switches on. `smaller`: only with the ways that a goal can
    lean on and that can be gone at all, which CP-SAT would have to find out itself."""

    problem: Problem
    switches: Switches
    smaller: bool = False
    model: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    begins: dict[int, cp_model.IntVar] = field(default_factory=dict)
    rank: dict[int, cp_model.IntVar] = field(default_factory=dict)
    made: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.made = frozenset(given.fact for way in self.problem.ways for given in way.effects)

    def proven(self, seconds: float = SECONDS) -> Proven:
        goals = {goal.fact: self.problem.index[goal.fact] for goal in self.problem.goals}
        ways = self.open_ways()
        self.lay(self.leaned_on(ways) if self.smaller else ways, set(goals.values()))
        late = {}
        for name, fact in goals.items():
            late[name] = self.model.new_int_var(0, self.horizon, f"arrival {name}")
            self.model.add(late[name] >= self.begins[fact])
        self.model.minimize(sum(late.values()))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_time_in_seconds = seconds
        before = process_time()
        status = solver.solve(self.model)
        took = process_time() - before
        days = {name: solver.value(day) for name, day in late.items()}
        return Proven(
            {name: None if day == self.horizon else day for name, day in days.items()},
            status == cp_model.OPTIMAL,
            took,
        )

    @property
    def horizon(self) -> int:
        return self.problem.span.horizon

    @property
    def history(self) -> int:
        return self.problem.span.history

    # what can matter

    def open_days(self, way: Way) -> DaySet:
        """Days on which one may apply: the door, and all conditions on what nobody gives."""
        if way.needs_on & ~self.switches:
            return 0
        days = way.all_days if way.open_switch & self.switches else way.open_days
        for literal in self.literals(way):
            if not self.is_made(literal.fact):
                found = literal.days(self.problem.initial[literal.fact], self.problem.span)
                days &= found >> way.wait if literal.at_start else found
        return days

    def literals(self, way: Way) -> Iterator[Literal]:
        return (literal for literal in way.literals if not literal.waiver & self.switches)

    def is_made(self, fact: int) -> bool:
        """Does some way give it?"""
        return fact in self.made

    def open_ways(self) -> dict[int, tuple[Way, DaySet]]:
        """The ways through which one may apply on some day, and on which."""
        days = {number: self.open_days(way) for number, way in enumerate(self.problem.ways)}
        return {n: (self.problem.ways[n], found) for n, found in days.items() if found}

    def leaned_on(self, ways: dict[int, tuple[Way, DaySet]]) -> dict[int, tuple[Way, DaySet]]:
        """Of these the ways that some goal can lean on, and that can be gone at all."""
        asked = {
            number: {lit.fact for lit in self.literals(way) if self.is_made(lit.fact)}
            for number, (way, _) in ways.items()
        }
        needed = {
            number: {lit.fact for lit in self.literals(way) if not lit.free} & asked[number]
            for number, (way, _) in ways.items()
        }
        had = {fact for fact, days in enumerate(self.problem.initial) if days}
        possible: set[int] = set()
        while new := {n for n in ways if n not in possible and needed[n] <= had}:
            possible |= new
            had |= {effect.fact for n in new for effect in ways[n][0].effects}
        givers: dict[int, list[int]] = {}
        for number in possible:
            for effect in ways[number][0].effects:
                givers.setdefault(effect.fact, []).append(number)
        wanted = {self.problem.index[goal.fact] for goal in self.problem.goals}
        todo, kept = list(wanted), set[int]()
        while todo:
            for number in givers.get(todo.pop(), ()):
                kept.add(number)
                todo += asked[number] - wanted
                wanted |= asked[number]
        return {number: ways[number] for number in sorted(kept)}

    # the model

    def lay(self, ways: Mapping[int, tuple[Way, DaySet]], goals: set[int]) -> None:
        model = self.model
        facts = goals | {
            literal.fact
            for way, _ in ways.values()
            for literal in self.literals(way)
            if self.is_made(literal.fact)
        }
        for fact in facts:
            self.begins[fact] = model.new_int_var(-self.history, self.horizon, f"from {fact}")
            self.rank[fact] = model.new_int_var(0, len(facts), f"rank {fact}")
        sources: dict[int, list[cp_model.IntVar]] = {fact: [] for fact in facts}
        for number, (way, days) in ways.items():
            used = model.new_bool_var(f"way {number}")
            applied = model.new_int_var_from_domain(self.domain(days), f"applied {number}")
            asked = [literal for literal in self.literals(way) if self.is_made(literal.fact)]
            holds = [self.condition(way, literal, applied, used) for literal in asked]
            for until, effect in way.gifts:
                if effect.fact not in facts:
                    continue
                gives = model.new_bool_var(f"{number} gives {effect.fact}")
                sources[effect.fact].append(gives)
                model.add_implication(gives, used)
                model.add(self.begins[effect.fact] >= applied + until).only_enforce_if(gives)
                for literal, if_asked in zip(asked, holds, strict=True):
                    if until + ago(literal) == (way.wait if literal.at_start else 0):
                        # nothing brings about itself, not even in no time
                        after = self.rank[effect.fact] > self.rank[literal.fact]
                        model.add(after).only_enforce_if([gives, *if_asked])
        for fact, found in sources.items():
            never = model.new_bool_var(f"never {fact}")
            model.add(self.begins[fact] == self.horizon).only_enforce_if(never)
            found.append(never)
            if self.problem.initial[fact]:
                had = model.new_bool_var(f"had {fact}")
                first = self.problem.span.first(self.problem.initial[fact]) or 0
                model.add(self.begins[fact] >= first).only_enforce_if(had)
                found.append(had)
            model.add_exactly_one(found)

    def domain(self, days: DaySet) -> cp_model.Domain:
        span, runs = self.problem.span, []
        while days:
            first = span.first(days) or 0
            gap = ~days & -(1 << first + self.history)
            until = (gap & -gap).bit_length() - 1 - self.history
            runs.append([first, until - 1])
            days &= -(1 << until + self.history)
        return cp_model.Domain.from_intervals(runs)

    def condition(
        self, way: Way, literal: Literal, applied: cp_model.IntVar, used: cp_model.IntVar
    ) -> list[cp_model.BoolVarT]:
        """On its anchor day the fact has begun (long enough ago), or its rule is not in force. Gives
        what makes it be asked at all."""
        model = self.model
        anchor = applied + way.wait if literal.at_start else applied + 0
        model.add(anchor < self.horizon).only_enforce_if(used)
        asked: list[cp_model.BoolVarT] = [used]
        if literal.free:
            lifted = model.new_bool_var("no rule in force")
            day = model.new_int_var_from_domain(self.domain(literal.free), "day")
            model.add(anchor == day).only_enforce_if(lifted)
            asked.append(~lifted)
        model.add(anchor >= self.begins[literal.fact] + ago(literal)).only_enforce_if(asked)
        return asked


def ago(literal: Literal) -> int:
    """How long before the anchor day a fact that lasts must have begun."""
    condition = literal.condition
    return 0 if condition.within is not None else condition.for_at_least or 0


def everything_lasts(services: int, seed: int) -> tuple[Problem, type[Arrival]]:
    """Somebody in a region where everything lasts."""
    world, person = lasting(*somebody(services, seed))
    return lay_out(world, person), Arrival


if __name__ == "__main__":
    raise SystemExit(compare(__doc__, everything_lasts, regions=20))
