# SPDX-License-Identifier: EUPL-1.2
"""A kept route planned again: what was done stays, and what is different is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.journey.kept_route import AtRisk, KeptGoal, KeptRoute, KeptStep, StepKind
from ruimbaan.core.journey.kept_route_legs import begins
from ruimbaan.core.journey.kept_route_progress import Progress, progress_of
from ruimbaan.core.kernel.texts import Text


def again(old: KeptRoute, new: KeptRoute) -> KeptRoute:
    """`new` with everything of `old` that somebody did something with, under its own id: what was
    asked, what is going on, what is over, and every step of one's own. A step or wish that stays
    keeps its id."""
    touched = {step.id: progress_of(old, step) for step in old.steps}
    kept = [step for step in old.steps if _stays(step, touched[step.id])]
    fresh = [step for step in old.steps if not _stays(step, touched[step.id])]
    goals, goal_ids = _goals(old, new)
    steps, step_ids = _steps(new, kept, fresh, touched, goal_ids)
    known = {step.id for step in steps}
    events = tuple(event for event in old.events if event.step in known)
    stayed = {step.id for step in kept}
    return replace(
        new,
        goals=goals,
        steps=steps,
        at_risk=_risks(old, new, step_ids, stayed),
        events=events,
        counted=len(events),
    )


def _stays(step: KeptStep, progress: Progress) -> bool:
    return step.kind is StepKind.OWN or progress.is_touched


def _goals(old: KeptRoute, new: KeptRoute) -> tuple[tuple[KeptGoal, ...], dict[UUID, UUID]]:
    before = {goal.fact: goal.id for goal in old.goals}
    ids = {goal.id: before.get(goal.fact, goal.id) for goal in new.goals}
    return tuple(replace(goal, id=ids[goal.id]) for goal in new.goals), ids


def _steps(
    new: KeptRoute,
    kept: list[KeptStep],
    fresh: list[KeptStep],
    touched: dict[UUID, Progress],
    goal_ids: dict[UUID, UUID],
) -> tuple[tuple[KeptStep, ...], dict[UUID, UUID]]:
    """The steps in the order of their day, of one day as they were planned, and for each new one the id under which it stands."""
    running = {step.service: step for step in kept if step.service and not touched[step.id].is_over}
    waiting = list(fresh)
    ids: dict[UUID, UUID] = {}
    goals_now = set(goal_ids.values())
    found = [
        replace(step, goals=tuple(goal for goal in step.goals if goal in goals_now))
        for step in kept
    ]
    for step in new.steps:
        goals = tuple(goal_ids[goal] for goal in step.goals)
        if (same := running.pop(step.service, None)) is not None:
            ids[step.id] = same.id
            continue
        twin = next((one for one in waiting if one.service == step.service), None)
        if twin is not None:
            waiting.remove(twin)
        ids[step.id] = twin.id if twin else step.id
        found.append(replace(step, id=ids[step.id], goals=goals))
    found.sort(key=lambda step: step.apply)
    return tuple(found), ids


def _risks(
    old: KeptRoute, new: KeptRoute, ids: dict[UUID, UUID], stayed: set[UUID]
) -> tuple[AtRisk, ...]:
    """What the new steps take away, and what the steps that stayed took away already."""
    found = [replace(risk, step=ids[risk.step]) for risk in new.at_risk]
    told = {risk.step for risk in found}
    kept = (risk for risk in old.at_risk if risk.step in stayed and risk.step not in told)
    return (*found, *kept)


class Change(StrEnum):
    SOONER = "sooner"
    LATER = "later"
    NEW = "new"  # a step or wish that was not there; or a wish to which a way leads now
    GONE = "gone"  # a step that is no longer needed, or a wish to which no way leads any more


@dataclass(frozen=True, slots=True)
class Difference:
    """`days`: how much sooner or later; `day`: when it is now. `is_wish`: it is about a wish."""

    change: Change
    what: Text
    is_wish: bool
    who: str = ""
    days: int = 0
    day: date | None = None
    before: date | None = None


def differences(old: KeptRoute, new: KeptRoute, today: date) -> tuple[Difference, ...]:
    """What is different for the person: wishes first, then steps, each in the order of the day."""
    return (*_of_goals(old, new), *_of_steps(old, new, today))


def _of_goals(old: KeptRoute, new: KeptRoute) -> Iterator[Difference]:
    before = {goal.id: goal for goal in old.goals}
    for goal in new.goals:
        was = before[goal.id].arrives if goal.id in before else None
        yield from _moved(goal.text, was, goal.arrives, is_wish=True)
    for goal in old.goals:
        if goal.id not in {one.id for one in new.goals} and goal.arrives is not None:
            yield Difference(Change.GONE, goal.text, is_wish=True, before=goal.arrives)


def _of_steps(old: KeptRoute, new: KeptRoute, today: date) -> Iterator[Difference]:
    before = {step.id: begins(step, progress_of(old, step), today) for step in old.steps}
    ids = {step.id for step in new.steps}
    for step in _not_over(new, new.steps):
        day = begins(step, progress_of(new, step), today)
        yield from _moved(step.what, before.get(step.id), day, is_wish=False, who=step.who)
    for step in _not_over(old, old.steps):
        if step.id not in ids:
            day = before[step.id]
            yield Difference(Change.GONE, step.what, is_wish=False, who=step.who, before=day)


def _not_over(route: KeptRoute, steps: Iterable[KeptStep]) -> Iterator[KeptStep]:
    return (step for step in steps if not progress_of(route, step).is_over)


def _moved(
    what: Text, was: date | None, now: date | None, *, is_wish: bool, who: str = ""
) -> Iterator[Difference]:
    if was == now:
        return
    if was is None or now is None:
        change = Change.GONE if now is None else Change.NEW
        yield Difference(change, what, is_wish=is_wish, who=who, day=now, before=was)
        return
    change = Change.LATER if now > was else Change.SOONER
    days = abs((now - was).days)
    yield Difference(change, what, is_wish=is_wish, who=who, days=days, day=now, before=was)
