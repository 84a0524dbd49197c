# SPDX-License-Identifier: EUPL-1.2
"""What `ruimbaan simulate` is asked, with all that is read for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ruimbaan.analytics.simulation.halfway import Halfway
    from ruimbaan.analytics.simulation.model import Plan
    from ruimbaan.core.insight.what_if import Change, WhatIf
    from ruimbaan.core.journey.population import Population
    from ruimbaan.integrations.worldfile import LoadedWorld


@dataclass(frozen=True, slots=True)
class Asked:
    """What is worked out, with all that is needed for it."""

    loaded: LoadedWorld
    population: Population
    what_if: WhatIf
    halfway: Halfway

    @property
    def changes(self) -> list[Change]:
        """As things go now first."""
        if self.halfway.grid:
            return [self.what_if.at(cell) for cell in self.what_if.cells()]
        return [self.what_if.none, self.what_if.change]


def asked_now(region: str, file: Path, plan: Plan, data: Path | None, *, grid: bool) -> Asked:
    from ruimbaan.analytics.simulation.errors import NoChanges, NoSliders
    from ruimbaan.analytics.simulation.halfway import Halfway
    from ruimbaan.integrations.population import load_population
    from ruimbaan.integrations.regions import REPOSITORY, load_region
    from ruimbaan.integrations.what_if import load_what_if

    loaded = load_region(region, data=data or REPOSITORY)
    what_if, content = load_what_if(file, loaded.world)
    if grid and not what_if.sliders:
        raise NoSliders(file=file.name)
    if what_if.sliders and not grid:
        raise NoChanges(file=file.name)
    population = load_population(loaded, data or REPOSITORY)
    halfway = Halfway(content, grid, plan, loaded.world.digest, population.digest)
    return Asked(loaded, population, what_if, halfway)


def asked_before(file: Path, data: Path | None) -> Asked:
    """Raises HalfwayUnreadable, and HalfwayOfOther when the world or the people are not the same."""
    from ruimbaan.analytics.simulation.errors import HalfwayOfOther, HalfwayUnreadable
    from ruimbaan.analytics.simulation.halfway import read_halfway
    from ruimbaan.integrations.population import load_population
    from ruimbaan.integrations.regions import REPOSITORY, load_region
    from ruimbaan.integrations.what_if import what_if_from

    halfway = read_halfway(file)
    region = halfway.content.get("region")
    if not isinstance(region, str):
        raise HalfwayUnreadable(file=file.name, reason="region")
    loaded = load_region(region, data=data or REPOSITORY)
    population = load_population(loaded, data or REPOSITORY)
    for what, then, now in (
        (f"demo/{region}, regels", halfway.world, loaded.world.digest),
        (f"demo/bevolking/{region}.yaml", halfway.people, population.digest),
    ):
        if then != now:
            raise HalfwayOfOther(file=file.name, what=what)
    what_if = what_if_from(dict(halfway.content), file.name, loaded.world)
    return Asked(loaded, population, what_if, halfway)
