# SPDX-License-Identifier: EUPL-1.2
"""An answer as tables for people: ways told by whom one asks, never by a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import fill

from rich.box import SIMPLE
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text as Line

from ruimbaan.cli import words
from ruimbaan.cli.dates import written
from ruimbaan.core.journey.situation import Goal, Situation
from ruimbaan.core.kernel.texts import Language, Text
from ruimbaan.core.planner.answer import Answer, Plan, PlanLoss, Step
from ruimbaan.core.planner.sentences import (
    beside_its_title,
    clash_sentence,
    finding_sentence,
    name_of,
    proof_sentence,
)
from ruimbaan.core.planner.world import World

DOT = "  · "


def print_answer(
    world: World, situation: Situation, answer: Answer, best: int, language: Language
) -> None:
    """Prints ways, the steps of the `best` one, ladder and findings on standard output."""
    console = Console()
    for part in _Teller(world, situation, answer, best, language, console.width).parts():
        console.print(part)
        console.print()


@dataclass(frozen=True, slots=True)
class _Teller:
    world: World
    situation: Situation
    answer: Answer
    best: int
    language: Language
    width: int  # of the screen, in letters

    def parts(self) -> list[RenderableType]:
        found: list[RenderableType] = [self.title(), self.ways(), self.needed()]
        plan = self.answer.front[self.best]
        found.append(self.steps(self.best + 1, plan))
        if plan.losses:
            found.append(self.losses(plan))
        if plan.clashes or plan.gap:
            found.append(self.clashes(plan))
        found.append(self.ladder())
        if self.answer.findings:
            found.append(self.stuck())
        return [*found, self.basis()]

    def say(self, text: Text, **details: object) -> str:
        return text.in_language(self.language).format(**details)

    def day(self, day: int) -> str:
        return written(self.answer.as_of, day, self.language)

    def name(self, thing: str) -> str:
        return name_of(self.world, thing, self.language)

    def title(self) -> Line:
        name = self.situation.name or self.situation.id
        region = self.world.title or self.world.region
        return Line(
            self.say(words.ROUTE_OF, name=name, region=region, day=self.day(0)), style="bold"
        )

    def table(self, title: Text, *columns: str, **details: object) -> Table:
        heading = Line(self.say(title, **details), style="bold")
        table = Table(title=heading, title_justify="left", box=SIMPLE, padding=(0, 1, 1, 1))
        for column in columns:
            table.add_column(Line(column), overflow="fold")
        return table

    def ways(self) -> Table:
        goals = self.situation.goals
        names = (self.name(goal.fact) for goal in goals)
        columns = (self.say(words.WAY), *names, self.say(words.WITHOUT_SUPPORT))
        table = self.table(words.WAYS, *columns)
        for number, plan in enumerate(self.answer.front, start=1):
            arrivals = (self.arrival(goal, plan) for goal in goals)
            table.add_row(*map(Line, (str(number), *arrivals, str(plan.uncovered))))
        return table

    def arrival(self, goal: Goal, plan: Plan) -> str:
        day = plan.arrivals[goal.fact]
        if day is None:
            return self.say(words.NOT_YET)
        late = day - goal.needed_by
        timing = self.say(words.LATE, days=late) if late > 0 else self.say(words.IN_TIME)
        return f"{self.day(day)}\n{timing}"

    def needed(self) -> Line:
        """What each way asks, and of whom."""
        lines = [self.say(words.NEEDED)]
        for number, plan in enumerate(self.answer.front, start=1):
            way = self.say(words.WAY_NEEDS, number=number)
            if plan.flexed:
                lines += [way, *(bullet(asked, self.width) for asked in self.asked(plan.flexed))]
            else:
                lines.append(f"{way} {self.say(words.AS_IT_GOES)}")
        return Line("\n".join(lines))

    def asked(self, names: tuple[str, ...]) -> list[str]:
        rules = (self.world.rules[name] for name in names)
        return [
            f"{rule.title.in_language(self.language)}. {beside_its_title(rule, self.language)}"
            for rule in rules
        ]

    def steps(self, number: int, plan: Plan) -> Table:
        heads = (words.STEP, words.APPLY, words.LATEST, words.START, words.END)
        columns = (self.say(head) for head in heads)
        table = self.table(words.STEPS, *columns, number=number)
        for step in plan.steps:
            table.add_row(*map(Line, self.step(step)))
        return table

    def step(self, step: Step) -> tuple[str, ...]:
        waited = f"\n{self.say(words.WAITED, days=step.wait)}" if step.wait else ""
        return (
            f"{self.name(step.service)}\n{self.world.services[step.service].provider}",
            self.day(step.apply),
            self.day(step.latest),
            f"{self.day(step.start)}{waited}",
            self.day(step.end) if step.end > step.start else words.NONE,
        )

    def losses(self, plan: Plan) -> Line:
        lines = [self.say(words.LOSSES), *(self.loss(loss) for loss in plan.losses)]
        return Line("\n".join(lines))

    def loss(self, loss: PlanLoss) -> str:
        return self.say(
            words.LOSS,
            fact=self.name(loss.fact),
            first=self.day(loss.from_day),
            until=self.day(loss.until),
            service=self.name(loss.service),
        )

    def clashes(self, plan: Plan) -> Line:
        lines = [self.say(words.CLASHES)]
        lines += [clash_sentence(self.world, each, self.language) for each in plan.clashes]
        return Line("\n".join([*lines, proof_sentence(plan, self.language)]))

    def ladder(self) -> Table:
        heads = (words.ROOM, words.RULES, words.WON)
        table = self.table(words.LADDER, *(self.say(head) for head in heads))
        before = self.answer.practice.arrivals
        for rung in self.answer.ladder:
            rules, won = words.NONE, words.NONE
            if rung.days_won:
                rules, won = "\n".join(self.asked(rung.flexed)), self.won(before, rung.arrivals)
            table.add_row(*map(Line, (self.say(words.RUNGS[rung.step]), rules, won)))
            before = rung.arrivals
        return table

    def won(self, before: Mapping[str, int | None], after: Mapping[str, int | None]) -> str:
        """Per goal what this rung brings; a goal that was out of reach has no number of days."""
        told = []
        for goal, day in after.items():
            was = before[goal]
            if day is not None and was is None:
                told.append(self.say(words.NOW_REACHED, goal=self.name(goal)))
            elif day is not None and was is not None and day < was:
                told.append(self.say(words.EARLIER, goal=self.name(goal), days=was - day))
        return "\n".join(told)

    def stuck(self) -> Line:
        lines = [self.say(words.STUCK)]
        for finding in self.answer.findings:
            sentence = finding_sentence(self.world, finding, self.language)
            lines.append(f"{self.name(finding.goal)}: {sentence}")
        return Line("\n".join(lines))

    def basis(self) -> Line:
        services, rules = len(self.world.services), len(self.world.rules)
        lines = [self.say(words.BASIS, services=services, rules=rules)]
        if not self.answer.complete:
            lines.append(self.say(words.CUT_SHORT))
        return Line("\n".join(lines))


def bullet(sentence: str, width: int) -> str:
    """Long lines stay beside their dot. A table would do the same, at forty times the price."""
    return fill(sentence, width, initial_indent=DOT, subsequent_indent=" " * len(DOT))
