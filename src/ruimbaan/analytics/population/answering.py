# SPDX-License-Identifier: EUPL-1.2
"""Answers questions by the compiled climb."""

from __future__ import annotations

from dataclasses import dataclass, field

from ruimbaan.analytics.planning.compiling import Compiled, Marks, Numbers
from ruimbaan.analytics.planning.engine import in_good_order
from ruimbaan.analytics.planning.work import Work, new_work
from ruimbaan.analytics.population.climbing import FULL, LEVELS, climb
from ruimbaan.analytics.population.questions import Question
from ruimbaan.analytics.population.stair_room import Room, new_room
from ruimbaan.core.planner.problem import Problem, Switches
from ruimbaan.core.planner.relevant import numbers_in
from ruimbaan.core.planner.staircase import Stair, Staircase

FIRST_ROOM = 512  # sets


@dataclass(slots=True)
class Climber:
    """Climbs in one layout, for one thread. At most `most` of `rules` together; each of `beside`
    alone."""

    problem: Problem
    rules: Switches
    beside: Switches
    most: int
    compiled: Compiled = field(init=False)
    on: Marks = field(init=False)
    work: Work = field(init=False)
    room: Room = field(init=False)
    of_way: list[Switches] = field(init=False)

    def __post_init__(self) -> None:
        self.compiled = in_good_order(self.problem)
        self.on = self.compiled.on(self.problem.all_services)
        self.work = new_work(self.compiled.layout, LEVELS)
        self.of_way = [self._rules_on(number) for number in range(len(self.problem.ways))]
        self._make_room(FIRST_ROOM)

    def _make_room(self, sets: int) -> None:
        rules, beside = (mask.bit_count() for mask in (self.rules, self.beside))
        self.room = new_room(sets, self.most, rules, beside)

    def _rules_on(self, number: int) -> Switches:
        way = self.problem.ways[number]
        mask = way.needs_on | way.open_switch
        for literal in way.literals:
            mask |= literal.waiver
        for effect in way.effects:
            mask |= effect.longer_switch
        return mask & (self.rules | self.beside)

    def of(self, question: Question) -> Staircase:
        """The same as `ruimbaan.core.planner.staircase.Staircases` gives."""
        touched = 0
        for way in numbers_in(question.what.ways):
            touched |= self.of_way[way]
        rules, beside = (
            self.compiled.numbers(touched & mask) for mask in (self.rules, self.beside)
        )
        held = [0] * (len(self.problem.facts) + 1)
        for fact, days in question.what.days:
            held[fact] = days
        initial = self.compiled.rows(held)
        goal = question.what.goal
        while True:
            found = climb(
                self.compiled.layout,
                *(self.work, initial, self.on, goal, rules, beside, self.room),
            )
            if found != FULL:
                return self._told(found, rules, beside)
            self._make_room(2 * len(self.room.sizes))

    def _told(self, found: int, rules: Numbers, beside: Numbers) -> Staircase:
        names, room = tuple(self.problem.rule_switch), self.room
        practice, best = room.days.tolist()
        kept = [
            (rules[room.sets[number, : room.sizes[number]]].tolist(), int(room.arrives[number]))
            for number in range(1, found)
            if room.kept[number]
        ]
        kept.sort(key=lambda one: (len(one[0]), one[0][::-1]))
        alone = zip(beside.tolist(), room.alone.tolist(), strict=False)
        return Staircase(
            practice,
            best,
            tuple(Stair(tuple(names[rule] for rule in bent), day) for bent, day in kept),
            tuple(Stair((names[rule],), day) for rule, day in alone if day < practice),
        )
