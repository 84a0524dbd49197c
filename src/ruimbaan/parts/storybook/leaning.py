# SPDX-License-Identifier: EUPL-1.2
"""What each building block leans on now: rules, waits on the map, and what the planner works out.
Asked anew each time, for the map and the rules live on between two editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ruimbaan.core.storybook.contents import Block
from ruimbaan.core.storybook.editions import Change, Kind, Lean, changed_since, sum_of
from ruimbaan.parts.directory.queries import Region
from ruimbaan.parts.storybook.queries import find_book, list_editions, regions_here, rules_numbered
from ruimbaan.parts.storybook.what_if import tried

NOBODY_KNOWS = "?"


def leans_today() -> Mapping[str, Lean]:
    """By the id of each building block."""
    book = find_book()
    return {block.id: lean_of(block) for block in book.blocks} if book else {}


def lean_of(block: Block) -> Lean:
    return {
        Kind.RULE: {number: sum_of(rules_numbered(number)) for number in block.rules},
        Kind.WAIT: dict(_waits(block)),
        Kind.FIGURE: dict(_figures(block)),
    }


def _waits(block: Block) -> Iterator[tuple[str, str]]:
    """In days, by region and service."""
    wanted = {name for service in block.services for name in service.ids}
    for region in _filled_regions().values():
        for name in sorted(wanted & region.world.services.keys()):
            days = region.world.services[name].wait.days
            yield f"{region.id}/{name}", NOBODY_KNOWS if days is None else str(days)


def _figures(block: Block) -> Iterator[tuple[str, str]]:
    """The day without and with the room, by region, person, rule and goal."""
    for one in tried(block):
        for rule in one.rules:
            for gain in rule.gains:
                name = f"{one.region.id}/{one.name}/{rule.rule.id}/{gain.goal}"
                before = "-" if gain.before is None else gain.before
                yield name, f"{before} > {gain.after}"


def changes_today() -> Mapping[str, tuple[Change, ...]]:
    """By block, what is another since the last edition; a new block without any change."""
    editions = list_editions()
    return changed_since(editions[-1], leans_today(), _filled_regions()) if editions else {}


def changes_of(block: Block) -> tuple[Change, ...]:
    editions = list_editions()
    if not editions:
        return ()
    today = {block.id: lean_of(block)}
    return changed_since(editions[-1], today, _filled_regions()).get(block.id, ())


def _filled_regions() -> Mapping[str, Region]:
    """A region without any service says nothing of its waits or figures."""
    return {name: region for name, region in regions_here().items() if region.world.services}
