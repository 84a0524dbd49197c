# SPDX-License-Identifier: EUPL-1.2
"""The best plan that comes true, for one set of bent rules: with what services take, what does not go
together, and no more appointments than the person can manage.

The maximal schedule leaves all that out, so it is a bound. A plan taken from it is looked at; when
two of its steps clash, every plan that comes true avoids that in one of a few ways. Each of them is a
*branch*, with a bound of its own, and the branch with the best bound is looked at first. So a plan
that comes true and is as good as every bound left is best. After Sharon, Stern, Felner and
Sturtevant, "Conflict-based search for optimal multi-agent pathfinding" (2015).
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.answer import Clash, ClashKind
from ruimbaan.core.planner.branches import Branch, hiding
from ruimbaan.core.planner.clashes import Clashes
from ruimbaan.core.planner.culprit import Culprit
from ruimbaan.core.planner.extract import Applications, applications_for
from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.full_weeks import FullWeeks
from ruimbaan.core.planner.lateness import Score, arrival, arrivals, score
from ruimbaan.core.planner.problem import Door, Problem, Switches
from ruimbaan.core.planner.schedule import Schedule, solve_once


@dataclass(frozen=True, slots=True)
class Best:
    """The best plan found. Nobody is less late than `bound`; `branch` is where it was found, and
    `clashes` are what it goes round, or gives things up for."""

    score: Score
    bound: int
    applications: Mapping[Door, DaySet]
    arrivals: Mapping[str, int | None]
    branch: Branch
    clashes: tuple[Clash, ...] = ()
    looked_at: int = 0  # branches

    @property
    def gap(self) -> int:
        return self.score.lateness - self.bound


@dataclass(frozen=True, slots=True)
class _Node:
    branch: Branch
    problem: Problem
    state: State
    score: Score


class Together:
    """`problem` may be narrowed; `switches`: the rules that are bent, and all services."""

    def __init__(self, problem: Problem, switches: Switches, clashes: Clashes) -> None:
        self.problem, self.switches, self.clashes = problem, switches, clashes
        most = clashes.problem.situation.most_appointments
        self.weeks = None if most is None else FullWeeks(clashes, most)
        self.services = tuple(problem.world.services)

    def best(self, tries: int) -> Best:
        """Least late, and of equals with the soonest arrivals. Looks at no more than `tries`
        branches; it may then end before the best is proven."""
        return self._search(tries, lambda found, bound: bound >= found)

    def least_late(self, tries: int) -> Best:
        """The same, whatever the arrivals."""
        return self._search(tries, lambda found, bound: bound.lateness >= found.lateness)

    def within(self, at_most: int, tries: int) -> Best:
        """Stops as soon as it is plain whether anybody can be so little late."""
        return self._search(
            tries,
            lambda found, bound: (
                found.lateness <= at_most
                or bound.lateness > at_most
                or bound.lateness >= found.lateness
            ),
        )

    def _search(self, tries: int, settled: Callable[[Score, Score], bool]) -> Best:
        """Until it is settled by the score of the best plan and a bound for all others."""
        order, left = count(), tries
        root = self._node(Branch())
        found = self.lived({}, root.branch)
        heap = [(root.score, 0, next(order), root)]
        seen = {Branch().key}
        while heap and not settled(found.score, heap[0][0]) and left:
            left -= 1
            node = heapq.heappop(heap)[-1]
            planned = self._plan_of(node)
            found = min(found, self.lived(planned, node.branch), key=lambda each: each.score)
            if found.score <= node.score:
                heap = []
                break
            branches = list(self._branches(node, planned))
            if found.branch is node.branch:
                found = replace(found, clashes=branches[0].because)
            for branch in branches:
                if branch.key not in seen:
                    seen.add(branch.key)
                    child = self._node(branch)
                    depth = len(branch.because)  # of equals the one that settled most
                    heapq.heappush(heap, (child.score, -depth, next(order), child))
        least = min(heap[0][0].lateness, found.score.lateness) if heap else found.score.lateness
        return replace(found, bound=least, looked_at=tries - left)

    def _node(self, branch: Branch) -> _Node:
        problem = branch.of(self.problem)
        state = solve_once(problem, self.switches)
        return _Node(branch, problem, state, score(problem, state.held))

    def _plan_of(self, node: _Node) -> Applications:
        schedule = Schedule(node.problem, node.state)
        return applications_for(schedule, node.state, self.services)

    # what comes of a plan

    def comes_true(self, planned: Mapping[Door, DaySet]) -> State | None:
        """What holds on each day when nobody is refused; None when somebody is."""
        state = self._lived_state(planned)
        if self._refused(planned, state) or self.clashes.not_together(planned):
            return None
        return None if self.weeks and self.weeks.too_full(planned) else state

    def _lived_state(self, planned: Mapping[Door, DaySet]) -> State:
        problem = hiding(self.problem, self.clashes.taken(planned))
        return solve_once(problem, self.switches, planned)

    def _refused(self, planned: Mapping[Door, DaySet], state: State) -> dict[Door, DaySet]:
        refused = {door: days & ~self._let_in(door, state) for door, days in planned.items()}
        return {door: days for door, days in refused.items() if days}

    def _let_in(self, door: Door, state: State) -> DaySet:
        ways = self.problem.ways
        found = 0
        for number in self.problem.ways_of_service[door.service]:
            found |= state.applied[number] if ways[number].door == door else 0
        return found

    def lived(self, planned: Mapping[Door, DaySet], branch: Branch) -> Best:
        """The plan without what is refused in it, or would be."""
        planned = dict(planned)
        while (state := self.comes_true(planned)) is None:
            shut = self._refused(planned, self._lived_state(planned)) or self._one_way_out(planned)
            planned = {door: days & ~shut.get(door, 0) for door, days in planned.items()}
            planned = {door: days for door, days in planned.items() if days}
        held = state.held
        reached = score(self.problem, held)
        arrived = arrivals(self.problem, state)
        return Best(reached, reached.lateness, planned, arrived, branch, branch.because)

    def _one_way_out(self, planned: Mapping[Door, DaySet]) -> Mapping[Door, DaySet]:
        *_, last = self._settled(Branch(), planned)
        return last.shut

    # branching

    def _branches(self, node: _Node, planned: Applications) -> Iterator[Branch]:
        """Every plan of the node that comes true is in one of these, and this plan is in none."""
        settled = list(self._settled(node.branch, planned))
        yield from settled or self._losses(node, planned)

    def _settled(self, branch: Branch, planned: Mapping[Door, DaySet]) -> Iterator[Branch]:
        """Of what does not go together, or is too much in one week, each part left out once."""
        clashes = self.clashes
        if apart := clashes.not_together(planned):
            clash, services = apart
            for service in services:
                yield branch.with_less(
                    clash,
                    {
                        door: clashes.applications_received_on(door, clash.day)
                        for door in self.problem.doors[service]
                    },
                )
        elif self.weeks and (full := self.weeks.too_full(planned)):
            clash, appointments = full
            for service, number in appointments.items():
                yield branch.with_less(
                    clash,
                    {
                        door: self.weeks.applications_in_week(door, clash.day, number)
                        for door in self.problem.doors[service]
                    },
                )

    def _losses(self, node: _Node, planned: Applications) -> Iterator[Branch]:
        """Not taken on that day; or taken by this very application, with all that it takes; or
        missing on that day because of something else."""
        clashes, problem = self.clashes, self.problem
        fact, day = self._culprit(node, planned)
        door, applied, rule = clashes.taker(planned, fact, day)
        clash = Clash(ClashKind.LOSS, day, (door.service,), problem.facts[fact], rule)
        doors = problem.doors[door.service]
        shut = {each: clashes.applications_that_take(each, fact, day) for each in doors}
        yield node.branch.with_less(clash, shut)
        one_day = problem.span.between(applied, applied + 1)
        yield node.branch.with_less(clash, {}, clashes.taken({door: one_day}))
        hidden = {fact: problem.span.between(day, day + 1)}
        yield node.branch.with_less(clash, {door: one_day}, hidden)

    def _culprit(self, node: _Node, planned: Applications) -> tuple[int, int]:
        """A fact and a day on which the plan leans on it, while a step of the plan takes it."""
        taken = self.clashes.taken(planned)
        clean = solve_once(node.problem, self.switches, planned)
        lived = solve_once(hiding(node.problem, taken), self.switches, planned)
        culprit = Culprit(self.problem, clean, lived, taken)
        for door, days in self._refused(planned, lived).items():
            for number in self.problem.ways_of_service[door.service]:
                way = self.problem.ways[number]
                for day in self.problem.span.each(clean.applied[number] & days):
                    if way.door == door and (found := culprit.behind_refusal(way, day)):
                        return found
        for goal in self.problem.goals:
            before = arrival(self.problem, clean.held, goal)
            if before is not None and before != arrival(self.problem, lived.held, goal):
                found = culprit.behind(self.problem.index[goal.fact], before)
                if found:
                    return found
        raise AssertionError("a plan that does not come true, and nothing is taken")
