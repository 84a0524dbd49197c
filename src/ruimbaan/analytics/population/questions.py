# SPDX-License-Identifier: EUPL-1.2
"""From made-up people to questions for the planner: one for all who must get the same answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ruimbaan.core.journey.population import Drawn, Population, facts_of, goals_of
from ruimbaan.core.journey.situation import Goal, Situation, in_sight
from ruimbaan.core.kernel.days import DaySet
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.problem import Problem
from ruimbaan.core.planner.relevant import Relevance, Relevant
from ruimbaan.core.planner.world import World

Begun = tuple[int, str]  # where somebody begins (`Drawn.begins`), and the goal


@dataclass(frozen=True, slots=True)
class Question:
    """When does one arrive at this goal, for all of whom the same matters?"""

    goal: str
    plan_from: int
    what: Relevant


@dataclass(frozen=True, slots=True, order=True)
class Want:
    """One goal of one person: which question it is, by when it is wanted, and how much it weighs."""

    question: int
    needed_by: int
    weight: int


@dataclass(frozen=True, slots=True)
class Asked:
    """`people` of each set of wants; the wants of one person are in order, and so are the sets.
    `first`: of each question the first who asks it; `number`: the question of everybody who asks."""

    questions: tuple[Question, ...]
    first: tuple[Begun, ...]
    people: Mapping[tuple[Want, ...], int]
    number: Mapping[Begun, int]


class Asking:
    """Lays the region out once for each first day of a plan."""

    def __init__(self, world: World, population: Population) -> None:
        self.world = world
        self.population = population
        self.goals = tuple(Goal(wish.fact, 0) for wish in population.wishes)
        self._laid_out: dict[int, tuple[Problem, Relevance]] = {}
        self._begun: dict[int, tuple[int, tuple[DaySet, ...]]] = {}

    def asked(self, drawn: Mapping[Drawn, int]) -> Asked:
        """What these people ask. Questions are numbered in the order in which they come up."""
        numbers: dict[Question, int] = {}
        first: list[Begun] = []
        known: dict[Begun, int] = {}
        people: Counter[tuple[Want, ...]] = Counter()
        for one in sorted(drawn):
            wants = []
            for goal in goals_of(self.population, one.wants):
                key = one.begins, goal.fact
                if key not in known:
                    known[key] = numbers.setdefault(self.question(key), len(numbers))
                    if known[key] == len(first):
                        first.append(key)
                needed_by = in_sight(goal.needed_by, self.world.span.horizon)
                wants.append(Want(known[key], needed_by, goal.weight))
            people[tuple(sorted(wants))] += drawn[one]
        return Asked(tuple(numbers), tuple(first), dict(sorted(people.items())), known)

    def question(self, begun: Begun) -> Question:
        begins, goal = begun
        plan_from, initial = self.initial(begins)
        problem, relevance = self._layout(plan_from)
        return Question(goal, plan_from, relevance.of(problem.index[goal], initial))

    def layout(self, plan_from: int) -> Problem:
        """The planner's own problem of nobody, with every wish as a goal."""
        return self._layout(plan_from)[0]

    def initial(self, begins: int) -> tuple[int, tuple[DaySet, ...]]:
        """The first day of the plan, and the days of each fact, of who begins like this."""
        if begins not in self._begun:
            kind = self.population.kinds[begins >> len(self.population.traits)]
            problem, _ = self._layout(kind.start.plan_from)
            held = list(problem.initial)
            for window in facts_of(self.population, begins):
                days = problem.span.between(window.from_day, window.until)
                held[problem.index[window.fact]] |= days
            self._begun[begins] = kind.start.plan_from, tuple(held)
        return self._begun[begins]

    def _layout(self, plan_from: int) -> tuple[Problem, Relevance]:
        if plan_from not in self._laid_out:
            nobody = Situation("", goals=self.goals, plan_from=plan_from)
            problem = lay_out(self.world, nobody)
            self._laid_out[plan_from] = problem, Relevance(problem)
        return self._laid_out[plan_from]
