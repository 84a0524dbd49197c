# SPDX-License-Identifier: EUPL-1.2
"""What if a rule of a building block gave more room here? Asked of the planner for the made-up
people of each region, and for the small situation of the block; kept as long as the world is the
same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils import timezone

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.more_room import Gain, MoreRoom
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.core.rules.rule import Rule
from ruimbaan.core.storybook.contents import Block
from ruimbaan.integrations.worldfile.loaded import leave_out
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.discretion.queries import as_promised, promised_rules
from ruimbaan.parts.storybook.queries import regions_here


@dataclass(frozen=True, slots=True)
class RuleTried:
    """`is_met`: a way that is planned with here asks for this rule. Without gains it changes
    nothing on its own."""

    rule: Rule
    is_met: bool
    gains: tuple[Gain, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """The rules that ask least to open a deadlock, and what that brings."""

    rules: tuple[Rule, ...]
    gains: tuple[Gain, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """One person, or the small situation of a block (`is_case`)."""

    region: Region
    name: str
    is_case: bool
    rules: tuple[RuleTried, ...]
    openings: tuple[Opening, ...]

    @property
    def changes(self) -> bool:
        return any(one.gains for one in self.rules)


def tried(block: Block) -> tuple[Tried, ...]:
    """The block's own situation first, then the people of its stories, then whoever else would
    notice. Empty where this installation has nobody made up to reckon with."""
    found = sorted(_everybody(block), key=lambda one: _place(one, block))
    return tuple(one for one in found if _place(one, block) < len(block.stories) + 1 or one.changes)


def _place(one: Tried, block: Block) -> int:
    if one.is_case:
        return 0
    stories = block.stories
    return stories.index(one.name) + 1 if one.name in stories else len(stories) + 1


def _everybody(block: Block) -> Iterator[Tried]:
    case = block.loop.case if block.loop else ""
    for region in regions_here().values():
        promised = _promised(region)
        names = [*region.people, *([case] if case in region.cases else [])]
        for name in names:
            yield _tried(
                _Asked(region.id, region.world.digest, promised, name, region), block.rules
            )


def _promised(region: Region) -> tuple[Rule, ...]:
    world, today = region.world, timezone.localdate()
    return promised_rules(world.rules, world.services.values(), region.id, today)


@dataclass(frozen=True, slots=True)
class _Asked:
    """`digest` names the world and says all of it that counts here, so `region` itself is not
    compared: another world is another question."""

    place: str
    digest: str
    promised: tuple[Rule, ...]
    name: str
    region: Region = field(compare=False)


@lru_cache(maxsize=128)
def _tried(question: _Asked, numbers: tuple[str, ...]) -> Tried:
    region, name = question.region, question.name
    world, situation = _setting(region, as_promised(region.world, question.promised), name)
    asked = MoreRoom(world, situation)
    is_case = name in region.cases
    return Tried(
        region=region,
        name=name,
        is_case=is_case,
        rules=tuple(
            RuleTried(rule, asked.is_met(rule.id), asked.gains([rule.id]))
            for number in numbers
            for rule in _numbered(world, number)
        ),
        openings=tuple(_openings(world, situation, asked)) if is_case else (),
    )


def _setting(region: Region, world: World, name: str) -> tuple[World, Situation]:
    case = region.cases.get(name)
    if case is None:
        return world, region.people[name]
    return (leave_out(world, case.without) if case.without else world), case.situation


def _numbered(world: World, number: str) -> tuple[Rule, ...]:
    """National law is called by its number; a rule of a region has it beside its name."""
    return tuple(rule for rule in world.rules.values() if number in (rule.id, rule.number))


def _openings(world: World, situation: Situation, asked: MoreRoom) -> Iterator[Opening]:
    for finding in Solver(world, situation, losses=False).findings:
        if finding.cut:
            rules = tuple(world.rules[name] for name in finding.cut)
            yield Opening(rules, asked.gains(finding.cut))
