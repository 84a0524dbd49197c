# SPDX-License-Identifier: EUPL-1.2
"""What a place asks of who comes, each thing with the rule behind it and with where to get it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, product

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.directory.service import AllOf, Anchor, AnyOf, Condition, Need
from ruimbaan.core.planner.sentences import beside_its_title
from ruimbaan.core.planner.world import receiving
from ruimbaan.core.rules.fact import FactKind
from ruimbaan.parts.directory.presentation.saying import about, language, said
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.rulebook.services import rule_url
from ruimbaan.ui.components import Link

Way = tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """The rule behind something, and who may say yes to doing without it."""

    title: str
    url: str
    who: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing that is asked, as a sentence; `notes` say when it counts, `sources` who gives it.
    `is_of_region`: not who comes but the region itself must see to it."""

    text: str
    notes: tuple[str, ...]
    behind: Behind | None
    sources: tuple[Link, ...]
    is_of_region: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Of several `ways` one is enough; in each way all things count."""

    ways: tuple[tuple[Thing, ...], ...]


def all_asked(region: Region, needs: tuple[Need, ...], own_id: str) -> tuple[Asked, ...]:
    separate = chain.from_iterable(
        need.parts if isinstance(need, AllOf) else (need,) for need in needs
    )
    return tuple(
        Asked(tuple(tuple(_thing(region, one, own_id) for one in way) for way in ways_of(need)))
        for need in separate
    )


def ways_of(need: Need) -> tuple[Way, ...]:
    """Every way to meet this need: one way is enough, all conditions of a way must hold."""
    if isinstance(need, Condition):
        return ((need,),)
    if isinstance(need, AnyOf):
        return tuple(chain.from_iterable(ways_of(option) for option in need.options))
    parts = product(*(ways_of(part) for part in need.parts))
    return tuple(tuple(chain.from_iterable(way)) for way in parts)


def facts_of(need: Need) -> frozenset[str]:
    """Everything this need asks to be so."""
    return frozenset(one.fact for way in ways_of(need) for one in way if one.holds)


def behind(region: Region, rule: str | None) -> Behind | None:
    found = region.world.rules.get(rule or "")
    if found is None:
        return None
    return Behind(said(found.title), rule_url(found.id), beside_its_title(found, language()))


def place_link(region: Region, service: str) -> Link:
    found = region.world.services[service]
    return Link(said(found.label), reverse("directory:place", args=[region.id, service]))


def fact_label(region: Region, fact: str) -> str:
    """A fact as a sentence without its full stop; being helped somewhere is said by its name."""
    world = region.world
    if fact in world.facts:
        return said(world.facts[fact].label)
    service = world.services.get(fact.removeprefix(receiving("")))
    return said(service.label) if service else fact.replace("-", " ")


def _thing(region: Region, asked: Condition, own_id: str) -> Thing:
    label = fact_label(region, asked.fact)
    text = f"{label}." if asked.holds else _("Dit mag niet zo zijn: “%(fact)s”.") % {"fact": label}
    fact = region.world.facts.get(asked.fact)
    return Thing(
        text,
        _notes(region, asked),
        behind(region, asked.rule),
        _sources(region, asked, own_id),
        is_of_region=bool(fact and fact.kind is FactKind.REGION),
    )


def _notes(region: Region, asked: Condition) -> tuple[str, ...]:
    fact = region.world.facts.get(asked.fact)
    notes = []
    if asked.for_at_least:
        notes.append(_("Minstens %(time)s lang.") % {"time": about(asked.for_at_least)})
    if asked.within:
        notes.append(_("Dit telt tot %(time)s terug.") % {"time": about(asked.within)})
    if asked.at is Anchor.START:
        notes.append(_("Dit telt op de dag dat je begint."))
    if fact and fact.kind is FactKind.REGION:
        notes.append(_("Hier hoef jij niets voor te doen."))
    return tuple(notes)


def _sources(region: Region, asked: Condition, own_id: str) -> tuple[Link, ...]:
    if not asked.holds:
        return ()
    services = region.world.services.values()
    return tuple(
        place_link(region, service.id)
        for service in services
        if service.id != own_id
        and (
            receiving(service.id) == asked.fact
            or any(gift.fact == asked.fact for gift in service.gives)
        )
    )
