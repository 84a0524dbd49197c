# SPDX-License-Identifier: EUPL-1.2
"""What was worked out beforehand for the made-up regions is of those regions as they are now: else its
pages begin with a sentence that something changed since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ruimbaan.integrations.population import load_population
from ruimbaan.integrations.regions import load_region
from tools.paths import ROOT

FILES = sorted(
    path for name in ("rangorde.json", "wat-als.json") for path in ROOT.glob(f"demo/*/{name}")
)
ANEW = "work it out anew, with the command in docs/explanation/{}"
PAGES = {"rangorde.json": "which-rule-first.md", "wat-als.json": "what-if.md"}


def test_each_region_has_its_ranking():
    names = {path.parent.name for path in FILES if path.name == "rangorde.json"}

    assert names == {"waalstad", "vestingstad", "grachtstad"}


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_it_is_of_this_world_and_these_people(file: Path):
    told = json.loads(file.read_text())
    told = told.get("ranking", told)
    region = load_region(file.parent.name)

    assert told["region"] == file.parent.name
    advice = ANEW.format(PAGES[file.name])
    assert told["world"] == region.world.digest, advice
    assert told["population"] == load_population(region).digest, advice
