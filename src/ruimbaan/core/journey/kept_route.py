# SPDX-License-Identifier: EUPL-1.2
"""A route that somebody keeps: wishes, steps towards them, and what happened since.

Days are days of the calendar. Nothing in it tells of a hard time or a pause: that is in
`kept_route_moments`, which nobody else ever sees.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from ruimbaan.core.kernel.errors import DomainError
from ruimbaan.core.kernel.texts import Text


class StepUnknown(DomainError):
    code = "RB-JOURNEY-020"
    cause = Text("Deze stap staat niet op je route.", "This step is not on your route.")
    advice = Text("Ga terug naar je route.", "Go back to your route.")


class StepKind(StrEnum):
    SERVICE = "service"  # somebody else gives it
    OWN = "own"  # the person does it, without asking anybody


class EventKind(StrEnum):
    """What a person can say about a step. Nothing here says why."""

    ASKED = "asked"
    BEGAN = "began"
    DONE = "done"
    COMING = "coming"  # ik ben erbij
    MOVED = "moved"  # het schuift: `day` is the new day on which it begins
    CANNOT = "cannot"  # het lukt me niet
    REFUSED = "refused"  # the place said no, and another way was chosen
    BACK = "back"  # takes the last of the others back


@dataclass(frozen=True, slots=True)
class Event:
    """`on`: the day it happened, as the person tells it."""

    kind: EventKind
    step: UUID
    on: date
    day: date | None = None


@dataclass(frozen=True, slots=True)
class KeptGoal:
    """A wish. `arrives` is None while no way leads there."""

    id: UUID
    fact: str
    text: Text
    needed_by: date
    arrives: date | None = None


@dataclass(frozen=True, slots=True)
class KeptStep:
    """One step as it was planned. `end` is None when it goes on, or has no length; `latest` is the
    last day to ask for it that keeps every wish in time. `say` is a sentence to ask with."""

    id: UUID
    kind: StepKind
    what: Text
    apply: date
    start: date
    end: date | None = None
    latest: date | None = None
    who: str = ""
    service: str = ""
    goals: tuple[UUID, ...] = ()
    rules: tuple[str, ...] = ()
    bring: Text = Text("")
    say: Text = Text("")
    yes_by: Text = Text("")

    @property
    def wait(self) -> int:
        """Days between asking and the beginning."""
        return (self.start - self.apply).days


@dataclass(frozen=True, slots=True)
class AtRisk:
    """What a step takes away on the days [first, until), unless somebody leaves that undone."""

    what: Text
    step: UUID
    first: date
    until: date
    rule: str = ""
    left_undone_by: Text = Text("")
    say: Text = Text("")


@dataclass(frozen=True, slots=True)
class KeptRoute:
    """`planned`: the day from which the steps were planned; `flexed`: the rules for which room was
    counted on; `counted`: so many of the events were known when it was planned. Every event is about
    a step that is there. Steps of one day stand in the order in which one needs the other."""

    region: str
    planned: date
    goals: tuple[KeptGoal, ...]
    steps: tuple[KeptStep, ...]
    flexed: tuple[str, ...] = ()
    at_risk: tuple[AtRisk, ...] = ()
    events: tuple[Event, ...] = field(default=(), repr=False)
    counted: int = 0

    def step(self, name: UUID) -> KeptStep:
        """Raises StepUnknown."""
        found = next((step for step in self.steps if step.id == name), None)
        if found is None:
            raise StepUnknown
        return found

    def goals_of(self, step: KeptStep) -> tuple[KeptGoal, ...]:
        return tuple(goal for goal in self.goals if goal.id in step.goals)
