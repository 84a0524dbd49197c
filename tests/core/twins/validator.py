# SPDX-License-Identifier: EUPL-1.2
"""Is a plan true? Carry it out and hold every date in it against what happened."""

from __future__ import annotations

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Plan, Step
from ruimbaan.core.planner.world import World
from tests.core.twins.brute import fewest_services, latest_application
from tests.core.twins.execution import Execution, Losses
from tests.core.twins.naive import schedule

BOTH = (Losses.AFTER, Losses.AT_ONCE)


def comes_true(world: World, situation: Situation, plan: Plan) -> list[str]:
    """Every application can be made, and every goal arrives on the day that is claimed."""
    done = Execution(world, situation, plan).run()
    wrong = [f"{name} cannot be had on day {day}" for name, day, _ in sorted(done.refused)]
    for goal in situation.goals:
        claimed, seen = plan.arrivals[goal.fact], done.arrival(goal.fact)
        if claimed != seen:
            wrong.append(f"{goal.fact} arrives on {seen} instead of {claimed}")
    for step in plan.steps:
        wrong += _dates(world, plan, step)
    return wrong


def _dates(world: World, plan: Plan, step: Step) -> list[str]:
    service = world.services[step.service]
    waits = {service.wait.days}
    if service.wait.rule in plan.flexed:
        waits.add(service.wait.shorten_to)
    wrong = []
    if step.wait not in waits:
        wrong.append(f"{step} starts after a wait that is none of {waits}")
    last = step.start + step.times - 1
    ends = (
        {last + service.lasts} if step.times == 1 or service.lasts else {step.start, last, last + 1}
    )
    if step.end not in ends or last >= world.span.horizon:
        wrong.append(f"{step} lasts {service.lasts} days within the horizon")
    if not step.earliest <= step.apply <= step.latest:
        wrong.append(f"{step} is applied for outside its room")
    return wrong


def is_lean(world: World, situation: Situation, plan: Plan) -> list[str]:
    """As few different services as can be, and the room of each step as it is."""
    bent = frozenset(plan.flexed)
    used = {step.service for step in plan.steps}
    fewest = fewest_services(world, situation, bent)
    wrong = [] if len(used) == fewest else [f"{sorted(used)} are not the fewest ({fewest})"]
    whole = schedule(world, situation, bent)
    for name in sorted(used):
        steps = [step for step in plan.steps if step.service == name]
        first, latest = (
            min(whole.applied(name), default=None),
            latest_application(world, situation, bent, name, among=used),
        )
        if any(step.earliest != first for step in steps):
            wrong.append(f"{steps}: earliest is {first}")
        if steps[0].latest != latest:
            wrong.append(f"{steps}: latest is {latest}")
    return wrong


def names_losses(world: World, situation: Situation, plan: Plan) -> list[str]:
    """Every loss that takes away something is named with its service and rule from its first
    day on (a maintained fact may not come back by itself, so not each day after it is sure), and no
    goal that suffers is made up."""
    free = Execution(world, situation, plan).run()
    real = [Execution(world, situation, plan, losses=losses).run() for losses in BOTH]
    named: dict[tuple[str, str, str | None], set[int]] = {}
    for loss in plan.losses:
        days = set(range(loss.from_day, loss.until))
        named.setdefault((loss.fact, loss.service, loss.rule), set()).update(days)
    wrong = []
    sure = {key: days & real[1].lost.get(key, set()) for key, days in real[0].lost.items()}
    for key, days in sure.items():
        felt = days & free.held[key[0]]
        if felt and min(felt) not in named.get(key, set()):
            wrong.append(f"{key} takes away days {sorted(felt)}, named {named.get(key)}")
    for key, days in named.items():
        if not days <= free.lost.get(key, set()):
            wrong.append(f"{key} is named for days {sorted(days)}, takes {free.lost.get(key)}")
    return wrong + _hurts(world, situation, plan)


def _hurts(world: World, situation: Situation, plan: Plan) -> list[str]:
    """Who suffers from a loss would be there sooner if nothing were ever lost."""
    sooner = schedule(world, situation, frozenset(plan.flexed)).arrivals()
    hurt = {goal for loss in plan.losses for goal in loss.hurts}
    return [f"{goal} is not hurt: {sooner}" for goal in hurt if plan.arrivals[goal] == sooner[goal]]
