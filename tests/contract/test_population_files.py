# SPDX-License-Identifier: EUPL-1.2
"""The files of made-up people: they hold to their schema, and what is wrong in one is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from ruimbaan.integrations.population import FOLDER, load_population
from ruimbaan.integrations.population.errors import NoPopulation, PopulationInvalid
from ruimbaan.integrations.regions import REPOSITORY, list_regions, load_region

Content = dict[str, Any]


@pytest.mark.parametrize("region", list_regions())
def test_every_region_has_people_and_every_number_says_where_it_is_from(region: str):
    population = load_population(load_region(region))
    sources = {kind.source for kind in population.kinds}
    sources |= {one.source for trait in population.traits for one in trait.chances}
    sources |= {one.source for wish in population.wishes for one in wish.chances}

    assert population.region == region
    assert sources == set(population.sources) == {"fictional"}
    assert all(said.nl and said.en for said in population.sources.values())


def change(content: Content, *path: str | int, to: object) -> None:
    *way, last = path
    found: Any = content
    for step in way:
        found = found[step]
    found[last] = to


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        ("region", lambda one: change(one, "region", to="grachtstad")),
        ("kinds", lambda one: change(one, "kinds", 0, "share", to=151)),
        ("kinds/0/start", lambda one: change(one, "kinds", 0, "start", to="op-de-maan")),
        ("kinds/0/source", lambda one: change(one, "kinds", 0, "source", to="gehoord")),
        ("traits/0/fact", lambda one: change(one, "traits", 0, "fact", to="vleugels")),
        (
            "traits/0/chances/0",
            lambda one: change(one, "traits", 0, "chances", 0, "when", to=["x"]),
        ),
        ("traits/1/chances/0", lambda one: change(one, "traits", 1, "chances", 0, "often", to=1)),
        ("wishes/0/needed_by", lambda one: change(one, "wishes", 0, "needed_by", to={"9": 999})),
        ("wishes", lambda one: one["wishes"].append(one["wishes"][0])),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, where: str, wrong: Callable[[Content], None]
):
    loaded = load_region("waalstad")
    file = tmp_path / FOLDER / "waalstad.yaml"
    file.parent.mkdir(parents=True)
    content: Content = yaml.safe_load((REPOSITORY / FOLDER / file.name).read_text("utf-8"))
    wrong(content)
    file.write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(PopulationInvalid) as raised:
        load_population(loaded, tmp_path)

    assert raised.value.details["where"] == where


def test_a_region_without_people_says_which_file_is_missing(tmp_path: Path):
    with pytest.raises(NoPopulation) as raised:
        load_population(load_region("waalstad"), tmp_path)

    assert "demo/bevolking/waalstad.yaml" in raised.value.explain("en").cause


def test_a_file_that_is_no_yaml_is_said_to_be_so(tmp_path: Path):
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "waalstad.yaml").write_text("region: [", encoding="utf-8")
    with pytest.raises(PopulationInvalid):
        load_population(load_region("waalstad"), tmp_path)
