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
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.fact import StorePolicy
from ruimbaan.integrations import regions
from ruimbaan.integrations.routecheck import load_questionnaire
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.parts.routecheck.plain import in_plain_words

REGION = "region"  # the question that says where help is wanted
QUESTIONS = Path(__file__).parent / "content" / "routecheck.yaml"


@dataclass(frozen=True, slots=True)
class Region:
    """`world` is what is planned in, in plain words; `people` are made up, by name."""

    id: str
    title: Text
    world: World
    people: Mapping[str, Situation]

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
    return {name: _region(name) for name in names}


def _region(name: str) -> Region:
    loaded = regions.load_region(name)
    rulebook = load_rulebook(regions.region_files(name))
    return Region(
        id=name,
        title=Text(loaded.world.title),
        world=in_plain_words(loaded.world, rulebook),
        people={person: loaded.situations[person] for person in loaded.persons},
    )


@lru_cache(maxsize=1)
def questionnaire() -> Questionnaire:
    return load_questionnaire(
        QUESTIONS, {region.id: region.title for region in list_regions().values()}
    )


@lru_cache(maxsize=1)
def never_kept() -> frozenset[str]:
    """Facts that no file may hold, wherever one lives."""
    found = {
        fact.id
        for region in list_regions().values()
        for fact in region.world.facts.values()
        if fact.store is StorePolicy.NEVER
    }
    return frozenset(found | set(questionnaire().never_set))


def region_of_person(person: str) -> Region | None:
    """The region in which this made-up person lives."""
    return next((region for region in list_regions().values() if person in region.people), None)


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
