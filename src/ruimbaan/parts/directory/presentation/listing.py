# SPDX-License-Identifier: EUPL-1.2
"""The places of a region as a list: what was looked for, what was found and on which word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.finding import Hit, Match, find
from ruimbaan.core.directory.service import Service
from ruimbaan.parts.directory import queries
from ruimbaan.parts.directory.presentation.place import tag_of
from ruimbaan.parts.directory.presentation.saying import (
    gate_words,
    said,
    wait_words,
    what_it_is,
)
from ruimbaan.parts.directory.regions import Region
from ruimbaan.parts.directory.wording import wording
from ruimbaan.ui.components import Fact, Link, Option, Tag

WORDS, DOMAIN = "zoek", "gebied"
FREE, OPEN, INITIATIVE = "zo-binnen", "zonder-brief", "initiatief"
LONGEST = 200  # characters of a question


@dataclass(frozen=True, slots=True)
class Looking:
    """What someone looks for. Lives for one request only."""

    words: str = ""
    domain: str = ""
    free: bool = False
    open: bool = False
    initiative: bool = False

    @property
    def is_filtered(self) -> bool:
        return bool(self.domain) or self.free or self.open or self.initiative

    def lets_through(self, service: Service) -> bool:
        gate = queries.gate_of(service)
        return (
            (not self.domain or service.domain == self.domain)
            and (not self.free or (gate.free and not service.wait.days))
            and (not self.open or gate.open)
            and (not self.initiative or service.initiative)
        )


@dataclass(frozen=True, slots=True)
class Found:
    title: str
    url: str
    what: str
    tag: Tag
    who: str
    facts: tuple[Fact, ...]
    fits: str


@dataclass(frozen=True, slots=True)
class Listing:
    """`without_filters` leads to the same words without a filter, when those have a result."""

    region: str
    crumbs: tuple[Link, ...]
    words: str
    domains: tuple[Option, ...]
    filters: tuple[Option, ...]
    count: str
    found: tuple[Found, ...]
    looked: bool
    without_filters: str
    everything: str


def read(asked: QueryDict) -> Looking:
    """What is not understood is left out: an address that was cut off still shows a list."""
    domain = asked.get(DOMAIN, "")
    return Looking(
        words=" ".join(asked.get(WORDS, "").replace("\0", "").split())[:LONGEST],
        domain=domain if domain in wording().domains else "",
        free=asked.get(FREE) == "1",
        open=asked.get(OPEN) == "1",
        initiative=asked.get(INITIATIVE) == "1",
    )


def listing(region: Region, looking: Looking) -> Listing:
    services = region.world.services
    hits = find(queries.places(region.id), looking.words)
    found = tuple(
        _found(region, services[hit.id], hit)
        for hit in hits
        if looking.lets_through(services[hit.id])
    )
    here = said(region.title)
    address = reverse("directory:places", args=[region.id])
    words = ngettext("%(n)d plek in %(region)s", "%(n)d plekken in %(region)s", len(found))
    return Listing(
        region=here,
        crumbs=(Link(_("Zoek steun"), reverse("directory:regions")), Link(here)),
        words=looking.words,
        domains=tuple(_domains(region, looking)),
        filters=(
            Option(FREE, _("Zo naar binnen lopen"), checked=looking.free),
            Option(OPEN, _("Zonder verwijsbrief of besluit"), checked=looking.open),
            Option(INITIATIVE, _("Initiatief uit de buurt"), checked=looking.initiative),
        ),
        count=words % {"n": len(found), "region": here},
        found=found,
        looked=bool(looking.words) or looking.is_filtered,
        without_filters=_without_filters(address, looking) if hits and not found else "",
        everything=address,
    )


def _without_filters(address: str, looking: Looking) -> str:
    """The same words, asked again without a filter."""
    asked = QueryDict(mutable=True)
    asked[WORDS] = looking.words
    return f"{address}?{asked.urlencode()}" if looking.words else address


def _domains(region: Region, looking: Looking) -> Iterator[Option]:
    there = {one.domain for one in region.world.services.values() if queries.is_place(one)}
    yield Option("", _("Alles"), checked=not looking.domain)
    for code, text in wording().domains.items():
        if code in there:
            yield Option(code, said(text), checked=code == looking.domain)


def _found(region: Region, service: Service, hit: Hit) -> Found:
    return Found(
        title=said(service.label),
        url=reverse("directory:place", args=[region.id, service.id]),
        what=what_it_is(service),
        tag=tag_of(service),
        who=service.provider,
        facts=(
            Fact(_("Naar binnen"), gate_words(service)),
            Fact(_("Wachten"), wait_words(service.wait.days), service.wait.days is None),
        ),
        fits=", ".join(map(_fits, hit.matches)),
    )


def _fits(match: Match) -> str:
    return f"{match.asked} ({match.found})" if match.is_part else match.asked
