# SPDX-License-Identifier: EUPL-1.2
"""The route on the first page of the file: what is next, who lets one wait, and the line in short."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ruimbaan.core.journey.kept_route import KeptRoute
from ruimbaan.core.journey.kept_route_legs import OVER, legs
from ruimbaan.parts.handoff.queries import AtGoal
from ruimbaan.parts.journey.route.presentation.line import Stop, stops
from ruimbaan.parts.journey.route.presentation.waits import NextStep, Waiting, next_step, waits
from ruimbaan.parts.journey.route.presentation.who import Around, nobody_at

LAST_DONE = 1  # what was done last stays in sight
MOST_AHEAD = 2


@dataclass(frozen=True, slots=True)
class OnHome:
    """`more`: so many stops stand on the page of the route only; `nobody`: what has nobody today."""

    next: NextStep | None
    waits: tuple[Waiting, ...]
    stops: tuple[Stop, ...]
    more: int
    nobody: tuple[tuple[str, AtGoal], ...]


def on_home(route: KeptRoute, today: date, around: Around) -> OnHome:
    line = legs(route, today, around.refused)
    over = [leg for leg in line if leg.state in OVER]
    ahead = [leg for leg in line if leg.state not in OVER]
    shown = (*over[-LAST_DONE:], *ahead[:MOST_AHEAD])
    return OnHome(
        next=next_step(line, today),
        waits=waits(line, today),
        stops=stops(shown, today, around.who),
        more=len(line) - len(shown),
        nobody=nobody_at(route, around.who),
    )
