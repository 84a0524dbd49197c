# SPDX-License-Identifier: EUPL-1.2
"""The page of one place, or of one step on paper on the way to a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from ruimbaan.core.directory.service import Gift, Loss, Opening, Service, Weekday
from ruimbaan.parts.directory.presentation.asked import (
    Asked,
    Behind,
    all_asked,
    behind,
    fact_label,
    facts_of,
    place_link,
)
from ruimbaan.parts.directory.presentation.saying import (
    about,
    gate_words,
    language,
    said,
    wait_words,
    what_it_is,
)
from ruimbaan.parts.directory.queries import is_place
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.directory.wording import wording
from ruimbaan.ui.components import Fact, Link, Tag
from ruimbaan.ui.pictures.words import written_date

WEEK = list(Weekday)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one gets or may lose there, with notes on when, and the rule behind it."""

    text: str
    notes: tuple[str, ...] = ()
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class Sooner:
    text: str
    behind: Behind | None


@dataclass(frozen=True, slots=True)
class PlacePage:
    region: str
    crumbs: tuple[Link, ...]
    title: str
    lead: str
    tag: Tag
    facts: tuple[Fact, ...]
    sooner: Sooner | None
    closed: Behind | None
    asked: tuple[Asked, ...]
    gets: tuple[Effect, ...]
    loses: tuple[Effect, ...]
    bring: str
    leads_to: tuple[Link, ...]
    date: str


def place_page(region: Region, service: Service) -> PlacePage:
    label = said(service.label)
    here = said(region.title)
    crumbs = (
        Link(_("Zoek steun"), reverse("directory:regions")),
        Link(here, reverse("directory:places", args=[region.id])),
        Link(label),
    )
    return PlacePage(
        region=here,
        crumbs=crumbs,
        title=label,
        lead=what_it_is(service),
        tag=tag_of(service),
        facts=tuple(_facts(region, service)),
        sooner=_sooner(region, service),
        closed=behind(region, service.opens.rule) if service.opens else None,
        asked=all_asked(region, service.needs, service.id),
        gets=tuple(_gets(region, service)),
        loses=tuple(_lose(region, loss) for loss in service.takes),
        bring=said(service.bring),
        leads_to=() if is_place(service) else tuple(_leads_to(region, service)),
        date=written_date(service.wait.as_of or region.world.as_of, language(), year=True),
    )


def tag_of(service: Service) -> Tag:
    """Where support comes from, said in the same way for all: none is more than another."""
    if not is_place(service):
        return Tag(_("Een stap op weg"))
    if service.initiative:
        return Tag(_("Initiatief uit de buurt"), "main")
    return Tag(said(wording().domains[service.domain]))


def opening_words(region: Region, opening: Opening) -> str:
    if opening.every:
        first = region.world.as_of + timedelta(days=opening.first)
        words = _("elke %(time)s, het eerst op %(day)s")
        day = written_date(first, language(), year=True)
        return words % {"time": about(opening.every), "day": day}
    names = [said(wording().weekdays[day.value]) for day in opening.weekdays]
    numbers = [WEEK.index(day) for day in opening.weekdays]
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return _("%(first)s tot en met %(last)s") % {"first": names[0], "last": names[-1]}
    return ", ".join(names)


def _facts(region: Region, service: Service) -> Iterator[Fact]:
    unknown = _("weten we niet")
    payer = wording().frames.get(service.frame)
    yield Fact(_("Wie dit doet"), service.provider or unknown, not service.provider)
    if is_place(service):
        yield Fact(_("Naar binnen"), gate_words(service))
    yield Fact(_("Wachten"), wait_words(service.wait.days), service.wait.days is None)
    if service.wait.p90 and service.wait.days and service.wait.p90 > service.wait.days:
        yield Fact(
            _("Soms duurt het langer"), _("tot %(time)s") % {"time": about(service.wait.p90)}
        )
    if service.opens:
        yield Fact(_("Wanneer je kunt beginnen"), opening_words(region, service.opens))
    if service.lasts:
        yield Fact(_("Zo lang duurt het"), about(service.lasts))
    yield Fact(_("Wie betaalt"), said(payer) if payer else unknown, payer is None)


def _sooner(region: Region, service: Service) -> Sooner | None:
    wait = service.wait
    found = behind(region, wait.rule)
    if found is None or wait.shorten_to is None or wait.shorten_to >= (wait.days or 0):
        return None
    if wait.shorten_to == 0:
        return Sooner(_("Soms hoef je niet te wachten."), found)
    return Sooner(_("Soms kan het in %(time)s.") % {"time": about(wait.shorten_to)}, found)


def _gets(region: Region, service: Service) -> Iterator[Effect]:
    """Each thing once, also when it is given twice: during the support, and after it."""
    for fact in dict.fromkeys(gift.fact for gift in service.gives):
        notes = (_note(service, gift) for gift in service.gives if gift.fact == fact)
        yield Effect(f"{fact_label(region, fact)}.", tuple(note for note in notes if note))


def _note(service: Service, gift: Gift) -> str:
    if gift.while_receiving:
        return _("Zolang je deze steun krijgt.")
    if gift.valid is None:
        return ""
    words = _("Daarna nog %(time)s.") if service.lasts else _("Dit geldt %(time)s.")
    return words % {"time": about(gift.valid)}


def _lose(region: Region, loss: Loss) -> Effect:
    notes = (_("Dit begint na %(time)s.") % {"time": about(loss.after)},) if loss.after else ()
    return Effect(f"{fact_label(region, loss.fact)}.", notes, behind(region, loss.rule))


def _leads_to(region: Region, step: Service) -> Iterator[Link]:
    given = {gift.fact for gift in step.gives}
    for service in region.world.services.values():
        if service.id != step.id and any(given & facts_of(need) for need in service.needs):
            yield place_link(region, service.id)
