# SPDX-License-Identifier: EUPL-1.2
"""The route of a made-up person in a demo, planned with the real planner and some weeks on its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils import timezone

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.kept_route import Event, EventKind
from ruimbaan.core.journey.kept_route_progress import after
from ruimbaan.parts.journey.route.planning import first_route
from ruimbaan.parts.journey.route.store import keep_own_side, keep_route, own_side_of
from ruimbaan.parts.routecheck.services import kept
from ruimbaan.parts.trust.walls import Opening


@dataclass(frozen=True, slots=True)
class Said:
    """`ago`: so many days before the demo is made."""

    service: str
    kind: EventKind
    ago: int


STERRE = {
    "goals": ("safe-stop", "help-home", "child-closer"),
    "sleep": ("own-home",),
    "address": ("where-i-sleep",),
    "region": ("waalstad",),
    "ties": ("lived-here",),
    "money": ("assistance",),
    "age": ("27-plus",),
    "insurance": ("insured",),
    "doctor": ("has-doctor",),
    "debts": ("none",),
    "help-needed": ("daily",),
    "treatment": ("referral",),
    "people": ("family", "animal"),
    "children": ("elsewhere",),
}
ANSWERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"sterre": STERRE}
SAID: Mapping[str, tuple[Said, ...]] = {
    "sterre": (
        Said("W-melding-thuis", EventKind.DONE, 28),
        Said("W-intake", EventKind.ASKED, 28),
        Said("W-onderzoek-thuis", EventKind.ASKED, 7),
    ),
}


def write_route(opening: Opening, name: str, now: datetime) -> None:
    """Nothing for who has no route in the demo, or where the region of the demo is not there."""
    if name not in ANSWERS:
        return
    today = timezone.localdate(now)
    answers = Answers(ANSWERS[name])
    route = first_route(answers, "", today)
    if route is None:
        return
    steps = {step.service: step.id for step in route.steps}
    for one in SAID.get(name, ()):
        if one.service in steps:
            on = today - timedelta(days=one.ago)
            route = after(route, Event(one.kind, steps[one.service], on), today)
    keep_route(opening, route, 0, now)
    held = kept(answers.chosen, answers.days)
    side = replace(own_side_of(opening), chosen=held.chosen, days=held.days)
    side = replace(side, begun=route.planned, given=route.planned)
    keep_own_side(opening, side, now)
