# SPDX-License-Identifier: EUPL-1.2
"""Reads the example world and asks the planner; both answers are kept as long as they hold."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.answer import Answer
from ruimbaan.core.planner.solve import solve
from ruimbaan.core.planner.world import World
from ruimbaan.integrations.regions import REPOSITORY
from ruimbaan.integrations.worldfile import load_world

EXAMPLE = REPOSITORY / "demo" / "voorbeeld"
PERSON = "stella"
DEADLOCK = "zonder-begeleid-wonen"

Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Solved:
    world: World
    situation: Situation
    answer: Answer


def find_example(name: str = PERSON) -> Solved | None:
    """The example with its answer; None when this installation has no example world."""
    stamp = _stamp(EXAMPLE)
    return _solved(stamp, name) if stamp else None


def _stamp(folder: Path) -> Stamp:
    """Which files, how large, and when they changed: a new stamp is a new world."""
    files = sorted(folder.glob("*.yaml"))
    return tuple((file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files)


@lru_cache(maxsize=4)
def _solved(stamp: Stamp, name: str) -> Solved:
    world, situation = load_world(EXAMPLE).for_person(name)
    return Solved(world, situation, solve(world, situation))
