# SPDX-License-Identifier: EUPL-1.2
"""The page of one place, or of one step on paper on the way to a place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ruimbaan.core.directory.service import Gift, Loss, Opening, Service, Weekday
from ruimbaan.core.kernel.texts import Text
from ruimbaan.parts.directory.models import Listing
from ruimbaan.parts.directory.presentation.asked import (
    Asked,
    Behind,
    all_asked,
    behind,
    fact_label,
    facts_of,
    place_link,
)
from ruimbaan.parts.directory.presentation.details import Details, details
from ruimbaan.parts.directory.presentation.found import checked_words, tag_of_listing
from ruimbaan.parts.directory.presentation.saying import (
    about,
    cost_words,
    gate_text,
    kind_words,
    language,
    said,
    wait_words,
)
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.directory.store.reading import is_made_up
from ruimbaan.parts.directory.wording import wording
from ruimbaan.parts.discretion.queries import agreements_by_touch
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
class Planned:
    """What the planner knows of it: what is asked, given and taken, and where it leads."""

    sooner: Sooner | None
    closed: Behind | None
    asked: tuple[Asked, ...]
    gets: tuple[Effect, ...]
    loses: tuple[Effect, ...]
    bring: str
    leads_to: tuple[Link, ...]
    date: str


@dataclass(frozen=True, slots=True)
class PlacePage:
    """`planned` is None for a place that came in from elsewhere without our profile; `agreed` are
    the working agreements that help there; `suits` leads to why, or why not, for made-up people."""

    region: str
    region_code: str
    code: str
    crumbs: tuple[Link, ...]
    title: str
    lead: str
    tag: Tag
    facts: tuple[Fact, ...]
    checked: str
    details: Details
    planned: Planned | None
    is_made_up: bool
    agreed: tuple[Link, ...] = ()
    suits: tuple[Link, ...] = ()


def place_page(region: Region, one: Listing, today: date) -> PlacePage:
    service = region.world.services.get(one.code)
    title = said(Text(one.name, one.name_en))
    here = said(region.title)
    return PlacePage(
        region=here,
        region_code=region.id,
        code=one.code,
        crumbs=(
            Link(_("Zoek steun"), reverse("directory:regions")),
            Link(here, reverse("directory:places", args=[region.id])),
            Link(title),
        ),
        title=title,
        lead=kind_words(one.kind),
        tag=tag_of_listing(one) if one.is_place else Tag(_("Een stap op weg")),
        facts=tuple(_facts(region, one, service)),
        checked=checked_words(one),
        details=details(one),
        planned=_planned(region, one, service) if service else None,
        is_made_up=is_made_up(table="service", uid=one.uid),
        agreed=agreements_by_touch(region.id, today).get(one.code, ()),
        suits=tuple(_suits(region, one)) if service and one.is_place else (),
    )


def _suits(region: Region, one: Listing) -> Iterator[Link]:
    for person in region.people:
        url = reverse("routecheck:example-why", args=[person])
        words = _("Waarom wel of niet voor %(name)s") % {"name": person.capitalize()}
        yield Link(words, f"{url}?plek={one.code}#not-there")


def _planned(region: Region, one: Listing, service: Service) -> Planned:
    day = service.wait.as_of or region.world.as_of
    return Planned(
        sooner=_sooner(region, service),
        closed=behind(region, service.opens.rule) if service.opens else None,
        asked=all_asked(region, service.needs, service.id),
        gets=tuple(_gets(region, service)),
        loses=tuple(_lose(region, loss) for loss in service.takes),
        bring=said(service.bring),
        leads_to=() if one.is_place else tuple(_leads_to(region, service)),
        date=written_date(day, language(), year=True),
    )


def opening_words(region: Region, opening: Opening) -> str:
    if opening.every:
        words = _("elke %(time)s, het eerst op %(day)s")
        day = written_date(_next(region, opening, opening.every), language(), year=True)
        return words % {"time": about(opening.every), "day": day}
    names = [said(wording().weekdays[day.value]) for day in opening.weekdays]
    numbers = [WEEK.index(day) for day in opening.weekdays]
    if len(numbers) > 2 and numbers == list(range(numbers[0], numbers[-1] + 1)):
        return _("%(first)s tot en met %(last)s") % {"first": names[0], "last": names[-1]}
    return ", ".join(names)


def _next(region: Region, opening: Opening, every: int) -> date:
    """The first day from today on, or from the first one there is."""
    first = region.world.as_of + timedelta(days=opening.first)
    over = max(0, (timezone.localdate() - first).days)
    return first + timedelta(days=-(-over // every) * every)


def _facts(region: Region, one: Listing, service: Service | None) -> Iterator[Fact]:
    unknown = _("weten we niet")
    payer = wording().frames.get(one.frame)
    yield Fact(_("Wie dit doet"), one.organisation or unknown, not one.organisation)
    if one.is_place:
        yield Fact(_("Naar binnen"), gate_text(one.gate))
    yield Fact(_("Wachten"), wait_words(one.wait_days), one.wait_days is None)
    if service:
        yield from _planned_facts(region, service)
    if one.is_free is not None:
        yield Fact(_("Kosten"), cost_words(is_free=one.is_free))
    yield Fact(_("Wie betaalt"), said(payer) if payer else unknown, payer is None)


def _planned_facts(region: Region, service: Service) -> Iterator[Fact]:
    wait = service.wait
    if wait.p90 and wait.days and wait.p90 > wait.days:
        yield Fact(_("Soms duurt het langer"), _("tot %(time)s") % {"time": about(wait.p90)})
    if service.opens:
        yield Fact(_("Wanneer je kunt beginnen"), opening_words(region, service.opens))
    if service.lasts:
        yield Fact(_("Zo lang duurt het"), about(service.lasts))


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
