# SPDX-License-Identifier: EUPL-1.2
"""Smallest self-blocking sets: the exact reason why a goal is never reached.

A set of facts blocks itself when every way to each of them waits for another one (a siphon).
Beside facts a set may hold three kinds of dead ends that no service can mend:
"not.<fact>" (it is in the way that the fact is true), "long.<fact>" (the fact is possible, never
long or recently enough) and "together.<service>" (each condition is possible, never together).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from ruimbaan.core.planner.answer import Block
from ruimbaan.core.planner.folding import TOLD_WHOLE, folded
from ruimbaan.core.planner.possible import LONG, NOT, Possible
from ruimbaan.core.planner.problem import Problem, Way

TOGETHER = "together."
DEAD_ENDS = (NOT, LONG, TOGETHER)


@dataclass(frozen=True, slots=True)
class BlockingSet:
    members: tuple[str, ...]
    blocks: tuple[Block, ...]
    missing: tuple[str, ...]
    proven_smallest: bool


def smallest_blocking_set(
    problem: Problem, possible: Possible, goal: str, tries: int = 50_000
) -> BlockingSet:
    """A smallest self-blocking set around `goal`, which is not possible.

    Best-first over sets of facts: the set that is least in size is looked at first, so the first
    closed one is smallest. After `tries` sets the best guess is finished greedily instead.
    """
    ways = Blocked(problem, possible)
    order = count()
    start = ways.closed_under_force(frozenset({goal}))
    heap = [(len(start), next(order), start)]
    seen = {start}
    current = start
    while heap:
        _, _, current = heapq.heappop(heap)
        open_way = ways.open_way(current)
        if open_way is None:
            return ways.describe(goal, current, proven=True)
        tries -= 1
        if tries < 0:
            break
        for option in open_way:
            bigger = ways.closed_under_force(current | {option})
            if bigger not in seen:
                seen.add(bigger)
                heapq.heappush(heap, (len(bigger), next(order), bigger))
    return ways.describe(goal, ways.closed(current), proven=False)


class Blocked:
    """Per fact its ways, each as the reasons that block it; worked out when first asked for."""

    def __init__(self, problem: Problem, possible: Possible) -> None:
        self.possible = possible
        self._into: dict[str, list[Way]] = {}
        for way in problem.ways:
            for effect in way.effects:
                if not possible.holds(effect.fact):
                    self._into.setdefault(problem.facts[effect.fact], []).append(way)
        self._known: dict[str, list[tuple[Way, tuple[Block, ...]]]] = {}

    def _reasons(self, way: Way, fact: str) -> Iterator[Block]:
        """Conditions that never hold; when there are none, that they never hold together."""
        found = False
        for literal in way.literals:
            reason = self.possible.reason_against(literal)
            if reason is not None:
                found = True
                condition = literal.condition
                yield Block(fact, way.service, reason, condition.rule, condition.holds)
        if not found:
            yield Block(fact, way.service, f"{TOGETHER}{way.service or fact}")

    def of(self, fact: str) -> list[tuple[Way, tuple[Block, ...]]]:
        """The ways to a fact that is not possible, and what stands in each; none to a dead end."""
        if fact not in self._known:
            self._known[fact] = [
                (way, tuple(self._reasons(way, fact))) for way in self._into.get(fact, ())
            ]
        return self._known[fact]

    def choices(self, fact: str) -> list[frozenset[str]]:
        """Per way to the fact, the members of which one in the set is enough to block it."""
        return [
            frozenset(str(reason.waits_for) for reason in reasons) for _, reasons in self.of(fact)
        ]

    def closed(self, members: frozenset[str]) -> frozenset[str]:
        """The set and what it lacks to block itself, the first that comes: not always the least."""
        while (options := self.open_way(members)) is not None:
            members = self.closed_under_force(members | {options[0]})
        return members

    def open_way(self, members: frozenset[str]) -> list[str] | None:
        """The reasons of a way into the set that is not blocked inside it; fewest first."""
        best: list[str] | None = None
        for fact in sorted(members):
            for _, reasons in self.of(fact):
                options = list(dict.fromkeys(str(reason.waits_for) for reason in reasons))
                if members.isdisjoint(options) and (best is None or len(options) < len(best)):
                    best = options
        return best

    def closed_under_force(self, members: frozenset[str]) -> frozenset[str]:
        """Ways with one reason leave no choice: take them all in."""
        grown = set(members)
        todo = list(members)
        while todo:
            for _, reasons in self.of(todo.pop()):
                options = {str(reason.waits_for) for reason in reasons}
                if len(options) == 1 and not options & grown:
                    grown |= options
                    todo += options
        return frozenset(grown)

    def describe(self, goal: str, members: frozenset[str], *, proven: bool) -> BlockingSet:
        ordered = (goal, *sorted(members - {goal}))
        blocks = [
            next(reason for reason in reasons if reason.waits_for in members)
            for fact in ordered
            for _, reasons in self.of(fact)
        ]
        missing = tuple(
            member for member in ordered if not member.startswith(DEAD_ENDS) and not self.of(member)
        )
        return BlockingSet(ordered, tuple(dict.fromkeys(blocks)), missing, proven)


def readable_circle(found: BlockingSet) -> tuple[Block, ...]:
    """Fold the set to one circle of facts that wait for each other.

    A small set is told whole when one circle passes all its facts; otherwise the shortest circle
    through the goal when that is short enough, else the shortest of all, with its ladders folded. A
    fact that waits for itself says little, so it comes last. Empty when nothing waits in a circle.
    """
    goal = found.members[0]
    after: dict[str, list[Block]] = {}
    for block in found.blocks:
        after.setdefault(block.fact, []).append(block)
    if len(found.members) <= TOLD_WHOLE:
        whole = _circle_of_length(goal, len(found.members), after, ())
        if whole:
            return whole
    through_goal = _circle_from(goal, after)
    if 1 < len(through_goal) <= TOLD_WHOLE:
        return through_goal
    circles = [through_goal, *(_circle_from(member, after) for member in found.members[1:])]
    shortest = min(
        (circle for circle in circles if circle),
        key=lambda circle: (len(circle) == 1, len(circle)),
        default=(),
    )
    return folded(shortest, found.blocks)


def _circle_of_length(
    goal: str, length: int, after: dict[str, list[Block]], path: tuple[Block, ...]
) -> tuple[Block, ...]:
    """A circle from the goal through `length` different facts, or nothing."""
    here = str(path[-1].waits_for) if path else goal
    if len(path) == length:
        return path if here == goal else ()
    if here in {block.fact for block in path}:
        return ()
    for block in after.get(here, []):
        found = _circle_of_length(goal, length, after, (*path, block))
        if found:
            return found
    return ()


def _circle_from(start: str, after: dict[str, list[Block]]) -> tuple[Block, ...]:
    """Breadth first from `start` back to itself, through another fact if that can be."""
    paths: list[tuple[Block, ...]] = [(block,) for block in after.get(start, [])]
    to_itself = next((path for path in paths if path[0].waits_for == start), ())
    seen = {start}
    while paths:
        longer: list[tuple[Block, ...]] = []
        for path in paths:
            here = str(path[-1].waits_for)
            if here == start and len(path) > 1:
                return path
            if here not in seen:
                seen.add(here)
                longer += [(*path, block) for block in after.get(here, [])]
        paths = longer
    return to_itself
