# SPDX-License-Identifier: EUPL-1.2
"""The golden tables and the worlds they speak of; each read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.solve import Solver
from ruimbaan.core.planner.world import World
from ruimbaan.integrations.regions import list_regions, load_region
from ruimbaan.integrations.worldfile import LoadedWorld

FOLDER = Path(__file__).parent / "golden"
NOT_REACHED = "-"
Days = list[int | None]


@cache
def golden(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def region(name: str) -> LoadedWorld:
    return load_region(name)


def find(name: str) -> tuple[World, Situation]:
    """The world and situation of this person, situation or vignette, whatever the region."""
    here = next(r for r in map(region, list_regions()) if name in r.situations)
    return here.for_person(name)


@cache
def solver(name: str) -> Solver:
    return Solver(*find(name))


def days(written: list[Any]) -> Days:
    return [None if day == NOT_REACHED else day for day in written]
