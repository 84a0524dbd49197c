# SPDX-License-Identifier: EUPL-1.2
"""A world as it was read: ready to plan in, for each of its persons and situations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ruimbaan.core.journey.situation import Situation
from ruimbaan.core.planner.world import World, receiving
from ruimbaan.core.rules.fact import Fact
from ruimbaan.integrations.worldfile import meaning_errors as wrong
from ruimbaan.integrations.worldfile.digest import digest_of
from ruimbaan.integrations.worldfile.places import Place
from ruimbaan.integrations.worldfile.problems import WorldWarning, did_you_mean, shown


@dataclass(frozen=True, slots=True)
class Case:
    """What a small situation leaves out, and what a planner must say about it."""

    id: str
    without: tuple[str, ...] = ()
    kind: str = ""
    contains: tuple[str, ...] = ()
    arrival: int | None = None
    sentence: str = ""
    cuts: tuple[tuple[str, ...], ...] = ()
    cost: int | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class LoadedWorld:
    """`situations` has the persons first, then the small situations, in the order of the files;
    `cases` has what the small situations say besides; `starts` want nothing: they are for checking
    a rulebook."""

    world: World
    situations: Mapping[str, Situation]
    cases: Mapping[str, Case] = field(default_factory=dict)
    starts: Mapping[str, Situation] = field(default_factory=dict)
    warnings: tuple[WorldWarning, ...] = ()

    @property
    def persons(self) -> tuple[str, ...]:
        """The names of the persons, without the small situations."""
        return tuple(name for name in self.situations if name not in self.cases)

    def for_person(self, name: str) -> tuple[World, Situation]:
        """The world as it is for this person, and where the person stands.

        Raises UnknownPerson.
        """
        if name not in self.situations:
            raise wrong.UnknownPerson(
                self._place, name=shown(name), known=self._known, suggestion=self._nearest(name)
            )
        case = self.cases.get(name)
        world = leave_out(self.world, case.without) if case else self.world
        return world, self.situations[name]

    def only_person(self) -> str:
        """The one person of this world, or its one situation. Raises NobodyHere, PersonNotChosen."""
        choice = self.persons or tuple(self.situations)
        if not choice:
            raise wrong.NobodyHere(self._place)
        if len(choice) > 1:
            raise wrong.PersonNotChosen(self._place, count=len(choice), known=self._known)
        return choice[0]

    @property
    def _place(self) -> Place:
        return Place(self.world.region)

    @property
    def _known(self) -> str:
        return ", ".join(list(self.situations)[:20])

    def _nearest(self, name: str) -> object:
        return did_you_mean(name, self.situations)


def leave_out(world: World, services: tuple[str, ...]) -> World:
    """The same world without these services. What needs them names a fact that nobody gives."""
    gone = [world.services[name] for name in services if name in world.services]
    kept = {name: found for name, found in world.services.items() if name not in services}
    received = {
        receiving(service.id): Fact(receiving(service.id), service.label, short=service.label)
        for service in gone
    }
    smaller = replace(world, services=kept, facts={**received, **world.facts})
    return replace(smaller, digest=digest_of(smaller))
