# SPDX-License-Identifier: EUPL-1.2
"""Kept routes as anybody could have them, for the tests."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid5

from hypothesis import strategies as st

from ruimbaan.core.journey.kept_route import (
    AtRisk,
    Event,
    EventKind,
    KeptGoal,
    KeptRoute,
    KeptStep,
    StepKind,
)
from ruimbaan.core.journey.kept_route_progress import after, possible, progress_of
from ruimbaan.core.kernel.texts import Text

BEGIN = date(2026, 11, 23)
SPACE = UUID("4f0d6a8e-9b1c-4d6e-8a51-0c6f1f6f7a11")
SERVICES = tuple(f"dienst-{letter}" for letter in "abcdefg")
days = st.integers(0, 300).map(lambda number: BEGIN + timedelta(days=number))
words = st.sampled_from(("Rust", "Één kamer", "漢字 \U0001f415", '"aanhaling" \\ en\nregel'))


def step(
    name: str = "begeleiding",
    *,
    apply: int = 0,
    wait: int = 42,
    lasts: int | None = 60,
    who: str = "De Kribbe",
    goals: tuple[UUID, ...] = (),
    kind: StepKind = StepKind.SERVICE,
) -> KeptStep:
    first = BEGIN + timedelta(days=apply)
    start = first + timedelta(days=wait)
    return KeptStep(
        id=uuid5(SPACE, f"{name}-{apply}-{kind}"),
        kind=kind,
        what=Text(name.capitalize(), name),
        who=who,
        service=name if kind is StepKind.SERVICE else "",
        apply=first,
        start=start,
        end=None if lasts is None else start + timedelta(days=lasts),
        latest=first + timedelta(days=5),
        goals=goals,
    )


def goal(fact: str = "eigen-plek", arrives: int | None = 42) -> KeptGoal:
    day = None if arrives is None else BEGIN + timedelta(days=arrives)
    text = Text(fact.capitalize(), fact)
    return KeptGoal(uuid5(SPACE, fact), fact, text, BEGIN + timedelta(days=90), day)


def route(*steps: KeptStep, goals: tuple[KeptGoal, ...] = (), **more: object) -> KeptRoute:
    return KeptRoute("waalstad", BEGIN, goals, steps, **more)  # type: ignore[arg-type]


@st.composite
def steps(draw: st.DrawFn, goals: tuple[KeptGoal, ...], name: str) -> KeptStep:
    kind = draw(st.sampled_from(StepKind))
    first = draw(days)
    wait = draw(st.integers(0, 90)) if kind is StepKind.SERVICE else 0
    start = first + timedelta(days=wait)
    end = draw(st.none() | st.integers(1, 90).map(lambda n: start + timedelta(days=n)))
    brings = draw(st.lists(st.sampled_from(goals), unique=True)) if goals else []
    return KeptStep(
        id=uuid5(SPACE, name),
        kind=kind,
        what=Text(draw(words), draw(words)),
        who=draw(st.sampled_from(("", "De Kribbe", "gemeente Waalstad"))),
        service=draw(st.sampled_from(SERVICES)) if kind is StepKind.SERVICE else "",
        apply=first,
        start=start,
        end=end,
        latest=first + timedelta(days=draw(st.integers(0, 30))),
        goals=tuple(goal.id for goal in brings),
    )


@st.composite
def routes(draw: st.DrawFn, prefix: str = "old") -> KeptRoute:
    """Without events yet. `prefix`: steps of routes with another one have other ids."""
    facts = draw(st.lists(st.sampled_from("opqrst"), unique=True, max_size=4))
    arrivals = draw(st.lists(st.none() | st.integers(0, 300), min_size=4, max_size=4))
    goals = tuple(goal(fact, day) for fact, day in zip(facts, arrivals, strict=False))
    count = draw(st.integers(0, 4))
    made = tuple(draw(steps(goals, f"{prefix}-{number}")) for number in range(count))
    risks = tuple(
        AtRisk(Text("Je bed", "Your bed"), one.id, one.start, one.start + timedelta(days=9))
        for one in made
        if draw(st.booleans())
    )
    return KeptRoute("waalstad", BEGIN, goals, made, (), risks)


@st.composite
def lived(draw: st.DrawFn) -> tuple[KeptRoute, date]:
    """A route, things said about its steps on some days, and the day after."""
    found, today = draw(routes()), BEGIN
    for _ in range(draw(st.integers(0, 8))):
        today += timedelta(days=draw(st.integers(0, 40)))
        if not found.steps:
            break
        one = draw(st.sampled_from(found.steps))
        kinds = sorted(possible(one, progress_of(found, one)))
        if any(event.step == one.id for event in found.events):
            kinds.append(EventKind.BACK)
        if not kinds:
            continue
        kind = draw(st.sampled_from(kinds))
        try_back = kind is EventKind.BACK
        day = today + timedelta(days=draw(st.integers(0, 60))) if kind is EventKind.MOVED else None
        if try_back and not _can_take_back(found, one):
            continue
        found = after(found, Event(kind, one.id, today, day), today)
    return found, today


def _can_take_back(found: KeptRoute, one: KeptStep) -> bool:
    depth = 0
    for event in found.events:
        if event.step == one.id:
            depth += -1 if event.kind is EventKind.BACK else 1
    return depth > 0
