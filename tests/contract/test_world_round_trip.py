# SPDX-License-Identifier: EUPL-1.2
"""A world written as a file and read again is the same world."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.planner.solve import solve
from ruimbaan.core.planner.world import World
from ruimbaan.integrations.worldfile import load_world
from tests.contract.worlds.as_yaml import as_yaml
from tests.contract.worlds.writing import EXAMPLE, write
from tests.core.twins.clashing_worlds import clashing_case
from tests.core.twins.worlds import random_case


@settings(max_examples=150)
@given(st.integers(min_value=0, max_value=2**32), st.booleans())
def test_what_is_written_is_what_is_read(seed, clashing):
    rng = Random(seed)
    world, situation = clashing_case(rng) if clashing else random_case(rng, losses=True)
    world = as_a_file_allows(world)

    with TemporaryDirectory() as folder:
        loaded = load_world(write(Path(folder), as_yaml(world, situation)))

    helpers = tuple(sorted(world.helpers, key=lambda helper: helper.fact))
    assert replace(loaded.world, digest="") == replace(world, helpers=helpers)
    assert loaded.situations == {situation.id: situation}


def as_a_file_allows(world: World) -> World:
    """A file refuses a "shorter" wait that is longer; the planner takes it as no gain."""
    services = {}
    for name, service in world.services.items():
        wait = service.wait
        if wait.days is not None and wait.shorten_to is not None:
            wait = replace(wait, shorten_to=min(wait.days, wait.shorten_to))
        services[name] = replace(service, wait=wait)
    return replace(world, services=services)


def test_the_example_written_again_gives_the_same_plans(tmp_path):
    world, stella = load_world(EXAMPLE).for_person("stella")

    again = load_world(write(tmp_path, as_yaml(world, stella)))

    plans, same = solve(world, stella).front, solve(*again.for_person("stella")).front
    assert len(plans) == 4
    assert [(p.lateness, p.flexed, p.arrivals, p.uncovered) for p in plans] == [
        (p.lateness, p.flexed, p.arrivals, p.uncovered) for p in same
    ]
