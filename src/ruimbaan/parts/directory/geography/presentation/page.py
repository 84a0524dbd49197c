# SPDX-License-Identifier: EUPL-1.2
"""Where support is, by district or nearest first. Where the reader looks from lives for one request
only: it is in no cookie, no log and no database."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ruimbaan.core.directory.geography.addresses import Address, by_district, seen_from
from ruimbaan.core.directory.geography.grid import Point
from ruimbaan.parts.directory.geography.presentation.drawn import numbered_map, pictures
from ruimbaan.parts.directory.geography.presentation.words import distance_words, name_of
from ruimbaan.parts.directory.geography.queries import Town, place_of
from ruimbaan.parts.directory.presentation.saying import said
from ruimbaan.parts.directory.regions import Region
from ruimbaan.ui.components import Link, Option, Table

DISTRICT, POSTCODE = "wijk", "postcode"
LONGEST = 120  # characters of what is asked
MOST_LISTED = 200  # addresses on one page; a larger region shows its districts first
MOST_NEAR = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """Where somebody looks from. `is_unknown`: something was typed and we do not know it."""

    words: str = ""
    postcode: str = ""
    place: str = ""
    point: Point | None = None

    @property
    def is_unknown(self) -> bool:
        return bool(self.words) and self.point is None


@dataclass(frozen=True, slots=True)
class Spot:
    """`number` is that on the map, or nothing; `away` the distance, or nothing."""

    number: str
    street: str
    where: str
    way: str
    away: str
    hosts: tuple[Host, ...]


@dataclass(frozen=True, slots=True)
class Host:
    """An organisation, and its support at one address."""

    name: str
    services: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """`url` leads to the addresses themselves, when there are too many for one page."""

    title: str
    count: str
    spots: tuple[Spot, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class MapPage:
    region: str
    crumbs: tuple[Link, ...]
    asked: Asked
    districts: tuple[Option, ...]
    title: str
    groups: tuple[Group, ...]
    elsewhere: tuple[Host, ...]
    wide: SafeString
    narrow: SafeString
    table: Table
    source: str
    everything: str


def read(region: str, asked: QueryDict) -> Asked:
    """A postcode says more than a district. What is not understood is said, and shows everything."""
    postcode, district = (
        " ".join(asked.get(name, "").replace("\0", "").split())[:LONGEST]
        for name in (POSTCODE, DISTRICT)
    )
    words = postcode or district
    found = place_of(region, words) if words else None
    return Asked(words, postcode, *(found or ()))


def map_page(region: Region, town: Town, asked: Asked) -> MapPage:
    here = said(region.title)
    addresses = seen_from(town.addresses, asked.point, MOST_NEAR) if asked.point else town.addresses
    wide, narrow = pictures(town, here, asked.place, asked.point)
    return MapPage(
        region=here,
        crumbs=(
            Link(_("Zoek steun"), reverse("directory:regions")),
            Link(here, reverse("directory:places", args=[region.id])),
            Link(_("Adressen en kaart")),
        ),
        asked=asked,
        districts=tuple(_districts(town, asked)),
        title=_title(asked),
        groups=tuple(_groups(town, addresses, asked)),
        elsewhere=_hosts(town, town.elsewhere),
        wide=wide,
        narrow=narrow,
        table=_table(town, addresses),
        source=town.plan.source,
        everything=reverse("geography:map", args=[region.id]),
    )


def _title(asked: Asked) -> str:
    if asked.point:
        return _("Dichtbij %(place)s") % {"place": asked.place}
    return _("Alle adressen, per wijk")


def _districts(town: Town, asked: Asked) -> Iterator[Option]:
    yield Option("", _("Kies een wijk"), checked=not asked.place)
    for area in sorted(town.plan.districts, key=lambda area: area.name.casefold()):
        yield Option(area.name, area.name, checked=area.name == asked.place)


def _groups(town: Town, addresses: tuple[Address, ...], asked: Asked) -> Iterator[Group]:
    if asked.point:
        yield Group("", _count(len(addresses)), tuple(_spot(town, one) for one in addresses))
        return
    too_many = len(addresses) > MOST_LISTED
    for district, here in by_district(addresses).items():
        title = district or _("Buiten de wijken")
        if too_many:
            yield Group(title, _count(len(here)), url=_from(town, district))
        else:
            yield Group(title, _count(len(here)), tuple(_spot(town, one) for one in here))


def _from(town: Town, district: str) -> str:
    if not district:
        return ""
    asked = QueryDict(mutable=True)
    asked[DISTRICT] = district
    return f"{reverse('geography:map', args=[town.region])}?{asked.urlencode()}"


def _count(number: int) -> str:
    return ngettext("%(n)d adres", "%(n)d adressen", number) % {"n": number}


def _spot(town: Town, one: Address) -> Spot:
    return Spot(
        number=str(one.number) if numbered_map(town) else "",
        street=one.street,
        where=" ".join(filter(None, (one.postcode, one.town))),
        way=said(one.way),
        away=distance_words(one.metres),
        hosts=_hosts(town, one.services),
    )


def _hosts(town: Town, codes: Iterable[str]) -> tuple[Host, ...]:
    found: dict[str, list[Link]] = defaultdict(list)
    for code in codes:
        listing = town.listings[code]
        url = reverse("directory:place", args=[town.region, code])
        found[listing.organisation].append(Link(said(name_of(listing)), url))
    return tuple(Host(name, tuple(links)) for name, links in found.items())


def _table(town: Town, shown: tuple[Address, ...]) -> Table:
    if len(shown) > MOST_LISTED:
        counts: Counter[str] = Counter()
        for one in shown:
            counts[one.district or _("Buiten de wijken")] += len(one.services)
        rows = tuple((name, str(count)) for name, count in counts.items())
        return Table(_("Hoeveel steun er is, per wijk"), (_("Wijk"), _("Plekken")), rows)
    away = any(one.metres is not None for one in shown)
    columns = (_("Nummer"), _("Adres"), _("Wijk"), _("Wat daar is"))
    return Table(
        _("De adressen op de kaart"),
        (*columns, _("Hoe ver")) if away else columns,
        tuple(_row(town, one, away=away) for one in shown),
    )


def _row(town: Town, one: Address, *, away: bool) -> tuple[str, ...]:
    names = (said(name_of(town.listings[code])) for code in one.services)
    row = (str(one.number), one.street, one.district, "; ".join(names))
    return (*row, distance_words(one.metres)) if away else row
