# SPDX-License-Identifier: EUPL-1.2
"""What a worker would call an answer about one goal: the kinds of demo/vignettes.yaml."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ruimbaan.core.planner.answer import Finding, FindingKind, Point
from ruimbaan.core.planner.sentences import finding_sentence
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import LadderStep
from tests.stories.golden_files import find

STUCK = {
    FindingKind.DEADLOCK: "deadlock",
    FindingKind.NOBODY_OFFERS: "nobody-offers",
    FindingKind.BEYOND_HORIZON: "beyond-horizon",
    FindingKind.DATA_MISSING: "data-missing",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """What is said first about a goal, and what the first way in time bends for it."""

    kind: str
    bent: tuple[str, ...]
    then: tuple[int | None, int | None]
    finding: Finding | None
    says: str | None


def judge(name: str, goal: str) -> Judged:
    world, situation = find(name)
    wanted = tuple(found for found in situation.goals if found.fact == goal)
    answer = Solver(world, replace(situation, goals=wanted))
    practice = answer.points[0]
    in_time = next((point for point in answer.points if point.lateness == 0), None)
    finding = answer.findings[0] if answer.findings else None
    return Judged(
        kind=_kind(world, practice, in_time, finding),
        bent=in_time.flexed if in_time else (),
        then=(practice.arrivals[goal], in_time.arrivals[goal] if in_time else None),
        finding=finding,
        says=finding_sentence(world, finding, "nl") if finding else None,
    )


def _kind(world: World, practice: Point, in_time: Point | None, finding: Finding | None) -> str:
    if practice.lateness == 0:
        return "plan-in-time"
    if finding and finding.kind in STUCK:
        return STUCK[finding.kind]
    rules = [world.rules[rule] for rule in in_time.flexed] if in_time else []
    early = [rule.step is LadderStep.START_EARLIER for rule in rules]
    if not finding and rules and all(early):
        return "start-earlier"
    if rules and all(
        is_early or rule.is_right for rule, is_early in zip(rules, early, strict=True)
    ):
        return "right"
    return "refused" if finding else "room"
