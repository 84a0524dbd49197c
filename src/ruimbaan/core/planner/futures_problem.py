# SPDX-License-Identifier: EUPL-1.2
"""The problem of one plan, ready to be asked with other waits: nothing left to bend, and nothing in
it that no goal leans on, whatever the waits are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ruimbaan.core.planner.futures_waits import Waits
from ruimbaan.core.planner.problem import Effect, Problem, Switches, Way
from ruimbaan.core.planner.relevant import Relevance

Uncertain = Mapping[int, str]  # per way whose wait is drawn, its service


def settled(
    problem: Problem, switches: Switches, takes_part: Callable[[Way], bool] | None = None
) -> Problem:
    """With these switches on for good, so with none left, and only the ways that take part."""
    ways = [
        _settled(way, switches)
        for way in problem.ways
        if not way.needs_on & ~switches and (takes_part is None or takes_part(way))
    ]
    return _with_ways(problem, _leaned_on(_with_ways(problem, ways)))


def uncertain(problem: Problem, waits: Waits) -> Uncertain:
    """Ways through a door with the ordinary wait: a wait that was bent shorter is what was agreed."""
    services = problem.world.services
    return {
        number: way.door.service
        for number, way in enumerate(problem.ways)
        if way.door
        and way.door.service in waits
        and way.door.wait == services[way.door.service].wait.days
    }


def in_future(
    problem: Problem, drawn: Uncertain, waits: Waits, future: int, known: dict[tuple[int, int], Way]
) -> Problem:
    """With the waits of one future. `known` holds the ways that were made before; a door keeps the
    wait it is known by."""
    ways = list(problem.ways)
    for number, service in drawn.items():
        wait = waits[service][future]
        way = known.get((number, wait))
        if way is None:
            way = known[number, wait] = replace(ways[number], wait=wait)
        ways[number] = way
    return replace(problem, ways=tuple(ways))


def _settled(way: Way, switches: Switches) -> Way:
    days = way.all_days if way.open_switch & switches else way.open_days
    return Way(
        door=way.door,
        needs_on=0,
        literals=tuple(
            replace(literal, waiver=0) if literal.waiver else literal
            for literal in way.literals
            if not literal.waiver & switches
        ),
        wait=way.wait,
        length=way.length,
        effects=tuple(_for_good(effect, switches) for effect in way.effects),
        open_days=days,
        all_days=days,
        open_switch=0,
    )


def _for_good(effect: Effect, switches: Switches) -> Effect:
    return replace(effect, valid=effect.valid_for(switches), longer=None, longer_switch=0)


def _leaned_on(problem: Problem) -> list[Way]:
    """The ways that matter for some goal, with the gifts of theirs that somebody looks at."""
    relevance, goals = Relevance(problem), [problem.index[goal.fact] for goal in problem.goals]
    kept = 0
    for goal in goals:
        kept |= relevance.of(goal, problem.initial).ways
    ways = [way for number, way in enumerate(problem.ways) if kept >> number & 1]
    asked = {literal.fact for way in ways for literal in way.literals}.union(goals)
    for maintained in problem.maintained:
        asked.update(maintained.supports)
    return [
        replace(way, effects=tuple(gift for gift in way.effects if gift.fact in asked))
        for way in ways
    ]


def _with_ways(problem: Problem, ways: list[Way]) -> Problem:
    of_service: dict[str, list[int]] = {}
    for number, way in enumerate(ways):
        if way.service is not None:
            of_service.setdefault(way.service, []).append(number)
    return replace(
        problem,
        ways=tuple(ways),
        ways_of_service={name: tuple(numbers) for name, numbers in of_service.items()},
    )
