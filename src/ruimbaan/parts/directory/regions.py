# SPDX-License-Identifier: EUPL-1.2
"""The regions of this installation: rules and made-up people from their files, services from the
directory. Read again as soon as the directory has changed, in whatever process that happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, lru_cache, partial

from ruimbaan.core.journey.routecheck import Surroundings
from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.kernel.texts import Text
from ruimbaan.core.planner.world import World, counted_from, receiving
from ruimbaan.integrations import regions
from ruimbaan.integrations.directory import load_world_of_directory
from ruimbaan.integrations.rulebook import load_rulebook
from ruimbaan.parts.directory.models import DirectoryState
from ruimbaan.parts.directory.plain import in_plain_words
from ruimbaan.parts.directory.store.reading import is_made_up, region_package


@dataclass(frozen=True, slots=True)
class SmallCase:
    """A deadlock of the field in as few words as can be; the services in `without` are not there."""

    situation: Situation
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """`world` is what is planned in, in plain words; `people` are made up, by name; `cases` are
    small situations, by name; `starts` are those that many people begin from. `version` says which
    state of the directory this is;
    `is_made_up` that every place in it comes from the files of a demo."""

    id: str
    title: Text
    world: World
    people: Mapping[str, Situation]
    cases: Mapping[str, SmallCase] = field(default_factory=dict)
    version: str = ""
    starts: tuple[Situation, ...] = ()
    is_made_up: bool = False

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


def list_names() -> tuple[str, ...]:
    """The names of all regions; none when this installation has no data of any region."""
    try:
        return regions.list_regions()
    except regions.NoRegions:
        return ()


def list_regions() -> Mapping[str, Region]:
    """Every region of this installation, by name."""
    versions = dict(DirectoryState.objects.values_list("region", "version"))
    return {name: _versions_of(name)(versions.get(name, "")) for name in list_names()}


def region_on(name: str, day: date) -> Region | None:
    """The region as it stands on `day`, or on the day of its map when that is later: who asks today
    gets days from today on, under the rules of today. None when it is not there."""
    region = list_regions().get(name)
    if region is None or day <= region.world.as_of:
        return region
    return _days_of(name)(region.version, day)


@cache
def _days_of(name: str) -> Callable[[str, date], Region]:
    """Per region, so that many regions do not push each other out: today, yesterday for who is still
    on a page, and the same again while the directory changes."""
    return lru_cache(maxsize=4)(partial(_region_on, name))


def _region_on(name: str, version: str, day: date) -> Region:
    on_map = _versions_of(name)(version)
    loaded = load_world_of_directory(name, region_package(name).of("service"), as_of=day).loaded
    world = counted_from(replace(loaded.world, as_of=on_map.world.as_of), day)
    rulebook = load_rulebook(regions.region_files(name))
    return replace(on_map, world=in_plain_words(world, rulebook))


@cache
def _versions_of(name: str) -> Callable[[str], Region]:
    return lru_cache(maxsize=4)(partial(_region, name))


def _region(name: str, version: str) -> Region:
    loaded = load_world_of_directory(name, region_package(name).of("service")).loaded
    rulebook = load_rulebook(regions.region_files(name))
    return Region(
        id=name,
        title=Text(loaded.world.title),
        world=in_plain_words(loaded.world, rulebook),
        people={person: loaded.situations[person] for person in loaded.persons},
        cases={
            name: SmallCase(loaded.situations[name], case.without)
            for name, case in loaded.cases.items()
        },
        version=version,
        starts=tuple(loaded.starts.values()),
        is_made_up=is_made_up(region=name, table="service"),
    )
