# SPDX-License-Identifier: EUPL-1.2
"""One way of an answer, with what is needed to tell it: names, dates, goals and ring numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.texts import Language
from ruimbaan.core.planner.answer import Answer, Plan
from ruimbaan.core.planner.sentences import name_of
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import LadderStep, Rule
from ruimbaan.parts.routes.presentation import words
from ruimbaan.parts.routes.presentation.bending import Bending
from ruimbaan.ui.components import Link

RUNGS = tuple(LadderStep)
WITHOUT_RING = (LadderStep.START_EARLIER, LadderStep.OTHER_GATE)


@dataclass(frozen=True, slots=True)
class Shown:
    """`index` is the row of the front that is looked at; `agreed` the working agreements that touch
    a rule or a service, by its id; `situations` what can be asked of a rule, by its id; `cover` by the
    id of a rule who stands behind it at one place only, so that it is no less to ask. `bending`: what was
    found already of how a rule bends, by its id; ways of one answer share it."""

    world: World
    situation: Situation
    answer: Answer
    index: int
    language: Language
    agreed: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    situations: Mapping[str, tuple[Link, ...]] = field(default_factory=dict)
    cover: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bending: dict[tuple[str, Language], tuple[World, Bending]] = field(
        default_factory=dict, compare=False, repr=False
    )

    @property
    def plan(self) -> Plan:
        return self.answer.front[self.index]

    @property
    def practice(self) -> Plan:
        return self.answer.practice

    def date(self, day: int) -> date:
        return self.answer.as_of + timedelta(days=day)

    def day(self, day: int) -> str:
        return words.day_words(day, self.answer.as_of, self.language)

    def around(self, day: int) -> str:
        return words.around(day, self.answer.as_of, self.language)

    def name(self, thing: str) -> str:
        """A fact or service, as it stands inside a sentence."""
        return name_of(self.world, thing, self.language)

    def title(self, thing: str) -> str:
        """A fact or service, as it stands at the start of a sentence."""
        return words.capital(self.name(thing))

    def flexed_rules(self, plan: Plan) -> tuple[Rule, ...]:
        """In the order of the ladder, and on each rung in the order of the plan."""
        in_plan = [rule for step in plan.steps for rule in step.rules]
        found = (self.world.rules[rule] for rule in plan.flexed)
        return tuple(sorted(found, key=lambda rule: (RUNGS.index(rule.step), _at(rule, in_plan))))

    def rings(self) -> dict[str, int]:
        """The number in the picture of each rule that really bends; starting earlier is no room."""
        bent = (rule for rule in self.flexed_rules(self.plan) if rule.step not in WITHOUT_RING)
        return {rule.id: number for number, rule in enumerate(bent, start=1)}

    def late_by(self, plan: Plan) -> dict[str, int | None]:
        """Per goal that comes too late, the days; None when it does not come at all."""
        late: dict[str, int | None] = {}
        for goal in self.situation.goals:
            arrival = plan.arrivals[goal.fact]
            if arrival is None or arrival > goal.needed_by:
                late[goal.fact] = None if arrival is None else arrival - goal.needed_by
        return late


def _at(rule: Rule, in_plan: list[str]) -> tuple[int, str]:
    return (in_plan.index(rule.id) if rule.id in in_plan else len(in_plan), rule.id)


def favours(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules for which somebody is asked to deviate; a right, a hook that is there already, an
    earlier start and what somebody promised to stand behind are no favours."""
    asked = (LadderStep.FLEX, LadderStep.CHANGE)
    return tuple(
        rule for rule in rules if rule.step in asked and not (rule.is_right or rule.covered_by.nl)
    )


def first_in_time(answer: Answer) -> int:
    """The row that asks least and brings every goal in time; else the one with least lateness."""
    in_time = (at for at, plan in enumerate(answer.front) if plan.lateness == 0)
    return next(in_time, len(answer.front) - 1)
