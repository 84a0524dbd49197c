# SPDX-License-Identifier: EUPL-1.2
"""How far each step of a kept route is, and what a person can say about it next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ruimbaan.core.journey.kept_route import (
    Event,
    EventKind,
    KeptRoute,
    KeptStep,
    StepKind,
)
from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.last_day import LAST_DAY
from ruimbaan.core.kernel.texts import Text


class NotNow(DomainError):
    code = "RB-JOURNEY-021"
    cause = Text("Dat kan nu niet bij deze stap.", "That is not possible with this step now.")
    advice = Text(
        "Kijk hoe ver de stap is. Terugzetten kan altijd.",
        "See how far the step is. You can always take it back.",
    )


class DayNotPossible(DomainError):
    code = "RB-JOURNEY-022"
    cause = Text("Die dag kan hier niet.", "That day is not possible here.")
    advice = Text(
        "Wat gebeurd is, was vandaag of eerder. Wat nog komt, is vandaag of later.",
        "What happened was today or before. What is to come is today or later.",
    )


@dataclass(frozen=True, slots=True)
class Progress:
    """The days of what was said and not taken back. `moved`: the new day it begins."""

    asked: date | None = None
    began: date | None = None
    done: date | None = None
    coming: date | None = None
    moved: date | None = None
    cannot: date | None = None
    refused: date | None = None

    @property
    def is_touched(self) -> bool:
        """Something is going on, so a new plan leaves this step as it is."""
        return any((self.asked, self.began, self.done, self.stopped))

    @property
    def is_over(self) -> bool:
        return self.done is not None or self.stopped is not None

    @property
    def stopped(self) -> date | None:
        """The day from which nothing more comes of it, whoever that was."""
        return self.cannot or self.refused


def said(events: Iterable[Event], step: UUID) -> tuple[Event, ...]:
    """What was said of this step and not taken back, in the order in which it was said."""
    standing: list[Event] = []
    for event in events:
        if event.step != step:
            continue
        if event.kind is not EventKind.BACK:
            standing.append(event)
        elif standing:
            standing.pop()
    return tuple(standing)


def progress_of(route: KeptRoute, step: KeptStep) -> Progress:
    found = Progress()
    for event in said(route.events, step.id):
        found = _with(found, event)
    return found


def _with(found: Progress, event: Event) -> Progress:
    if event.kind is EventKind.ASKED:
        return replace(found, asked=event.on)
    if event.kind is EventKind.BEGAN:
        return replace(found, asked=found.asked or event.on, began=event.on)
    if event.kind is EventKind.DONE:
        return replace(
            found,
            asked=found.asked or event.on,
            began=found.began or event.on,
            done=event.on,
        )
    if event.kind is EventKind.COMING:
        return replace(found, coming=event.on)
    if event.kind is EventKind.MOVED:
        return replace(found, moved=event.day, coming=None)
    if event.kind is EventKind.REFUSED:
        return replace(found, refused=event.on, coming=None)
    return replace(found, cannot=event.on, coming=None)


def possible(step: KeptStep, progress: Progress) -> frozenset[EventKind]:
    """What can be said of this step now, apart from taking something back. A place can say no after
    it began as well."""
    if progress.is_over:
        return frozenset()
    kinds = {EventKind.DONE, EventKind.CANNOT}
    if progress.began is None:
        kinds |= {EventKind.MOVED}
        if progress.coming is None:
            kinds |= {EventKind.COMING}
    if step.kind is StepKind.SERVICE:
        kinds |= {EventKind.REFUSED}
        if progress.began is None:
            kinds |= {EventKind.BEGAN}
        if progress.asked is None:
            kinds |= {EventKind.ASKED}
    return frozenset(kinds)


def after(route: KeptRoute, event: Event, today: date) -> KeptRoute:
    """The route once this is said. Raises StepUnknown, NotNow, DayNotPossible."""
    step = route.step(event.step)
    if event.kind is EventKind.BACK:
        if not said(route.events, step.id):
            raise NotNow
    elif event.kind not in possible(step, progress_of(route, step)):
        raise NotNow
    _check_days(event, said(route.events, step.id), today)
    return replace(route, events=(*route.events, event))


def _check_days(event: Event, before: tuple[Event, ...], today: date) -> None:
    if event.on > today or (event.kind is EventKind.MOVED) != (event.day is not None):
        raise DayNotPossible
    if event.day is not None and not today <= event.day <= LAST_DAY:
        raise DayNotPossible
    if event.kind is not EventKind.BACK and before and event.on < before[-1].on:
        raise DayNotPossible
