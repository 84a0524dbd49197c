# SPDX-License-Identifier: EUPL-1.2
"""The questions and the regions: read once per process, the same for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from ruimbaan.core.journey.answers import Answers
from ruimbaan.core.journey.questionnaire import Questionnaire
from ruimbaan.core.journey.routecheck import Interpreted, Surroundings, situation_of
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.integrations import regions
from ruimbaan.integrations.routecheck import load_questionnaire
from ruimbaan.integrations.worldfile.loaded import LoadedWorld

REGION = "region"  # the question that says where help is wanted
QUESTIONS = Path(__file__).parent / "content" / "routecheck.yaml"


@dataclass(frozen=True, slots=True)
class Region:
    id: str
    title: Text
    loaded: LoadedWorld

    @property
    def world(self) -> World:
        return self.loaded.world

    @property
    def surroundings(self) -> Surroundings:
        received: dict[int, list[str]] = {}
        for service in self.world.services.values():
            if service.type is not None:
                received.setdefault(service.type, []).append(receiving(service.id))
        facts = {*self.world.facts, *(receiving(service) for service in self.world.services)}
        return Surroundings(
            day_0=self.world.as_of,
            facts=frozenset(facts),
            received={number: tuple(names) for number, names in received.items()},
        )


@lru_cache(maxsize=1)
def list_regions() -> Mapping[str, Region]:
    """Every region of this installation, by name; none when it has no data of any region."""
    try:
        names = regions.list_regions()
    except regions.NoRegions:
        return {}
    loaded = ((name, regions.load_region(name)) for name in names)
    return {name: Region(name, Text(one.world.title), one) for name, one in loaded}


@lru_cache(maxsize=1)
def questionnaire() -> Questionnaire:
    return load_questionnaire(
        QUESTIONS, {region.id: region.title for region in list_regions().values()}
    )


def region_of(answers: Answers) -> Region | None:
    """The region that was chosen, if any."""
    names = answers.chosen.get(REGION, ())
    return next((list_regions()[name] for name in names if name in list_regions()), None)


def day_0(answers: Answers) -> date:
    return _somewhere(answers).world.as_of


def interpreted(answers: Answers) -> Interpreted:
    """What the answers say. Without a region the facts are read as in the first one."""
    return situation_of(questionnaire(), answers, _somewhere(answers).surroundings)


def _somewhere(answers: Answers) -> Region:
    return region_of(answers) or next(iter(list_regions().values()))


def find_region(name: str) -> Region | None:
    return list_regions().get(name)
