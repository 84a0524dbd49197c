# SPDX-License-Identifier: EUPL-1.2
"""Of one goal: every smallest set of rules that brings it sooner, and to which day.

A set is *irreducible* when leaving out any one of its rules makes the goal later. All of them with at
most `most` rules are found, because of two facts about a goal whose arrival is monotone in the rules:

1. with any set of rules the goal arrives as with the best irreducible set inside it;
2. let `bent` be inside an irreducible set M that arrives sooner than `bent`. Grow `bent` to a largest
   set that arrives no sooner; M has a rule outside that set. So who looks at `bent` with each of the
   rules outside it, one by one, comes to M in as many steps as M has rules.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

from ruimbaan.core.planner.fixed_point import State
from ruimbaan.core.planner.lateness import arrival
from ruimbaan.core.planner.problem import Problem, Switches, bits
from ruimbaan.core.planner.schedule import Schedule, solve_once


@dataclass(frozen=True, slots=True)
class Stair:
    """With exactly these rules bent the goal arrives on this day, and with no fewer of them."""

    rules: tuple[str, ...]
    arrives: int


@dataclass(frozen=True, slots=True)
class Staircase:
    """`practice` is the arrival with nothing bent, `best` with all rules that may be. A goal that is
    not reached arrives on the horizon day. `stairs` are in the order of the number of rules; `beside`
    are rules that are not for bending, each alone, and only those that bring it sooner."""

    practice: int
    best: int
    stairs: tuple[Stair, ...] = ()
    beside: tuple[Stair, ...] = ()


@dataclass(slots=True)
class Staircases:
    """Climbs for one goal after the other, with at most `most` of these rules, and looks at each of
    `beside` alone. What it comes down to is often the same for different people, and is then climbed
    once."""

    rules: Switches
    beside: Switches
    most: int
    known: dict[Hashable, Staircase] = field(default_factory=dict)

    def of(self, problem: Problem) -> Staircase:
        """For the one goal of this problem."""
        practice = solve_once(problem, problem.all_services)
        schedule = Schedule(problem, practice)
        everything = schedule.extend(practice, self.rules | self.beside)
        search = _Search(problem, schedule)
        if search.arrives(everything) == (day := search.arrives(practice)):
            return Staircase(day, day)
        narrowed, least = schedule.narrowed(practice, everything)
        key = _all_that_is_left(narrowed.problem)
        if key not in self.known:
            rules = self.rules & narrowed.effective
            search = _Search(narrowed.problem, narrowed)
            self.known[key] = Staircase(
                search.arrives(least),
                search.arrives(narrowed.extend(least, rules)),
                search.climb(least, rules, self.most),
                search.alone(least, self.beside & narrowed.effective),
            )
        return self.known[key]


def _all_that_is_left(problem: Problem) -> Hashable:
    """The same for problems with the same answers."""
    facts = {problem.index[goal.fact] for goal in problem.goals}
    for way in problem.ways:
        facts |= {one.fact for one in way.literals} | {one.fact for one in way.effects}
    for kept in problem.maintained:
        facts |= {kept.fact, *kept.supports}
    days = tuple((fact, problem.initial[fact]) for fact in sorted(facts))
    return problem.goals, problem.ways, problem.maintained, days


@dataclass(slots=True)
class _Search:
    problem: Problem
    schedule: Schedule
    seen: dict[Switches, int] = field(default_factory=dict)
    largest: list[tuple[Switches, int]] = field(default_factory=list)
    ever: Switches = 0

    def arrives(self, state: State) -> int:
        day = arrival(self.problem, state.held, self.problem.goals[0])
        return self.problem.span.horizon if day is None else day

    def alone(self, least: State, rules: Switches) -> tuple[Stair, ...]:
        practice = self.arrives(least)
        days = {rule: self.arrives(self.schedule.extend(least, rule)) for rule in bits(rules)}
        return tuple(
            Stair(self.problem.rules_in(rule), day) for rule, day in days.items() if day < practice
        )

    def climb(self, least: State, rules: Switches, most: int) -> tuple[Stair, ...]:
        practice = self.arrives(least)
        self.seen[0] = practice
        todo = [0]
        while todo:
            bent = todo.pop()
            if bent.bit_count() == most:
                continue
            for rule in bits(self.missing(least, bent, rules & ~bent)):
                if bent | rule not in self.seen:
                    self.seen[bent | rule] = self.looked_up(least, bent, rule)
                    todo.append(bent | rule)
        return tuple(self.irreducible(practice))

    def looked_up(self, least: State, bent: Switches, rule: Switches) -> int:
        """The arrival with one rule more."""
        if self.no_sooner(bent | rule, self.seen[bent]) is not None:
            return self.seen[bent]
        return self.arrives(self.schedule.extend(least, bent | rule))

    def no_sooner(self, bent: Switches, day: int) -> Switches | None:
        """A largest set, found before, that has all these and arrives on this day."""
        return next(
            (found for found, when in self.largest if when == day and not bent & ~found), None
        )

    def missing(self, least: State, bent: Switches, rest: Switches) -> Switches:
        """Rules of which one has to be bent for the goal to be sooner; none when it never is."""
        now = self.seen[bent]
        known = self.no_sooner(bent, now)
        if known is not None:
            return rest & ~known
        goal = self.problem.index[self.problem.goals[0].fact]
        sooner = self.problem.span.between(0, now)
        state = self.schedule.extend(least, bent)
        # rules that were never missing mostly have no part in this: all of those at once, first
        parts = (list(bits(rest & self.ever)), list(bits(rest & ~self.ever)))
        pieces, outside = [part for part in parts if part], 0
        while pieces:
            piece = pieces.pop()
            grown = self.schedule.extend_unless(
                state, sum(piece), lambda held: bool(held[goal] & sooner)
            )
            if grown is not None:
                state = grown
            elif len(piece) == 1:
                outside |= piece[0]
            else:
                half = len(piece) // 2
                pieces += [piece[half:], piece[:half]]
        self.largest.append((bent | rest & ~outside, now))
        self.ever |= outside
        return outside

    def irreducible(self, practice: int) -> list[Stair]:
        kept: dict[Switches, int] = {}
        for bent in sorted(self.seen, key=lambda one: (one.bit_count(), one)):
            without = (day for inside, day in kept.items() if inside & bent == inside)
            if self.seen[bent] < min(without, default=practice):
                kept[bent] = self.seen[bent]
        return [Stair(self.problem.rules_in(bent), day) for bent, day in kept.items()]
