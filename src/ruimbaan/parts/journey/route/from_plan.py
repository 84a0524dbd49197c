# SPDX-License-Identifier: EUPL-1.2
"""A way that the planner found, as a route that can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID, uuid4

from ruimbaan.core.journey.kept_route import AtRisk, KeptGoal, KeptRoute, KeptStep, StepKind
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.answer import Plan, Step
from ruimbaan.core.planner.sentences import name_of
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule
from ruimbaan.parts.routecheck.services import Solved
from ruimbaan.parts.routes.services import in_order


def kept_route(solved: Solved, today: date) -> KeptRoute:
    """With new ids. What was reached before today keeps its day."""
    plan, world = solved.answer.front[solved.row], solved.world
    goals = {
        goal.fact: KeptGoal(
            id=uuid4(),
            fact=goal.fact,
            text=_name(world, goal.fact),
            needed_by=_day(world, goal.needed_by),
            arrives=_maybe(world, plan.arrivals[goal.fact]),
        )
        for goal in solved.situation.goals
    }
    planned = in_order(plan.steps)
    ids = {number: uuid4() for number in range(len(planned))}
    told: set[UUID] = set()
    steps = []
    for number, step in enumerate(planned):
        brings = tuple(
            goals[fact].id for fact in _brings(world, plan, step) if goals[fact].id not in told
        )
        told |= set(brings)
        steps.append(_step(world, step, ids[number], brings))
    return KeptRoute(
        region=solved.region.id,
        planned=max(today, world.as_of),
        goals=tuple(goals.values()),
        steps=tuple(steps),
        flexed=plan.flexed,
        at_risk=tuple(_risks(world, plan, planned, ids)),
    )


def _step(world: World, step: Step, name: UUID, goals: tuple[UUID, ...]) -> KeptStep:
    service = world.services[step.service]
    rules = [world.rules[one] for one in step.rules]
    asks = [rule for rule in rules if rule.ask_sentence.nl or rule.covered_by.nl]
    first = next((rule for rule in asks if not rule.covered_by.nl), asks[0] if asks else None)
    return KeptStep(
        id=name,
        kind=StepKind.SERVICE,
        what=service.label,
        who=service.provider,
        service=step.service,
        apply=_day(world, step.apply),
        start=_day(world, step.start),
        end=_day(world, step.end) if step.end > step.start else None,
        latest=_day(world, max(step.latest, step.apply)),
        goals=goals,
        rules=step.rules,
        bring=service.bring,
        say=first.ask_sentence if first and not first.covered_by.nl else Text(""),
        yes_by=_yes_by(first) if first else Text(""),
    )


def _brings(world: World, plan: Plan, step: Step) -> Iterator[str]:
    """The wishes that arrive on a day on which this step gives them."""
    for gift in world.services[step.service].gives:
        if gift.fact in plan.arrivals and plan.arrivals[gift.fact] in {step.start, step.end}:
            yield gift.fact


def _risks(
    world: World, plan: Plan, planned: tuple[Step, ...], ids: dict[int, UUID]
) -> Iterator[AtRisk]:
    for loss in plan.losses:
        number = next(
            number
            for number, step in enumerate(planned)
            if step.service == loss.service
            and (step.start <= loss.from_day < max(step.end, step.start + 1))
        )
        rule = world.rules.get(loss.rule or "")
        yield AtRisk(
            what=_name(world, loss.fact),
            step=ids[number],
            first=_day(world, loss.from_day),
            until=_day(world, loss.until),
            rule=rule.id if rule else "",
            left_undone_by=_yes_by(rule) if rule else Text(""),
            say=rule.ask_sentence if rule else Text(""),
        )


def _yes_by(rule: Rule) -> Text:
    """Whom to ask, or whose cover the route leans on: then nobody is asked."""
    if by := rule.covered_by.nl:
        return Text(f"niemand meer: rugdekking van {by}", f"nobody any more: covered by {by}")
    return rule.talk_to if rule.talk_to.nl else rule.mandate


def _name(world: World, fact: str) -> Text:
    return Text(_capital(name_of(world, fact, "nl")), _capital(name_of(world, fact, "en")))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _day(world: World, day: int) -> date:
    return world.as_of + timedelta(days=day)


def _maybe(world: World, day: int | None) -> date | None:
    return None if day is None else _day(world, day)
