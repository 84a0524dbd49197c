# SPDX-License-Identifier: EUPL-1.2
"""The plans of everybody who may come, worked out before anything is lived through."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ruimbaan.analytics.simulation.model import Bends, Model, Plan, bent_by, stations_of, variants
from ruimbaan.analytics.simulation.routes import Route, route_of
from ruimbaan.analytics.simulation.workers import spread
from ruimbaan.core.insight.what_if import Change
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.layout import lay_out
from ruimbaan.core.planner.world import World

AT_ONCE = 20  # situations that a process takes at a time
Question = tuple[World, tuple[tuple[Bends, tuple[str, ...]], ...]]


def prepare(
    world: World,
    situations: Sequence[Situation],
    plan: Plan,
    change: Change,
    processes: int = 1,
    told: Callable[[int], None] = lambda _done: None,
) -> Model:
    """`situations` has everybody who may come, also who stands in the same place as somebody else.
    `change` names all rules that may be bent. `told` hears of each situation that is done."""
    number: dict[Situation, int] = {}
    who = tuple(number.setdefault(one, len(number)) for one in situations)
    bends = tuple((one, bent_by(change, one)) for one in variants(change))
    distinct = list(number)
    pieces = [distinct[at : at + AT_ONCE] for at in range(0, len(distinct), AT_ONCE)]
    routes: dict[tuple[int, Bends], Route] = {}
    for piece, found in spread(_routes, (world, bends), pieces, processes):
        for at, made in enumerate(found, start=piece * AT_ONCE):
            routes |= {(at, holding): route for holding, route in made}
        told(len(found))
    none = bends[0][0]
    as_now = [routes[at, none] for at in range(len(distinct))]
    return Model(plan, stations_of(world, plan, as_now, who), who, routes)


def how_many(situations: Sequence[Situation]) -> int:
    """Situations of which a plan is made."""
    return len(set(situations))


def _routes(question: Question, piece: list[Situation]) -> list[list[tuple[Bends, Route]]]:
    """Of each situation its plan in each variant."""
    world, bends = question
    problems = (lay_out(world, situation) for situation in piece)
    return [
        [(holding, route_of(problem, rules)) for holding, rules in bends] for problem in problems
    ]
