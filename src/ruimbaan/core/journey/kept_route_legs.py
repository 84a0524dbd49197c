# SPDX-License-Identifier: EUPL-1.2
"""A kept route as one line of legs: asking, waiting, being there, arriving.

A wait is a leg of its own, and its subject is the organisation that lets somebody wait.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.journey.kept_route import AtRisk, KeptGoal, KeptRoute, KeptStep, StepKind
from ruimbaan.core.journey.kept_route_no import (
    NO_ONE_REFUSED,
    Refused,
    is_left_open,
    refused_on,
    unsure_from,
)
from ruimbaan.core.journey.kept_route_progress import Progress, progress_of
from ruimbaan.core.journey.kept_route_turns import Turn, turns
from ruimbaan.core.kernel.last_day import shifted

SOON = timedelta(days=7)  # with nothing to do today, so far ahead one looks for what is next
ONE_DAY = timedelta(days=1)


class LegKind(StrEnum):
    ASK = "ask"  # the person asks for it
    WAIT = "wait"  # the organisation is to move
    THERE = "there"  # it is received, or will be
    OWN = "own"  # the person does it
    GOAL = "goal"  # a wish that no step brings by itself


class LegState(StrEnum):
    DONE = "done"
    NOW = "now"  # the person can do it now
    GOING = "going"  # it is received
    WAITING = "waiting"
    LATER = "later"
    STOPPED = "stopped"  # nothing more comes of it
    REFUSED = "refused"  # the place said no, and no other way was chosen yet
    NOT_YET = "not-yet"  # a wish to which no way leads


@dataclass(frozen=True, slots=True)
class Wait:
    """`until`: the day on which it was to begin; `days`: so long already."""

    step: KeptStep
    asked: date
    until: date
    days: int

    @property
    def call_from(self) -> date:
        """From this day on one may call."""
        return shifted(self.until, ONE_DAY)


@dataclass(frozen=True, slots=True)
class Leg:
    """`first` and `last` are its days, as far as known. `latest`: of what is still to do, the last day
    that keeps every wish in time. `unsure`: a no stands before it for which no other way was chosen;
    of what stopped: no other way was chosen for it. `refused`: it stopped because the place said no.
    `turn`: the service comes more than once."""

    kind: LegKind
    state: LegState
    step: KeptStep | None
    goals: tuple[KeptGoal, ...] = ()
    first: date | None = None
    last: date | None = None
    latest: date | None = None
    wait: Wait | None = None
    unsure: bool = False
    refused: bool = False
    turn: Turn | None = None

    @property
    def id(self) -> str:
        """Stays the same for as long as the step or the wish stands on the route."""
        about = self.step.id if self.step else self.goals[0].id
        return f"{about}:{self.kind.value}"


def begins(step: KeptStep, progress: Progress, today: date) -> date:
    """The day on which it began, or is to begin as far as one can tell today."""
    if progress.began is not None:
        return progress.began
    if progress.moved is not None:
        return progress.moved
    asked = progress.asked or max(step.apply, today)
    return shifted(asked, timedelta(days=step.wait))


def legs(route: KeptRoute, today: date, refused: Refused = NO_ONE_REFUSED) -> tuple[Leg, ...]:
    """In the order of their days, of one day what can wait least first; what is over comes before."""
    since = unsure_from(route, refused)
    found = []
    for step in route.steps:
        no = refused_on(step, progress_of(route, step), refused)
        if no is not None:
            found.append(Leg(_being(step), LegState.REFUSED, step, first=no))
            continue
        found += [_unsure(route, leg, since) for leg in _legs_of(route, step, today)]
    told = {goal.id for leg in found for goal in leg.goals}
    found += [_goal(goal, today, since) for goal in route.goals if goal.id not in told]
    times = turns(route)
    told_apart = [replace(leg, turn=times.get(leg.step.id)) if leg.step else leg for leg in found]
    order = {step.id: number for number, step in enumerate(route.steps)}
    return tuple(sorted(told_apart, key=lambda leg: _place(leg, order)))


def _unsure(route: KeptRoute, leg: Leg, since: date | None) -> Leg:
    if since is None or leg.step is None:
        return leg
    progress = progress_of(route, leg.step)
    if leg.state is LegState.STOPPED:
        return replace(leg, unsure=is_left_open(route, leg.step, progress))
    to_come = leg.state is LegState.LATER and progress.asked is None and leg.step.start >= since
    return replace(leg, unsure=to_come and leg.step.kind is StepKind.SERVICE)


def _legs_of(route: KeptRoute, step: KeptStep, today: date) -> Iterator[Leg]:
    progress, goals = progress_of(route, step), route.goals_of(step)
    start = begins(step, progress, today)
    if progress.is_over:
        state = LegState.DONE if progress.done else LegState.STOPPED
        last = progress.done or progress.stopped
        first = progress.began or progress.asked or last
        kept = goals if progress.done else ()
        no = progress.refused is not None and not progress.done
        yield Leg(_being(step), state, step, kept, first, last, refused=no)
        return
    if step.kind is StepKind.SERVICE and progress.began is None:
        if progress.asked is not None:
            yield _waiting(step, progress.asked, start, today)
        elif step.wait:
            state = LegState.NOW if step.apply <= today else LegState.LATER
            day = max(step.apply, today)
            yield Leg(LegKind.ASK, state, step, first=day, latest=step.latest)
        if step.wait and step.end is None and not goals:
            return  # a decision or a paper: once it is there, it is done
    to_do = _is_to_do(step, progress)
    if progress.began is not None:
        state = LegState.GOING
    else:
        state = LegState.NOW if to_do and start <= today else LegState.LATER
    latest = step.latest if to_do else None
    yield Leg(_being(step), state, step, goals, start, _end(step, start), latest)


def _being(step: KeptStep) -> LegKind:
    return LegKind.OWN if step.kind is StepKind.OWN else LegKind.THERE


def _waiting(step: KeptStep, asked: date, until: date, today: date) -> Leg:
    wait = Wait(step, asked, until, max((today - asked).days, 0))
    return Leg(LegKind.WAIT, LegState.WAITING, step, first=asked, last=until, wait=wait)


def _is_to_do(step: KeptStep, progress: Progress) -> bool:
    """By the person, without asking first."""
    at_once = step.kind is StepKind.OWN or not step.wait
    return at_once and progress.asked is None and progress.began is None


def _end(step: KeptStep, start: date) -> date | None:
    """As long as planned, from the day it really begins."""
    return None if step.end is None else shifted(start, step.end - step.start)


def _goal(goal: KeptGoal, today: date, since: date | None) -> Leg:
    if goal.arrives is None:
        return Leg(LegKind.GOAL, LegState.NOT_YET, None, (goal,))
    if since is not None and goal.arrives >= since:
        return Leg(LegKind.GOAL, LegState.LATER, None, (goal,), goal.arrives, unsure=True)
    state = LegState.DONE if goal.arrives <= today else LegState.LATER
    return Leg(LegKind.GOAL, state, None, (goal,), goal.arrives)


OVER = {LegState.DONE, LegState.STOPPED}
ORDER = tuple(LegKind)


def _place(leg: Leg, order: Mapping[UUID, int]) -> tuple[bool, date, date, int, int, str]:
    """What has no day, no last day or no step comes last."""
    step = leg.step
    return (
        leg.state not in OVER,
        leg.first or date.max,
        (step.latest if step else None) or date.max,
        order[step.id] if step else len(order),
        ORDER.index(leg.kind),
        leg.id,
    )


def waiting(line: tuple[Leg, ...]) -> tuple[Wait, ...]:
    """Who lets the person wait: the longest wait first, of equal waits the one that ends first."""
    found = (leg.wait for leg in line if leg.wait is not None)
    return tuple(sorted(found, key=lambda wait: (-wait.days, wait.until, wait.step.what.nl)))


def next_to_do(line: tuple[Leg, ...], today: date) -> Leg | None:
    """The one thing that is next for the person: the first on the line to do today, else the first
    of the coming days. None: there is nothing to do soon."""
    now = next((leg for leg in line if leg.state is LegState.NOW), None)
    return now or next((leg for leg in line if _is_soon(leg, today)), None)


def _is_soon(leg: Leg, today: date) -> bool:
    to_do = leg.kind in {LegKind.ASK, LegKind.OWN} or leg.latest is not None
    near = leg.first is not None and leg.first <= today + SOON
    return leg.state is LegState.LATER and to_do and near and not leg.unsure


def risks_ahead(route: KeptRoute, today: date) -> tuple[AtRisk, ...]:
    """What may still be taken away, the soonest first. When a step begins on another day than
    planned, what it takes away moves along."""
    found = []
    for risk in route.at_risk:
        step = route.step(risk.step)
        progress = progress_of(route, step)
        shift = begins(step, progress, today) - step.start
        moved = replace(risk, first=shifted(risk.first, shift), until=shifted(risk.until, shift))
        if not progress.is_over and moved.until > today:
            found.append(moved)
    return tuple(sorted(found, key=lambda risk: (risk.first, risk.what.nl)))
